import { chooseRelations, isPassing } from '../model/chooseRelations.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetPart } from '../model/keptRecords.ts';
import type { EntityId, Kind, RelationId } from '../model/records.ts';
import { GROUPS } from '../model/records.ts';
import { isKnown, standingOf } from '../model/standing.ts';
import { type Account, buildAccount, type EntityAccount, type RelationAccount } from './accounts.ts';
import { createNotes, type DossierNote, type DossierSource, type Notes } from './dossierNotes.ts';
import { dossierText, sayUntold } from './dossierText.ts';
import { sayDataVersion } from './fileText.ts';
import { type Direction, sayGroupHeading, sayKind, sayModality, sayStance } from './names.ts';
import { publishedText, sayDataDate, sayLicence, sayShownPart } from './pictureText.ts';
import { plainText, upperFirst } from './plainText.ts';
import { sayList } from './sayCount.ts';
import { type InForce, sayInForce, sayPictureClocks } from './sayPictureView.ts';
import { sayName } from './sayRelation.ts';

/** A line of a dossier with the numbers of the claims that it rests on. */
export interface DossierLine {
  readonly text: string;
  readonly notes: readonly number[];
  /** Somebody denies or limits: to be marked by sign and colour. */
  readonly dispute: boolean;
}

/** A relation: its sentence, then how firmly it is said, who denies it, who is silent, and what else bears on it. */
export interface DossierRelation {
  readonly id: RelationId;
  readonly anchor: string;
  readonly sentence: string;
  readonly when: string | null;
  /** How firmly it is said, which stands out more than the sentence. */
  readonly standing: DossierLine;
  readonly lines: readonly DossierLine[];
}

/** An entity with what is said about it, and its relations under headings; each relation is told once in a dossier. */
export interface DossierSection {
  readonly id: EntityId;
  readonly anchor: string;
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  /** Over `facts`. */
  readonly heading: string;
  readonly facts: readonly DossierLine[];
  readonly groups: readonly { readonly heading: string; readonly relations: readonly DossierRelation[] }[];
  /** Relations told in another section, with its anchor. */
  readonly elsewhere: readonly { readonly text: string; readonly anchor: string }[];
  /** What is not told, and that nothing is. */
  readonly gaps: readonly string[];
}

/** A disputed relation at the head: its sentence never without how firmly it is said. */
export interface DossierDispute {
  readonly text: string;
  readonly standing: string;
  readonly dispute: string;
  readonly anchor: string;
}

/** Who or what is only named: its kind, for an Event what it amounts to, and its summary. */
export interface DossierName {
  readonly name: string;
  readonly what: string;
  readonly dispute: string | null;
}

/** A part of a dataset as a page to print: every relation in words, every claim a numbered note, every source listed. */
export interface Dossier {
  readonly title: string;
  /** Of the whole story; null where a public clock is in force, since it may tell what was not public by then. */
  readonly standfirst: string | null;
  readonly clocks: string | null;
  /** Filters in force and how much is shown, as sentences. */
  readonly scope: readonly string[];
  readonly disputes: readonly DossierDispute[];
  readonly sections: readonly DossierSection[];
  /** Others that its relations name, in a dossier of one entity. */
  readonly named: readonly DossierName[];
  readonly notes: readonly DossierNote[];
  readonly sources: readonly DossierSource[];
  readonly credits: readonly string[];
}

interface Telling {
  readonly dataset: Dataset;
  readonly asOf: number | null;
  readonly notes: Notes;
  readonly relations: ReadonlyMap<RelationId, RelationAccount>;
  /** The section in which a relation was told, and the relation's anchor. */
  readonly told: Map<RelationId, { readonly section: string; readonly name: string; readonly anchor: string }>;
}

const line = (text: string, notes: readonly number[] = [], dispute = false): DossierLine => ({ text, notes, dispute });

