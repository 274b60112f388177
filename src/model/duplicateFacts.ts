import { tieId } from './buildDataset.ts';
import type { Dataset } from './dataset.ts';
import { fold } from './fold.ts';
import type { DatasetFile, Entity, EntityId, Group, Kind } from './records.ts';

/** Kinds that may be one thing told in two ways; `Other` may be anything. */
const CLASSES: Readonly<Record<Kind, string>> = {
  Person: 'person',
  Company: 'body',
  Organization: 'body',
  PublicBody: 'body',
  Place: 'place',
  Event: 'event',
  Asset: 'asset',
  Other: '',
};

/** FollowTheMoney properties of which one thing has one value: dates by their beginning, the others as they are. */
const DATES = ['birthDate', 'deathDate', 'incorporationDate', 'date', 'startDate'];
const SINGLE = [
  'registrationNumber',
  'taxNumber',
  'innCode',
  'ogrnCode',
  'leiCode',
  'imoNumber',
  'jurisdiction',
  'gender',
];

/** Relations that nobody has to himself. */
const BETWEEN_TWO: ReadonlySet<Group> = new Set(['family', 'ownership', 'conflict']);

function valuesOf({ properties }: Entity, name: string): readonly string[] {
  return properties && Object.hasOwn(properties, name) ? (properties[name] ?? []) : [];
}

function disagree(a: readonly string[], b: readonly string[], agree: (x: string, y: string) => boolean): boolean {
  return a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => agree(x, y)));
}

const isSameDate = (x: string, y: string): boolean => x.startsWith(y) || y.startsWith(x);
const isSameCode = (x: string, y: string): boolean =>
  fold(x).replaceAll(/[^\p{L}\p{N}]/gu, '') === fold(y).replaceAll(/[^\p{L}\p{N}]/gu, '');

function identifiersDisagree(a: Entity, b: Entity): boolean {
  const schemes = new Map<string, string[]>();
  for (const { scheme, value } of a.identifiers ?? []) {
    schemes.set(fold(scheme), [...(schemes.get(fold(scheme)) ?? []), value]);
  }
  const others = new Map<string, string[]>();
  for (const { scheme, value } of b.identifiers ?? []) {
    others.set(fold(scheme), [...(others.get(fold(scheme)) ?? []), value]);
  }
  return [...schemes].some(([scheme, values]) => disagree(values, others.get(scheme) ?? [], isSameCode));
}

/**
 * Whether two records cannot be about one: kinds that exclude each other, other birth dates, registration numbers or
 * identifiers of one scheme, or a relation between them that nobody has to himself (a son and his father, a company and
 * its owner).
 */
export function areApart(dataset: Dataset, a: Entity, b: Entity): boolean {
  const [classA, classB] = [CLASSES[a.kind], CLASSES[b.kind]];
  if (classA !== classB && classA !== '' && classB !== '') return true;
  if (DATES.some((name) => disagree(valuesOf(a, name), valuesOf(b, name), isSameDate))) return true;
  if (SINGLE.some((name) => disagree(valuesOf(a, name), valuesOf(b, name), isSameCode))) return true;
  if (identifiersDisagree(a, b)) return true;
  return (dataset.ties.get(tieId(a.id, b.id))?.relations ?? []).some((id) => {
    const type = dataset.types.get(dataset.relations.get(id)?.type ?? ('' as never));
    return type !== undefined && BETWEEN_TWO.has(type.group);
  });
}

/** A pair whichever way round. */
export function pairKey(a: EntityId, b: EntityId): string {
  return tieId(a, b);
}

/** The pairs that were found not to be the same, by the entities that they are merged into now. */
export function findDistinct({ distinct = [], merged = [] }: DatasetFile): ReadonlySet<string> {
  const into = new Map<EntityId, EntityId>();
  for (const entry of [...merged].reverse()) {
    into.set(entry.before.gone.id, into.get(entry.into) ?? entry.into);
  }
  const now = (id: EntityId): EntityId => into.get(id) ?? id;
  return new Set(distinct.flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [pairKey(now(a), now(b))])));
}
