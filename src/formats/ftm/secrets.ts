import type { ImportLog } from '../importLog.ts';

const KEY = /([?&])(?:api_?key|access_token|token)=[^&#]*&?/gi;

/**
 * A value without the keys to a service that are in its addresses: Aleph gives everybody's own with what it finds, and a file
 * made here is passed on. The value itself where there is none; `key-left-out` tells of others.
 */
export function withoutKeys(value: unknown, where: string, log: ImportLog): unknown {
  if (typeof value === 'string') {
    if (!/^https?:/i.test(value) || value.search(KEY) < 0) return value;
    log.tally('key-left-out', where);
    return value.replace(KEY, '$1').replace(/[?&](?=#|$)/, '');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => withoutKeys(each, where, log));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutKeys(each, where, log)]));
}