function tellRelation({ notes }: Telling, account: RelationAccount, anchor: string): DossierRelation {
  const { id, sentence, when, standing, dispute, silent, claims, besides, leftOut } = account;
  const numbers = (...stances: string[]): number[] =>
    claims.filter(({ stance }) => stances.includes(stance)).map((claim) => notes.numberOf(claim, anchor));
  const firmness = line(upperFirst(standing), numbers('asserts', 'questions'));
  const lines: DossierLine[] = [];
  if (claims.length === 0) lines.push(line(dossierText.noClaims));
  if (dispute !== null) lines.push(line(upperFirst(dispute), numbers('denies', 'limits'), true));
  if (silent !== null) lines.push(line(upperFirst(silent), numbers('no-comment')));
  const against = besides.map((claim) => notes.numberOf(claim, anchor));
  if (against.length > 0) lines.push(line(dossierText.besides, against));
  lines.push(...leftOut.map((text) => line(upperFirst(text))));
  return { id, anchor, sentence, when, standing: firmness, lines };
}

function directionOf(dataset: Dataset, { id, from }: RelationAccount, entity: EntityId): Direction {
  const relation = dataset.relations.get(id);
  if (relation && dataset.types.get(relation.type)?.symmetric) return 'both';
  return from === entity ? 'out' : 'in';
}

const DIRECTIONS: readonly Direction[] = ['out', 'in', 'both'];

function tellGroups(
  telling: Telling,
  section: string,
  { id, name, relations }: EntityAccount,
): DossierSection['groups'] {
  const { dataset, told } = telling;
  const own = relations.flatMap((each) => (told.has(each) ? [] : (telling.relations.get(each) ?? [])));
  const groupOf = (account: RelationAccount): string => {
    const relation = dataset.relations.get(account.id);
    return (relation && dataset.types.get(relation.type)?.group) ?? 'other';
  };
  return GROUPS.flatMap((group) =>
    DIRECTIONS.flatMap((direction) => {
      const these = own.filter((each) => groupOf(each) === group && directionOf(dataset, each, id) === direction);
      const members = these.map((account) => {
        const anchor = `relation-${told.size + 1}`;
        told.set(account.id, { section, name, anchor });
        return tellRelation(telling, account, anchor);
      });
      return members.length === 0 ? [] : [{ heading: sayGroupHeading(group, direction), relations: members }];
    }),
  );
}

/** What is said about the entity itself: of an Event what it amounts to, then each claim in its maker's words. */
function tellFacts({ notes }: Telling, anchor: string, account: EntityAccount): DossierLine[] {
  const { standing, dispute, claims, leftOut } = account;
  const facts = claims.map((claim) => {
    const { stance, modality, text } = claim;
    const isDispute = stance === 'denies' || stance === 'limits';
    const mark = upperFirst(stance === 'asserts' ? sayModality(modality) : sayStance(stance));
    return line(`${mark}: ${text}`, [notes.numberOf(claim, anchor)], isDispute);
  });
  return [
    ...(standing === null ? [] : [line(upperFirst(standing))]),
    ...(dispute === null ? [] : [line(upperFirst(dispute), [], true)]),
    ...facts,
    ...leftOut.map((text) => line(upperFirst(text))),
  ];
}

function sayElsewhere(telling: Telling, section: string, { relations }: EntityAccount): DossierSection['elsewhere'] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const id of relations) {
    const place = telling.told.get(id);
    if (!place || place.section === section) continue;
    counts.set(place.section, { name: place.name, count: (counts.get(place.section)?.count ?? 0) + 1 });
  }
  return [...counts].map(([anchor, { name, count }]) => ({
    text: upperFirst(dossierText.toldUnder(count, name)),
    anchor,
  }));
}

function findGaps({ dataset, asOf, relations }: Telling, { id, claims, relations: own }: EntityAccount): string[] {
  const untold = (dataset.relationsOf.get(id) ?? []).filter((each) => !relations.has(each));
  const disputed = untold.filter((each) => {
    const relation = dataset.relations.get(each);
    return relation && isKnown(dataset, relation, asOf) && standingOf(dataset, each, asOf).disputed;
  });
  return [
    ...(claims.length + own.length === 0 ? [dossierText.nothing] : []),
    ...(untold.length > 0 ? [sayUntold(untold.length, disputed.length)] : []),
  ];
}

