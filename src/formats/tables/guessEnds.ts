import type { Kind } from '../../model/records.ts';
import { type ColumnFacts, distinctShare, isNaming, shareOf } from './columnFacts.ts';
import { type Noun, partHeader, readEnds, readNoun } from './endWords.ts';
import { endOf, type GuessedEnd, type GuessedEnds, isEnd, NONE } from './guessedEnd.ts';
import {
  BARE_IDS,
  BARE_NAMES,
  ENTITY_PHRASES,
  FAMILY_NAMES,
  GIVEN_NAMES,
  RELATION_PHRASES,
  WORDING_PHRASES,
} from './headerWords.ts';
import { findKind } from './kindWords.ts';
import { findPair, isTime } from './pairEnds.ts';
import { findTraits } from './wordingWords.ts';

interface Group {
  readonly noun: Noun;
  readonly phrase: string;
  readonly end: GuessedEnd;
}

function findGroups(columns: readonly ColumnFacts[]): Group[] {
  const groups = new Map<string, { noun: Noun; columns: { index: number; part: string; kind: Kind }[] }>();
  for (const column of columns) {
    const found = column.isRepeated || column.filled === 0 ? null : readNoun(column.header);
    if (!found || (found.part === 'name' && !isNaming(column)) || (found.part === 'name' && column.length > 90))
      continue;
    const group = groups.get(found.phrase) ?? { noun: found.noun, columns: [] };
    groups.set(found.phrase, group);
    group.columns.push({ index: column.index, part: found.part, kind: found.noun.kind });
  }
  return [...groups]
    .map(([phrase, group]): Group => ({ noun: group.noun, phrase, end: endOf(group.columns) }))
    .filter(({ end }) => isEnd(end));
}

/** The column that bears the name of what the row is about, or the parts of a person's name, given name first. */
export function findMain(columns: readonly ColumnFacts[]): GuessedEnd | null {
  const byPhrase = (phrases: ReadonlySet<string>): ColumnFacts | undefined =>
    columns.find(({ header, filled, isRepeated }) => phrases.has(header.phrase) && filled > 0 && !isRepeated);
  const given = byPhrase(GIVEN_NAMES);
  const family =
    byPhrase(FAMILY_NAMES) ?? (given ? byPhrase(new Set(['name', 'nom', 'nome', 'nombre', 'last'])) : undefined);
  // Companies among people have no family name: the column of whole names has all.
  const whole = byPhrase(new Set(['name', 'full name', 'fullname', 'display name']));
  const isWhole = family !== undefined && whole !== undefined && whole.filled > family.filled && whole !== family;
  if (given && family && !isWhole) return { ...NONE, names: [given.index, family.index], kind: 'Person' };
  const id = byPhrase(BARE_IDS)?.index ?? null;
  const named = columns.filter(
    (column) =>
      BARE_NAMES.has(column.header.phrase) &&
      isNaming(column) &&
      !column.isRepeated &&
      readNoun(column.header) === null,
  );
  const fullest = named.reduce((most, { filled }) => Math.max(most, filled), 0);
  for (const phrase of BARE_NAMES) {
    const found = named.find((column) => column.header.phrase === phrase && column.filled >= fullest * 0.9);
    if (found) return { ...NONE, names: [found.index], id };
  }
  return family ? { ...NONE, names: [family.index], kind: 'Person' } : null;
}

/** Names of columns that say what somebody is to somebody. */
export const ROLE_PHRASES = new Set(
  WORDING_PHRASES.slice(WORDING_PHRASES.indexOf('role'), WORDING_PHRASES.indexOf('how connected')),
);
/** Names of columns that say how two are related, and nothing else. */
export const PLAIN_PHRASES = new Set(WORDING_PHRASES.slice(0, WORDING_PHRASES.indexOf('role')));

function hasWording(columns: readonly ColumnFacts[]): boolean {
  return columns.some(
    ({ header, filled, numbers }) =>
      (ROLE_PHRASES.has(header.phrase) || PLAIN_PHRASES.has(header.phrase)) && filled > 0 && numbers < 0.5,
  );
}

