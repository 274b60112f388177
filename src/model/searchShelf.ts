import type { Dataset } from './dataset.ts';
import { fold } from './fold.ts';
import type { Entity, Relation, RelationType, Source } from './records.ts';
import { buildColumn, type Column } from './searchColumn.ts';
import { findInitials, initialsOf, joinWords, splitWords } from './searchText.ts';

/** Beyond so many relations their sentences are not made: they are found by their ends' names and their type's words. */
const SENTENCES_MAX = 20_000;

/** What names are looked up in. Owners are record numbers: entities in file order, then sources. */
export interface NameShelf {
  readonly records: readonly (Entity | Source)[];
  /** The first number that is a source. */
  readonly firstSource: number;
  readonly weights: Uint32Array;
  readonly names: Column;
  readonly joined: Column;
  readonly initials: Column;
}

/** What relations are looked up in. Owners are wordings: types in file order, then one sentence a relation. */
export interface RelationShelf {
  readonly relations: readonly Relation[];
  /** By relation: the record numbers of its ends and the wording numbers of its type and sentence; -1 for none. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Int32Array;
  readonly sentence: Int32Array;
  readonly wordingCount: number;
  readonly wordings: Column;
  /** First letters of all words of each wording, run together. */
  readonly initials: Column;
}

/** Every text by which an entity or source is known, the shown one first, each once. */
export function listNames(record: Entity | Source): readonly string[] {
  const names =
    'name' in record
      ? [record.name, ...Object.values(record.names ?? {}).flat(), ...(record.aliases ?? [])]
      : [record.label, record.title ?? '', record.publisher ?? ''];
  return [...new Set(names)].filter((name) => name !== '');
}

/** Lays out all names. Linear: 0.2 s at 100,000 names. */
export function buildNameShelf(dataset: Dataset): NameShelf {
  const records = [...dataset.entities.values(), ...dataset.sources.values()];
  const names: string[] = [];
  const joined: string[] = [];
  const owners: number[] = [];
  const initials: string[] = [];
  const initialOwners: number[] = [];
  const weights = new Uint32Array(records.length);
  for (const [number, record] of records.entries()) {
    if ('name' in record) weights[number] = dataset.relationsOf.get(record.id)?.length ?? 0;
    for (const name of listNames(record)) {
      const words = splitWords(fold(name));
      if (words.length === 0) continue;
      names.push(words.join(' '));
      joined.push(joinWords(words));
      owners.push(number);
      for (const letters of findInitials(words)) {
        initials.push(letters);
        initialOwners.push(number);
      }
    }
  }
  return {
    records,
    firstSource: dataset.entities.size,
    weights,
    names: buildColumn(names, owners),
    joined: buildColumn(joined, owners),
    initials: buildColumn(initials, initialOwners),
  };
}

function wordType(type: RelationType): string {
  return [type.forward.short, type.forward.full, type.reverse.short, type.reverse.full].join(' / ');
}

/** Lays out the wording of all relations. Linear in their number; `sayRelation` is called once for each of up to 20,000. */
export function buildRelationShelf(dataset: Dataset, sayRelation: (relation: Relation) => string): RelationShelf {
  const relations = [...dataset.relations.values()];
  const numbers = new Map([...dataset.entities.keys()].map((id, number) => [id, number]));
  const types = new Map([...dataset.types.keys()].map((id, number) => [id, number]));
  const hasSentences = relations.length <= SENTENCES_MAX;
  const texts = [...dataset.types.values()].map(wordType);
  if (hasSentences) for (const relation of relations) texts.push(`${sayRelation(relation)} / ${relation.label ?? ''}`);
  const words = texts.map((text) => splitWords(fold(text)));
  const owners = texts.map((_, number) => number);
  return {
    relations,
    from: Int32Array.from(relations, (relation) => numbers.get(relation.from) ?? -1),
    to: Int32Array.from(relations, (relation) => numbers.get(relation.to) ?? -1),
    type: Int32Array.from(relations, (relation) => types.get(relation.type) ?? -1),
    sentence: Int32Array.from(relations, (_, index) => (hasSentences ? types.size + index : -1)),
    wordingCount: texts.length,
    wordings: buildColumn(
      words.map((each) => each.join(' ')),
      owners,
    ),
    initials: buildColumn(words.map(initialsOf), owners),
  };
}
