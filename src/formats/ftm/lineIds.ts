import type { FtmRecord } from './ftmRecord.ts';

/** What FollowTheMoney takes for the id of an entity: everything that refers to another one is refused. */
const ALLOWED = /^[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?$/;
const WRITTEN = /^s-.*-s$/;

/** The id under which a record of ours is written: its own where FollowTheMoney takes it, else one spelt out, no two the same. */
export function writeLineId(id: string): string {
  if (ALLOWED.test(id) && !WRITTEN.test(id)) return id;
  const spelt = [...id].map((sign) =>
    /[0-9a-zA-Z]/.test(sign) ? sign : `.${(sign.codePointAt(0) ?? 0).toString(16)}-`,
  );
  return `s-${spelt.join('')}-s`;
}

/** Gives records the ids back that were spelt out, in whatever refers to them too. `ids` are those of our parts. Linear. */
export function restoreLineIds(records: readonly FtmRecord[], ids: Iterable<string>, apart: string): void {
  const originals = new Map<string, string>();
  for (const id of ids) if (writeLineId(id) !== id) originals.set(writeLineId(id), id);
  if (originals.size === 0) return;
  for (const record of records) {
    if (record.id !== null) record.id = originals.get(record.id) ?? record.id;
    for (const [property, values] of record.properties) {
      if (property !== apart && values.some((value) => originals.has(value)))
        record.properties.set(
          property,
          values.map((value) => originals.get(value) ?? value),
        );
    }
  }
}
