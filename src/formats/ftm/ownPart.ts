import { findAllProblems } from '../../model/parseDataset.ts';
import type { Claim, Entity, Relation, RelationType, Source } from '../../model/records.ts';
import type { ImportLog } from '../importLog.ts';
import { type FtmRecord, fieldOf, isObject, valuesOf } from './ftmRecord.ts';

/**
 * The part of an exported line that only Sayso reads: one record of ours whole, since FollowTheMoney has no claims. It
 * stands in `indexText`, which every version of FollowTheMoney keeps and no program shows.
 */
export type OwnPart =
  | { readonly source: Source }
  | { readonly entity: Entity }
  | { readonly relation: Relation; readonly type: RelationType }
  | { readonly claim: Claim; readonly of: string };

/** The property that has it. */
export const OWN_PROPERTY = 'indexText';
const MARK = 'sayso-1:';

/** Writes a part as the text of the property. */
export function printOwnPart(part: OwnPart): string {
  return MARK + JSON.stringify(part);
}

function parsePart(record: FtmRecord): OwnPart | null {
  const text = valuesOf(record, OWN_PROPERTY).find((value) => value.startsWith(MARK));
  if (text === undefined) return null;
  try {
    const part: unknown = JSON.parse(text.slice(MARK.length));
    const named = ['source', 'entity', 'relation', 'claim'].some((key) => isObject(part) && isObject(fieldOf(part, key)));
    return named ? (part as OwnPart) : null;
  } catch {
    return null;
  }
}

/** A file of ours with one record in it, for the check of its shape. */
function wrapPart(part: OwnPart): object {
  const empty = { sayso: 1, id: 'part', title: '', sources: [], entities: [], relations: [], relationTypes: [] };
  if ('source' in part) return { ...empty, sources: [part.source] };
  if ('entity' in part) return { ...empty, entities: [part.entity] };
  if ('relation' in part) return { ...empty, relations: [{ ...part.relation, claims: [] }], relationTypes: [part.type] };
  return { ...empty, entities: [{ id: 'part', kind: 'Other', name: 'part', claims: [part.claim] }] };
}

function isSound(part: OwnPart): boolean {
  if ('claim' in part && typeof part.of !== 'string') return false;
  return !findAllProblems(wrapPart(part)).some(({ code }) => code === 'schema');
}

/** Whether the line still says what its part says: other programs may have changed the one without the other. */
function agrees(record: FtmRecord, part: OwnPart): boolean {
  if ('entity' in part) return record.id === part.entity.id && valuesOf(record, 'name')[0] === part.entity.name;
  if (!('relation' in part)) return true;
  const { from, to } = part.relation;
  const values = new Set([...record.properties.values()].flat());
  return record.id === part.relation.id && values.has(from) && values.has(to);
}

/** The sound parts of ours in a file, by their record. A broken or outdated one is told and read as plain FollowTheMoney. */
export function findOwnParts(records: readonly FtmRecord[], log: ImportLog): ReadonlyMap<FtmRecord, OwnPart> {
  const found = new Map<FtmRecord, OwnPart>();
  for (const record of records) {
    const part = parsePart(record);
    if (!part) continue;
    if (isSound(part) && agrees(record, part)) found.set(record, part);
    else log.warn('own-part-outdated', record.where, { id: record.id ?? '' });
  }
  return found;
}
