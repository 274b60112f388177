import type { KeptRecords } from './keptRecords.ts';
import type { Claim, DatasetFile, Entity, MergedEntity, Relation } from './records.ts';

function withoutNotes<Row extends Entity | Relation | Claim>(row: Row): Row {
  const { notes: _private, ...bare } = row as Row & { notes?: unknown };
  const claims = 'claims' in bare ? (bare.claims as readonly Claim[] | undefined) : undefined;
  return (claims ? { ...bare, claims: claims.map((claim) => withoutNotes(claim)) } : bare) as unknown as Row;
}

function publish(entry: MergedEntity, notes: boolean, stories: boolean): MergedEntity {
  const { before } = entry;
  const bare = notes
    ? before
    : {
        ...before,
        gone: withoutNotes(before.gone),
        kept: withoutNotes(before.kept),
        entities: before.entities.map((entity) => withoutNotes(entity)),
        relations: before.relations.map((relation) => withoutNotes(relation)),
      };
  return { ...entry, before: stories ? bare : { ...bare, stories: [] } };
}

/**
 * What a part of a file says of merges and of pairs that are not the same. Merges are only in the whole: the records that
 * they keep would bring in what is no part of it. Notes and stories go as they do elsewhere. Linear.
 */
export function cutMerges(
  { merged, distinct }: DatasetFile,
  { isWhole, entities, named }: KeptRecords,
  { notes, stories }: { readonly notes: boolean; readonly stories: boolean },
): Pick<DatasetFile, 'merged' | 'distinct'> {
  const pairs = isWhole ? distinct : distinct?.filter((pair) => pair.every((id) => entities.has(id) || named.has(id)));
  return {
    ...(merged && isWhole ? { merged: merged.map((entry) => publish(entry, notes, stories)) } : {}),
    ...(pairs && pairs.length > 0 ? { distinct: pairs } : {}),
  };
}
