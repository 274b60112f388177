import { fold } from './fold.ts';
import type { DatasetFile, Entity, Properties, Relation, RelationType, Source } from './records.ts';

const namesOf = ({ name, aliases = [], names = {} }: Entity): Set<string> =>
  new Set([name, ...aliases, ...Object.values(names).flat()].map((each) => fold(each).trim() || each));
const identifiersOf = ({ identifiers = [] }: Entity): Set<string> =>
  new Set(identifiers.map(({ scheme, value }) => JSON.stringify([fold(scheme), fold(value)])));

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const each of a) if (b.has(each)) return true;
  return false;
}

/** Whether two records with the same id are evidently about one: a name or alias that folds alike, or an identifier. */
export function isSameEntity(a: Entity, b: Entity): boolean {
  return meet(namesOf(a), namesOf(b)) || meet(identifiersOf(a), identifiersOf(b));
}

/** Finds records by what makes them the same, the one of the asker's id before all others. */
export interface Finder<Row> {
  find(row: Row, ids: readonly string[]): Row | undefined;
}

function createFinder<Row extends { readonly id: string }>(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
  isSame: (mine: Row, other: Row) => boolean,
): Finder<Row> {
  const byId = new Map<string, Row>(rows.map((row) => [row.id, row]));
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const known = byKey.get(key);
      if (known) known.push(row);
      else byKey.set(key, [row]);
    }
  }
  return {
    find(row, ids) {
      const keys = keysOf(row);
      for (const id of ids) {
        const found = byId.get(id);
        if (found && isSame(found, row) && keysOf(found).some((key) => keys.includes(key))) return found;
      }
      for (const key of keys) {
        const found = byKey.get(key)?.find((each) => isSame(each, row));
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** Sources are the same with the same address, else with the same label and title where not both have an address. */
export function findSources(sources: readonly Source[]): Finder<Source> {
  return createFinder(
    sources,
    ({ url, label, title }) => [...(url ? [`u ${url}`] : []), `l ${JSON.stringify([label, title])}`],
    (mine, other) => !mine.url || !other.url || mine.url === other.url,
  );
}

/** Relation types are the same with the same wording both ways, direction, moment and group. */
export function findTypes(types: readonly RelationType[]): Finder<RelationType> {
  const key = ({ forward, reverse, symmetric, moment, group }: RelationType): string =>
    JSON.stringify([forward.full, forward.short, reverse.full, reverse.short, symmetric, moment, group]);
  return createFinder(
    types,
    (type) => [key(type)],
    () => true,
  );
}

/** Whether nothing of the one speaks against the other: where both have a property, they share a value of it. */
function agree(mine: Properties = {}, other: Properties = {}): boolean {
  return Object.entries(other).every(([name, values]) => {
    const own = Object.hasOwn(mine, name) ? (mine[name] ?? []) : [];
    return own.length === 0 || values.length === 0 || values.some((value) => own.includes(value));
  });
}

/**
 * Relations are the same with the same sentence: wording, ends and date, the line's own label and whether it is a moment
 * included. Not where their properties speak against each other: two payments of different amounts are two.
 */
export function findRelations(
  { relations, relationTypes }: DatasetFile,
  more: readonly RelationType[],
): Finder<Relation> {
  const types = new Map([...relationTypes, ...more].map((type) => [type.id, type]));
  const key = ({ type: id, from, to, valid, label }: Relation): string => {
    const type = types.get(id);
    const ends = type?.symmetric && from > to ? [to, from] : [from, to];
    return JSON.stringify([type?.forward.full ?? id, type?.symmetric, type?.moment, ...ends, valid, label]);
  };
  return createFinder(
    relations,
    (relation) => [key(relation)],
    (mine, other) => agree(mine.properties, other.properties),
  );
}
