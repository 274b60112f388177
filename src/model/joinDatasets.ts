import type { Issue } from './dataError.ts';
import { joinHead } from './joinHead.ts';
import { createJoinIds, findStatementIds } from './joinIds.ts';
import { mapAbout, matchEntities, matchRelations, withStatements } from './joinMatch.ts';
import { joinClaimed, joinRows, type Matched, type Naming } from './joinRecords.ts';
import { findSources, findTypes } from './joinSame.ts';
import { joinMerged, shorten, tellEntities } from './joinTold.ts';
import type { PlacedFile } from './mergeEntities.ts';
import { uniteEntity, uniteFields, uniteRelation, uniteSource } from './mergeFields.ts';
import { mapEntity, mapRelation } from './mergeReferences.ts';
import type { DatasetFile, Entity, Relation, RelationType, Source } from './records.ts';

/** What adding one dataset to another gives. */
export interface Joined {
  readonly file: PlacedFile;
  /** What was not as one would think, nothing of it lost. */
  readonly issues: readonly Issue[];
}

const TYPE_OWN = new Set(['id', 'forward', 'reverse']);

function uniteType(mine: RelationType, other: RelationType): RelationType {
  return uniteFields(mine, other, TYPE_OWN);
}

function isNothing({ sources, entities, relations, relationTypes, stories = [], notes }: DatasetFile): boolean {
  return [sources, entities, relations, relationTypes, stories].every(({ length }) => length === 0) && !notes;
}

/** Entities and relations with all that names others by new ids; the claims of one may be set against those of another. */
function joinStatements(
  base: DatasetFile,
  added: DatasetFile,
  people: readonly Matched<Entity>[],
  types: readonly RelationType[],
  naming: Naming,
) {
  const { renamed, renamedLater } = naming;
  const mapped: DatasetFile = {
    ...added,
    entities: people.map(({ row }) => mapEntity(row, renamed)),
    relations: added.relations.map((relation) => mapRelation(relation, renamed)),
  };
  const statements = findStatementIds(base, mapped);
  const rows = mapped.relations.map((row) => withStatements(row, statements));
  const links = matchRelations(base, rows, types, naming);
  // Ids of relations are all known here; those of claims once both have been taken in.
  const entities = people.map((one, i) => {
    const row = withStatements(mapped.entities[i] ?? one.row, statements);
    return { ...one, row: mapAbout(row, renamedLater) };
  });
  const finishEntities = joinClaimed<Entity>(naming, base.entities, entities, uniteEntity);
  const finishRelations = joinClaimed<Relation>(naming, base.relations, links, uniteRelation);
  return { entities: finishEntities(), relations: finishRelations() };
}

/**
 * Adds one dataset to another. An entity is the same as one of the base where they have the same id and are evidently the
 * same (a name, alias or identifier in common); others of that id get a new one, told as `id-repeated`. Sources, types,
 * relations and claims are the same by what they say (`joinSame`). What is the same is united: the base's own stays where
 * both say something else, and the other is kept beside it. The result has unique ids and nothing that dangles; adding a
 * dataset to itself gives the very base. No record is changed. Linear in both.
 */
export function joinDatasets(base: PlacedFile, added: PlacedFile): Joined {
  if (isNothing(added)) return { file: base, issues: [] };
  const naming: Naming = { ids: createJoinIds(base, added), renamed: new Map(), renamedLater: new Map() };
  const sources = joinRows<Source>(naming, base.sources, added.sources, findSources(base.sources), uniteSource);
  const types = joinRows(naming, base.relationTypes, added.relationTypes, findTypes(base.relationTypes), uniteType);
  const people = matchEntities(base, added, naming);
  const statements = joinStatements(base, added, people, types.fresh, naming);
  const { merged, issues } = joinMerged(base, added, naming);
  const renaming = { ids: new Map([...naming.renamed, ...naming.renamedLater]), gone: new Set<string>() };
  const file: PlacedFile = {
    ...base,
    ...joinHead(base, added, renaming),
    ...statements,
    sources: sources.rows,
    relationTypes: types.rows,
    ...(merged.length > 0 ? { merged } : {}),
  };
  const names = Object.keys(file) as (keyof PlacedFile)[];
  const isSame = names.every((name) => file[name] === base[name]);
  return { file: isSame ? base : file, issues: shorten([...tellEntities(base, people), ...issues]) };
}