function tellSection(telling: Telling, account: EntityAccount, i: number): DossierSection {
  const { id, name, kind, aliases, summary } = account;
  const anchor = `entity-${i + 1}`;
  return {
    id,
    anchor,
    name,
    kind,
    aliases,
    summary,
    heading: kind === 'Event' ? dossierText.happened : dossierText.aboutItself,
    facts: tellFacts(telling, anchor, account),
    groups: tellGroups(telling, anchor, account),
    elsewhere: sayElsewhere(telling, anchor, account),
    gaps: findGaps(telling, account),
  };
}

function tellName({ name, kind, summary, standing, dispute }: EntityAccount): DossierName {
  const what = [sayKind(kind), ...(standing === null ? [] : [standing])].join(', ');
  return { name, what: summary === null ? what : `${what}. ${summary}`, dispute };
}

/** One entity alone stands for itself with all its relations that filters and clocks let through, and their other ends. */
function widen(dataset: Dataset, part: DatasetPart, view: InForce): DatasetPart {
  const [only, ...others] = part.entities;
  if (!only || others.length > 0) return part;
  const choice = chooseRelations(dataset, view);
  const relations = (dataset.relationsOf.get(only) ?? []).filter((id) => isPassing(choice, id));
  const ends = relations.flatMap((id) => {
    const relation = dataset.relations.get(id);
    return relation ? [relation.from, relation.to] : [];
  });
  return { entities: [...new Set([only, ...ends])], relations };
}

function sayScope(dataset: Dataset, { entities, relations }: Account, view: InForce): string[] {
  const shown = sayShownPart([entities.length, dataset.entities.size], [relations.length, dataset.relations.size]);
  // Clocks stand at the head.
  return [sayInForce(dataset, { ...view, asOf: null, held: null }), shown ?? ''].filter(Boolean);
}

function sayCredits({ file, sources }: Dataset): string[] {
  const newest = [...sources.values()]
    .map(({ published }) => published ?? '')
    .toSorted()
    .at(-1);
  const authors = (file.authors ?? []).map(plainText).filter(Boolean);
  return [
    dossierText.data(sayDataVersion(file)),
    sayDataDate(file.updated ?? newest),
    authors.length > 0 ? dossierText.authors(sayList(authors)) : '',
    sayLicence(file.licence) ?? '',
    publishedText.credit,
  ].filter(Boolean);
}

/**
 * The dossier of a part under a view's clocks and filters. Of one entity alone: with all its relations that they let
 * through. An empty `title` stands for the entity's name or the dataset's title. Linear in the dataset.
 */
export function buildDossier(dataset: Dataset, part: DatasetPart, view: InForce, title = ''): Dossier {
  const { asOf } = view;
  const isOne = part.entities.length === 1;
  const account = buildAccount(dataset, widen(dataset, part, view), asOf);
  const relations = new Map(account.relations.map((each) => [each.id, each]));
  const telling: Telling = { dataset, asOf, notes: createNotes(account.sources), relations, told: new Map() };
  const subjects = isOne ? account.entities.slice(0, 1) : account.entities;
  const sections = subjects.map((entity, i) => tellSection(telling, entity, i));
  const own = isOne && part.entities[0] ? sayName(dataset, part.entities[0]) : dataset.file.title;
  return {
    title: plainText(title) || plainText(own),
    standfirst: asOf === null && !isOne ? plainText(dataset.file.description ?? '') || null : null,
    clocks: sayPictureClocks({ ...view }),
    scope: sayScope(dataset, account, view),
    disputes: account.relations.flatMap(({ id, sentence, standing, dispute }) => {
      const place = telling.told.get(id);
      return dispute === null || !place ? [] : [{ text: sentence, standing, dispute, anchor: place.anchor }];
    }),
    sections,
    named: isOne ? account.entities.slice(1).map(tellName) : [],
    notes: telling.notes.all(),
    sources: telling.notes.sources(),
    credits: sayCredits(dataset),
  };
}
