import { shortened } from './draftIds.ts';

/** Parts of an address that name no document. */
const NAMELESS =
  /^(?:index|default|home|main|page|articles?|story|news|documents?|view|download|viewer|browse|edgar|archives?|[\d\W_]*)$/i;
const ADDRESS = /^[a-z]+:\/\/(?:[^/@?#]*@)?(?:www\.)?([^/:?#]+)[^/?#]*([^?#]*)(\?[^#]*)?/i;
const ENDING = /\.(?:s?html?|php|aspx?|jsp|pdf|docx?|xlsx?|txt)$/i;
const MAX = 80;

function readable(part: string): string {
  let text = part;
  try {
    text = decodeURIComponent(part);
  } catch {
    // A lone % is a sign like any other.
  }
  return text
    .replace(ENDING, '')
    .replace(/[-_+\s]+/g, ' ')
    .replace(/^\d{4,} (?=\D)/, '')
    .trim();
}

/**
 * What an address says of a document that nobody gave a title: its host, and the last part of its path that has words, so
 * that hundreds of documents of one host are told apart: "documentcloud.org: Trump 2016 Financial Disclosure".
 */
export function labelOf(address: string): string {
  const [, host, path = '', query = ''] = ADDRESS.exec(address) ?? [];
  if (host === undefined) return shortened(address, MAX);
  const parts = path.split('/').map(readable);
  const at = parts.findLastIndex((each) => !NAMELESS.test(each));
  // One word alone ("officers") is one of many; what stands before it says whose.
  const rest =
    at < 0 || (query.length > 1 && at === parts.length - 1 && !parts[at]?.includes(' '))
      ? `${path}${query}`.replace(/^\/+|\/+$/g, '')
      : parts
          .slice(parts[at]?.includes(' ') ? at : Math.max(0, at - 1), at + 1)
          .filter(Boolean)
          .join('/');
  return rest === '' ? host : shortened(`${host}: ${rest}`, MAX);
}
