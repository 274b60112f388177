import { findAllProblems } from '../../model/parseDataset.ts';
import type { Claim, Entity, Relation, RelationType, Source } from '../../model/records.ts';
import type { ImportLog } from '../importLog.ts';
import { type FtmRecord, fieldOf, isObject, valuesOf } from './ftmRecord.ts';
import { restoreLineIds } from './lineIds.ts';

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
    const named = ['source', 'entity', 'relation', 'claim'].some(
      (key) => isObject(part) && isObject(fieldOf(part, key)),
    );
    return named ? (part as OwnPart) : null;
  } catch {
    return null;
  }
}

/** The id of the record in a part, whatever its shape. */
function idOf(part: OwnPart): string {
  const record =
    'source' in part ? part.source : 'entity' in part ? part.entity : 'claim' in part ? part.claim : part.relation;
  return String(record.id);
}

/** Parts are checked so many at a time; one by one only where something in them is wrong. */
const CHECKED_AT_ONCE = 1000;

/** A file of ours with the records in it, for the check of their shape. */
function wrapParts(parts: readonly OwnPart[]): object {
  return {
    sayso: 1,
    id: 'parts',
    title: '',
    sources: parts.flatMap((part) => ('source' in part ? part.source : [])),
    entities: parts.flatMap((part) => {
      if ('claim' in part) return { id: 'part', kind: 'Other', name: 'part', claims: [part.claim] };
      return 'entity' in part ? part.entity : [];
    }),
    relations: parts.flatMap((part) => ('relation' in part ? { ...part.relation, claims: [] } : [])),
    relationTypes: parts.flatMap((part) => ('relation' in part ? part.type : [])),
  };
}

function areSound(parts: readonly OwnPart[]): boolean {
  if (parts.some((part) => 'claim' in part && typeof part.of !== 'string')) return false;
  return !findAllProblems(wrapParts(parts)).some(({ code }) => code === 'schema');
}

function findSound(parts: readonly OwnPart[]): ReadonlySet<OwnPart> {
  const sound = new Set<OwnPart>();
  for (let at = 0; at < parts.length; at += CHECKED_AT_ONCE) {
    const some = parts.slice(at, at + CHECKED_AT_ONCE);
    for (const part of areSound(some) ? some : some.filter((each) => areSound([each]))) sound.add(part);
  }
  return sound;
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
  const parsed = records.flatMap((record) => {
    const part = parsePart(record);
    return part ? [{ record, part }] : [];
  });
  restoreLineIds(
    records,
    parsed.map(({ part }) => idOf(part)),
    OWN_PROPERTY,
  );
  const sound = findSound(parsed.map(({ part }) => part));
  const found = new Map<FtmRecord, OwnPart>();
  for (const { record, part } of parsed) {
    if (sound.has(part) && agrees(record, part)) found.set(record, part);
    else log.warn('own-part-outdated', record.where, { id: record.id ?? '' });
  }
  return found;
}
