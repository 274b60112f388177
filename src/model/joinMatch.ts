import type { JoinIds } from './joinIds.ts';
import type { Matched, Naming } from './joinRecords.ts';
import { findRelations, isSameEntity } from './joinSame.ts';
import { mapList } from './mergeReferences.ts';
import type { Claim, DatasetFile, Entity, EntityId, Relation, RelationId, RelationType } from './records.ts';

/** Which entity of the base one of `added` is; one that was merged away there is the one that it went into. */
function createEntityFinder(base: DatasetFile, ids: JoinIds): (entity: Entity) => EntityId | undefined {
  const known = new Map<string, { readonly entity: Entity; readonly to: EntityId }>();
  for (const entity of base.entities) known.set(entity.id, { entity, to: entity.id });
  for (const { into, before } of [...(base.merged ?? [])].reverse()) {
    const target = known.get(into)?.to;
    if (target && !known.has(before.gone.id)) known.set(before.gone.id, { entity: before.gone, to: target });
  }
  return (entity) => {
    for (const id of ids.earlier(entity.id)) {
      const found = known.get(id);
      if (found && isSameEntity(found.entity, entity)) return found.to;
    }
    return undefined;
  };
}

/** Which entities of the base those of `added` are; `renamed` learns of the others' new ids. Linear. */
export function matchEntities(base: DatasetFile, added: DatasetFile, { ids, renamed }: Naming): Matched<Entity>[] {
  const find = createEntityFinder(base, ids);
  return added.entities.map((row) => {
    const found = find(row);
    const to = found ?? (ids.allot(row.id) as EntityId);
    if (to !== row.id) renamed.set(row.id, to);
    return { row, to, isNew: found === undefined };
  });
}

/** The same for relations, whose types and ends go by their new ids already. Linear. */
export function matchRelations(
  base: DatasetFile,
  rows: readonly Relation[],
  types: readonly RelationType[],
  { ids, renamedLater }: Naming,
): Matched<Relation>[] {
  const finder = findRelations(base, types);
  return rows.map((row): Matched<Relation> => {
    const found = finder.find(row, ids.earlier(row.id));
    const to = found?.id ?? (ids.allot(row.id) as RelationId);
    if (to !== row.id) renamedLater.set(row.id, to);
    return { row, to, isNew: found === undefined };
  });
}

/** An entity about relations, by the ids that these have now. */
export function mapAbout(entity: Entity, renamedLater: ReadonlyMap<string, string>): Entity {
  const about = entity.about && mapList(entity.about, (id) => (renamedLater.get(id) ?? id) as RelationId);
  return about === entity.about || !about ? entity : { ...entity, about };
}

/** A record whose claims go by other keys of utterances. */
export function withStatements<Row extends { readonly claims?: readonly Claim[] }>(
  row: Row,
  renamed: ReadonlyMap<string, string>,
): Row {
  const claims =
    row.claims &&
    mapList(row.claims, (claim) => {
      const statement = claim.statement === undefined ? undefined : renamed.get(claim.statement);
      return statement === undefined ? claim : { ...claim, statement };
    });
  return claims === row.claims ? row : { ...row, claims };
}