const TERMS = new Set(
  RELATION_PHRASES.flatMap(([role, phrases]) => (role === 'start' || role === 'end' ? [...phrases] : [])),
);

/** Whether a table of many columns has one for since when or until when somebody is something. */
function hasTerm(columns: readonly ColumnFacts[]): boolean {
  return columns.some((column) => TERMS.has(column.header.phrase) && column.filled > 0 && isTime(column));
}

const KIND_PHRASES = new Set(ENTITY_PHRASES.flatMap(([role, phrases]) => (role === 'kind' ? [...phrases] : [])));

/** The column that says what each row's first end is: words for kinds, people among them. */
function findKindColumn(columns: readonly ColumnFacts[]): number | null {
  const found = columns.find(
    (column) =>
      KIND_PHRASES.has(column.header.phrase) &&
      shareOf(column, (value) => findKind(value) !== null) >= 0.5 &&
      [...column.values.keys()].some((value) => findKind(value) === 'Person'),
  );
  return found?.index ?? null;
}

/** Who is called by what he does to the other ("Donor", "Director"), and the other. */
function findByVerb(groups: readonly Group[], main: GuessedEnd | null, width: number): GuessedEnds | null {
  const verbs = groups.filter(({ noun }) => noun.wording !== null);
  const from = verbs.find(({ noun }) => noun.wording === 'bought from') ?? verbs[0];
  if (!from) return null;
  const others = groups.filter((group) => group !== from);
  const to =
    others.find(({ noun }) => noun.isObject) ??
    others.find(({ noun }) => !noun.isWeak && noun.wording === null) ??
    others.find(({ noun }) => noun.wording !== null) ??
    (main && width <= 8 ? { end: main } : undefined) ??
    others.find(({ noun }) => noun.isWeak && noun.kind !== 'Place');
  if (!to) return null;
  const wording = from.noun.wording;
  const isRole = findTraits(wording ?? '').group === 'role' || wording === 'member of';
  return { from: from.end, to: to.end, wording, wordingFrom: isRole ? 'roles' : 'plain', by: 'nouns' };
}

/** "Name, Organisation, Position", "committeeID, legislatorID": nouns that say what the ends are, not how they are related. */
function findByNouns(
  columns: readonly ColumnFacts[],
  groups: readonly Group[],
  main: GuessedEnd | null,
): GuessedEnds | null {
  const strong = groups.filter(({ noun }) => !noun.isWeak && noun.wording === null);
  const [only] = strong;
  if (main && only && strong.length === 1 && !only.noun.isObject && only.noun.kind !== 'Person') {
    const isPair = hasWording(columns) || columns.length === 2;
    if (!isPair || (columns.length > 12 && !hasTerm(columns))) return null;
    const kind = main.kind === 'Other' ? 'Other' : main.kind;
    return {
      from: { ...main, id: only.end.id === null ? null : main.id, kind, kindColumn: findKindColumn(columns) },
      to: only.end,
      wording: null,
      wordingFrom: 'any',
      by: 'nouns',
    };
  }
  if (main || strong.length < 2 || columns.length > 12) return null;
  const from = strong.find(({ noun }) => noun.kind === 'Person') ?? strong[0];
  const to =
    strong.find((group) => group !== from && group.noun.kind !== 'Person') ?? strong.find((group) => group !== from);
  return from && to ? { from: from.end, to: to.end, wording: null, wordingFrom: 'any', by: 'nouns' } : null;
}

/** "Name" and "where to": the second says how it follows from the first. */
function findWhereTo(columns: readonly ColumnFacts[], main: GuessedEnd | null): GuessedEnds | null {
  const to = columns.find(
    (column) =>
      isNaming(column) &&
      readEnds(column.header).some(
        ({ pair, side, part }) => side === 'to' && part === 'name' && (pair === 'from' || pair === 'source'),
      ),
  );
  if (!main || !to || main.names.includes(to.index)) return null;
  const isTelling = to.header.words.length > 1;
  return {
    from: { ...main, id: null },
    to: { ...NONE, names: [to.index] },
    wording: isTelling ? to.header.phrase : null,
    wordingFrom: isTelling ? 'none' : 'any',
    by: 'pair',
  };
}

