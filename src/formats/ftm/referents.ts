import type { ImportLog } from '../importLog.ts';
import { EDGE_SCHEMATA } from './edgeSchemata.ts';
import type { FtmRecord } from './ftmRecord.ts';
import { LINK_PROPERTIES } from './impliedLinks.ts';

/** Properties that name an entity, at the ends of edges and on nodes. */
const NAMING: ReadonlySet<string> = new Set([
  ...[...EDGE_SCHEMATA.values()].flatMap(({ source, target }) => [source, target]),
  ...LINK_PROPERTIES,
]);

/** The record that each former id (`referents`) leads to; none for an id that a record still has. */
function learnReferents(records: readonly FtmRecord[]): ReadonlyMap<string, string> {
  const ids = new Set(records.map(({ id }) => id));
  const known = new Map<string, string>();
  for (const { id, extra } of records) {
    const referents = extra.get('referents');
    if (id === null || !Array.isArray(referents)) continue;
    for (const each of referents as readonly unknown[])
      if (typeof each === 'string' && !ids.has(each) && !known.has(each)) known.set(each, id);
  }
  return known;
}

/** Lets records that name an entity by an id it had before it was merged name it by the one it has. Linear. */
export function followReferents(records: readonly FtmRecord[], log: ImportLog): void {
  const known = learnReferents(records);
  if (known.size === 0) return;
  for (const { properties, where } of records) {
    for (const [property, values] of properties) {
      if (!NAMING.has(property) || !values.some((value) => known.has(value))) continue;
      log.tally('referent-followed', where);
      properties.set(property, [...new Set(values.map((value) => known.get(value) ?? value))]);
    }
  }
}
