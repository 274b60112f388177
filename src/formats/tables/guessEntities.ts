import type { Kind } from '../../model/records.ts';
import type { EntityRole } from '../../model/tableMapping.ts';
import { type ColumnFacts, distinctShare, isNaming, shareOf } from './columnFacts.ts';
import { partHeader, readNoun } from './endWords.ts';
import { findAddress, findMain } from './guessEnds.ts';
import { BARE_IDS, ENTITY_PHRASES, GIVEN_NAMES, PERSON_MARKS } from './headerWords.ts';
import { findKind } from './kindWords.ts';

/** What the columns of a table of entities are, and their kind where no column says it. */
export interface GuessedEntities {
  readonly columns: EntityRole[];
  readonly kind: Kind;
}

function findNames(facts: readonly ColumnFacts[]): readonly number[] {
  const main = findMain(facts);
  if (main) return main.names;
  const named = facts.find((column) => {
    const noun = readNoun(column.header);
    return noun !== null && !noun.noun.isWeak && noun.part === 'name' && isNaming(column) && !column.isRepeated;
  });
  if (named) return [named.index];
  const naming = facts.filter((column) => isNaming(column) && column.filled > column.rows * 0.5);
  const best =
    naming.find((column) => distinctShare(column) > 0.9) ??
    naming.toSorted((a, b) => distinctShare(b) - distinctShare(a))[0];
  return [best?.index ?? 0];
}

function findId(facts: readonly ColumnFacts[], names: readonly number[]): number | null {
  const free = facts.filter(({ index, filled, isRepeated }) => !names.includes(index) && filled > 0 && !isRepeated);
  const bare = free.find(({ header }) => BARE_IDS.has(header.phrase));
  if (bare) return bare.index;
  const address = names.length === 1 ? findAddress(names[0] ?? 0, facts) : null;
  if (address !== null) return address;
  const own = free.find(
    (column) =>
      partHeader(column.header).part === 'id' &&
      column.filled === column.rows &&
      distinctShare(column) === 1 &&
      column.length < 40,
  );
  return own?.index ?? null;
}

/** Nobody's looks: only columns that say so, or that only people have. */
function kindByColumns(facts: readonly ColumnFacts[], names: readonly number[]): Kind {
  const nouns = names.flatMap((name) => readNoun(facts[name]?.header ?? { words: [], phrase: '' })?.noun ?? []);
  const [noun] = nouns;
  if (noun && noun.kind !== 'Other') return noun.kind;
  const isOfPeople = facts.some(
    ({ header, filled }) => filled > 0 && (PERSON_MARKS.has(header.phrase) || GIVEN_NAMES.has(header.phrase)),
  );
  return isOfPeople ? 'Person' : 'Other';
}

/** Whether words for kinds are in a column; among people one of them must be a word for people ("House" is none). */
function isKindColumn(column: ColumnFacts, kind: Kind): boolean {
  if (shareOf(column, (value) => findKind(value) !== null) < 0.5) return false;
  return kind !== 'Person' || [...column.values.keys()].some((value) => findKind(value) === 'Person');
}

/** The roles of the columns of a table in which a row is about one entity. */
export function guessEntities(facts: readonly ColumnFacts[]): GuessedEntities {
  const columns = facts.map((): EntityRole => 'property');
  const names = findNames(facts);
  for (const name of names) columns[name] = 'name';
  const id = findId(facts, names);
  if (id !== null) columns[id] = 'id';
  const kind = kindByColumns(facts, names);
  for (const [role, phrases] of ENTITY_PHRASES) {
    for (const { index, header, isRepeated, filled, ...column } of facts) {
      if (columns[index] !== 'property' || isRepeated || filled === 0 || !phrases.has(header.phrase)) continue;
      const all = { index, header, isRepeated, filled, ...column };
      if (role === 'kind' && (columns.includes('kind') || !isKindColumn(all, kind))) continue;
      if (role === 'summary' && (columns.includes('summary') || column.numbers > 0.5)) continue;
      if (role === 'alias' && column.numbers > 0.5) continue;
      columns[index] = role as EntityRole;
    }
  }
  return { columns, kind };
}
