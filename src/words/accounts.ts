import type { Dataset, TieId } from '../model/dataset.ts';
import type { DatasetPart } from '../model/keptRecords.ts';
import type { Claim, EntityId, Kind, Relation, RelationId, SourceId } from '../model/records.ts';
import { findSafeHref } from '../model/safeAddress.ts';
import { claimsOf, entityStandingOf, isKnown, isPublic, type Standing, standingOf } from '../model/standing.ts';
import { buildClaimAccount, type ClaimAccount, type Opponents, opponentsIn } from './claimAccount.ts';
import { sayLeftOut } from './leftOut.ts';
import { plainText } from './plainText.ts';
import { rowText } from './readingText.ts';
import { sayDispute, sayStanceSpeakers } from './sayDispute.ts';
import { sayName, sayRelation } from './sayRelation.ts';
import { sayRelationDate } from './sayRelationDate.ts';
import { saySource } from './saySource.ts';
import { sayOrigins, sayStanding } from './sayStanding.ts';

/** A relation in words, with every claim that is public under the clock. */
export interface RelationAccount {
  readonly id: RelationId;
  readonly tie: TieId;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly sentence: string;
  /** When it held or happened where the sentence does not tell: "undated, past". */
  readonly when: string | null;
  /** The standing without who denies; `dispute` has that. */
  readonly standing: string;
  readonly dispute: string | null;
  readonly origins: string;
  /** Those whose silence is recorded: "silent: Ann Lee"; null where nobody's is. */
  readonly silent: string | null;
  readonly claims: readonly ClaimAccount[];
  /** Claims made elsewhere that are set against it; they do not enter its standing. */
  readonly besides: readonly ClaimAccount[];
  /** Claims that do not count: not public yet, or retracted. */
  readonly leftOut: readonly string[];
}

/** An entity in words. */
export interface EntityAccount {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  /** For an Event: what it amounts to. */
  readonly standing: string | null;
  readonly dispute: string | null;
  /** Claims about the entity itself. */
  readonly claims: readonly ClaimAccount[];
  readonly leftOut: readonly string[];
  /** Those of the account that it takes part in, in file order. */
  readonly relations: readonly RelationId[];
}

/** A source in words. Addresses are http, https or mailto, else null. */
export interface SourceAccount {
  readonly id: SourceId;
  readonly line: string;
  readonly url: string | null;
  readonly archivedUrl: string | null;
}

/** A part of a dataset in words: what a reader without the graph reads. */
export interface Account {
  readonly entities: readonly EntityAccount[];
  readonly relations: readonly RelationAccount[];
  /** Those that are cited, in order of first mention. */
  readonly sources: readonly SourceAccount[];
}

/** Which records an account is of. */
export type AccountPart = DatasetPart;

interface Telling {
  readonly dataset: Dataset;
  readonly asOf: number | null;
  readonly opponents: Opponents;
}

function withoutDispute(standing: Standing): Standing {
  return { ...standing, deniedBy: [], limitedBy: [] };
}

function inView({ dataset, asOf }: Telling, claims: readonly Claim[]): Claim[] {
  return claims.filter((claim) => isPublic(dataset, claim, asOf));
}

function tellClaims(telling: Telling, claims: readonly Claim[], moment: boolean): ClaimAccount[] {
  return claims.map((claim) => buildClaimAccount(telling.dataset, telling.opponents, claim, telling.asOf, moment));
}

function tellRelation(telling: Telling, relation: Relation, tie: TieId): RelationAccount {
  const { dataset, asOf, opponents } = telling;
  const all = claimsOf(dataset, relation);
  const claims = inView(telling, all);
  const standing = standingOf(dataset, relation.id, asOf);
  const moment = dataset.types.get(relation.type)?.moment ?? false;
  const besides = inView(telling, opponents.get(relation.id) ?? []).filter((claim) => !claims.includes(claim));
  return {
    id: relation.id,
    tie,
    from: relation.from,
    to: relation.to,
    sentence: sayRelation(dataset, relation),
    when: relation.valid ? null : sayRelationDate(dataset, relation, standing, claims),
    standing: sayStanding(dataset, withoutDispute(standing), claims),
    dispute: sayDispute(standing, claims),
    origins: sayOrigins(standing) ?? '',
    silent:
      standing.silent.length > 0 ? rowText.silent(sayStanceSpeakers(standing.silent, 'no-comment', claims)) : null,
    claims: tellClaims(telling, claims, moment),
    besides: tellClaims(telling, besides, moment),
    leftOut: sayLeftOut(dataset, all, asOf),
  };
}

function tellEntity(telling: Telling, id: EntityId, relations: readonly RelationId[]): EntityAccount[] {
  const { dataset, asOf } = telling;
  const entity = dataset.entities.get(id);
  if (!entity) return [];
  const all = entity.claims ?? [];
  const claims = inView(telling, all);
  const standing = entityStandingOf(dataset, id, asOf);
  // Of what is not public yet, or retracted, nothing is said, least of all that nobody asserts it.
  const tells = entity.kind === 'Event' && (all.length === 0 || claims.length > 0);
  return [
    {
      id,
      name: sayName(dataset, id),
      kind: entity.kind,
      aliases: (entity.aliases ?? []).map(plainText).filter(Boolean),
      summary: plainText(entity.summary ?? '') || null,
      standing: tells ? sayStanding(dataset, withoutDispute(standing), claims) : null,
      dispute: sayDispute(standing, claims),
      claims: tellClaims(telling, claims, entity.kind === 'Event'),
      leftOut: sayLeftOut(dataset, all, asOf),
      relations,
    },
  ];
}

/** The ties of relations, by relation. */
function tiesOf(dataset: Dataset): Map<RelationId, TieId> {
  return new Map([...dataset.ties.values()].flatMap(({ id, relations }) => relations.map((each) => [each, id])));
}

function tellSources(dataset: Dataset, cited: ReadonlySet<SourceId>): SourceAccount[] {
  return [...cited].flatMap((id) => {
    const source = dataset.sources.get(id);
    if (!source) return [];
    const { url, archivedUrl } = source;
    return [{ id, line: saySource(source), url: findSafeHref(url), archivedUrl: findSafeHref(archivedUrl) }];
  });
}

/**
 * Puts a part of a dataset into words under the public clock `asOf` (a day number; null: everything). Relations that
 * are not public by then, and ids of nothing, are not in it. Linear in the dataset.
 */
export function buildAccount(dataset: Dataset, part: AccountPart, asOf: number | null): Account {
  const telling: Telling = { dataset, asOf, opponents: opponentsIn(dataset) };
  const ties = tiesOf(dataset);
  const relations = [...new Set(part.relations)].flatMap((id) => {
    const relation = dataset.relations.get(id);
    const tie = ties.get(id);
    return relation && tie && isKnown(dataset, relation, asOf) ? [tellRelation(telling, relation, tie)] : [];
  });
  const told = new Set(relations.map(({ id }) => id));
  const entities = [...new Set(part.entities)].flatMap((id) =>
    tellEntity(
      telling,
      id,
      (dataset.relationsOf.get(id) ?? []).filter((each) => told.has(each)),
    ),
  );
  const claims = [
    ...entities.flatMap((each) => each.claims),
    ...relations.flatMap((each) => [...each.claims, ...each.besides]),
  ];
  return { entities, relations, sources: tellSources(dataset, new Set(claims.map(({ source }) => source))) };
}