/** Two columns of ids, and no names. */
function findTwoIds(columns: readonly ColumnFacts[], main: GuessedEnd | null): GuessedEnds | null {
  const ids = columns.filter(
    ({ filled, header }) =>
      filled > 0 &&
      partHeader(header).part === 'id' &&
      header.words.length > 1 &&
      !/^(?:source|data) /.test(header.phrase),
  );
  const [first, second] = ids;
  if (
    main ||
    !first ||
    !second ||
    ids.length > 2 ||
    (distinctShare(first) === 1 && distinctShare(second) === 1 && columns.length > 3)
  )
    return null;
  const endFor = (column: ColumnFacts): GuessedEnd => ({
    ...NONE,
    id: column.index,
    kind: readNoun(column.header)?.noun.kind ?? 'Other',
  });
  const isTurned = endFor(second).kind === 'Person' && endFor(first).kind !== 'Person';
  return {
    from: endFor(isTurned ? second : first),
    to: endFor(isTurned ? first : second),
    wording: null,
    wordingFrom: 'any',
    by: 'nouns',
  };
}

/** Without telling names of columns: two columns that name things again and again, or the same things. */
function findByValues(columns: readonly ColumnFacts[], main: GuessedEnd | null): GuessedEnds | null {
  const naming = columns.filter(
    (column) => isNaming(column) && column.filled > column.rows * 0.5 && !PLAIN_PHRASES.has(column.header.phrase),
  );
  const numbers = columns
    .slice(0, 2)
    .filter(({ values }) => [...values.keys()].every((value) => /^\d{1,8}$/.test(value)));
  const [a, b] = naming.length >= 2 ? naming : numbers;
  if (main || !a || !b || columns.some(({ header }) => readNoun(header) !== null)) return null;
  const common = [...a.values.keys()].filter((value) => b.values.has(value)).length;
  const isRepeated = distinctShare(a) < 0.8 && distinctShare(b) < 0.8;
  const isShared = common * 20 >= Math.min(a.values.size, b.values.size) && common > 0;
  const isTwo = naming.length >= 2 && columns.length === 2 && columns.every(({ header }) => header.words.length === 0);
  if (!isShared && !isTwo && !(isRepeated && naming.length >= 2)) return null;
  const endFor = (column: ColumnFacts): GuessedEnd => ({ ...NONE, names: [column.index] });
  return { from: endFor(a), to: endFor(b), wording: null, wordingFrom: 'any', by: 'values' };
}

/** The columns that name the two ends of relations; null for a table that is no list of relations. */
export function guessEnds(columns: readonly ColumnFacts[]): GuessedEnds | null {
  const ends = findEnds(columns);
  return ends && { ...ends, from: withAddress(ends.from, columns), to: withAddress(ends.to, columns) };
}

/** An end with the addresses of what its column names, as answers of SPARQL have them: "person" beside "personLabel". */
function withAddress(end: GuessedEnd, columns: readonly ColumnFacts[]): GuessedEnd {
  const [name] = end.names;
  if (end.id !== null || name === undefined || end.names.length > 1) return end;
  return { ...end, id: findAddress(name, columns) };
}

/** The column of the addresses of what another one names; null where there is none. */
export function findAddress(name: number, columns: readonly ColumnFacts[]): number | null {
  const [, of] = /^(.+) (?:label|name)$/.exec(columns[name]?.header.phrase ?? '') ?? [];
  return columns.find(({ header, urls }) => header.phrase === of && urls > 0.9)?.index ?? null;
}

function findEnds(columns: readonly ColumnFacts[]): GuessedEnds | null {
  const pair = findPair(columns);
  if (pair) return pair;
  const main = findMain(columns);
  const groups = findGroups(columns);
  return (
    findByVerb(groups, main, columns.length) ??
    findWhereTo(columns, main) ??
    findByNouns(columns, groups, main) ??
    findTwoIds(columns, main) ??
    findByValues(columns, main)
  );
}
