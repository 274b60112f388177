import { cutDataset } from '../../model/cutDataset.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { DatasetPart } from '../../model/keptRecords.ts';
import type { Claim, Relation, SourceId } from '../../model/records.ts';
import { buildClaimLine, buildSourceLine, relationTarget } from './claimLines.ts';
import { keptFtmOf } from './keptFtm.ts';
import { buildOwnEdge, edgeIdOf, restoreEdge } from './printEdge.ts';
import { buildNodeLine } from './printNode.ts';
import type { Line } from './propertyRules.ts';
import { isDerived } from './provenance.ts';

function printLine({ id, schema, properties, extra }: Line): string {
  // An object from entries: names come from data, and `__proto__` is one that may come.
  return JSON.stringify({ ...Object.fromEntries(extra), id, schema, properties: Object.fromEntries(properties) });
}

/** Relations that came as one edge, under one key; each of the others under its own. */
function groupRelations(relations: readonly Relation[]): Map<string, Relation[]> {
  const groups = new Map<string, Relation[]>();
  for (const relation of relations) {
    const kept = keptFtmOf(relation);
    const key = kept && kept.schema !== '' ? JSON.stringify([kept.schema, edgeIdOf(relation)]) : relation.id;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(relation);
  }
  return groups;
}

/** Whether a relation was only made of a node's property and nobody has claimed anything about it since. */
function isImplied(relation: Relation): boolean {
  return keptFtmOf(relation)?.implied === true && relation.claims.every(isDerived);
}

/**
 * The part as lines of FollowTheMoney, valid under 3.8 and 4.11. What came from FollowTheMoney goes back as it came. From
 * elsewhere, relations become edges whose wording says their standing under the public clock (a disputed or merely alleged
 * one is a link of an unknown kind, never a plain fact), sources become documents and claims notes; `indexText` has our
 * records, from which `ftm` reads them back exactly. Linear in the part.
 */
export function printFtm(dataset: Dataset, part: DatasetPart, asOf: number | null): string {
  const file = cutDataset(dataset, part);
  const lines: Line[] = file.entities.flatMap((entity) => buildNodeLine(dataset, entity, asOf) ?? []);
  const cited = new Set<SourceId>();
  const derived = new Set<SourceId>();
  const claimLines: Line[] = [];
  const addClaims = (claims: readonly Claim[], build: (claim: Claim) => Line): void => {
    for (const claim of claims) {
      (isDerived(claim) ? derived : cited).add(claim.source);
      if (!isDerived(claim)) claimLines.push(build(claim));
    }
  };
  for (const pairs of groupRelations(file.relations.filter((each) => !isImplied(each))).values()) {
    const [first] = pairs;
    if (!first) continue;
    lines.push(restoreEdge(dataset, pairs) ?? buildOwnEdge(dataset, first, asOf));
    for (const relation of pairs) {
      addClaims(relation.claims, (claim) => buildClaimLine(dataset, claim, relationTarget(dataset, relation)));
    }
  }
  for (const { id, name, claims = [] } of file.entities) {
    addClaims(claims, (claim) => buildClaimLine(dataset, claim, { of: id, entities: [id], sentence: name }));
  }
  // A source that only a record's own provenance names is written there; one that nobody cites is still the maker's.
  const sources = file.sources.filter(({ id }) => cited.has(id) || !derived.has(id));
  const own = [...sources.map(buildSourceLine), ...lines, ...claimLines];
  return own.map((line) => `${printLine(line)}\n`).join('');
}
