import { DataError } from '../model/dataError.ts';
import { LIMITS } from './format.ts';
import type { ImportLog } from './importLog.ts';

/** Numbers of so many digits may not survive as doubles (2^53 has 16). */
const SAFE_DIGITS = 15;
const QUOTE = 34;
const BACKSLASH = 92;

interface Scan {
  readonly depth: number;
  /** Start and end of tokens that must stand in quotation marks to survive. */
  readonly long: readonly (readonly [number, number])[];
  /** The same of NaN and Infinity, which are no JSON. */
  readonly bare: readonly (readonly [number, number])[];
}

function skipString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (code === QUOTE) return i;
    i += 1;
  }
  return text.length;
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BARE = /-?Infinity\b|NaN\b/y;

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Whether a whole number is another one as a double. */
function isRounded(token: string): boolean {
  return /^-?\d+$/.test(token) && String(Number(token)) !== token;
}

function scanJson(text: string): Scan {
  const long: [number, number][] = [];
  const bare: [number, number][] = [];
  let [depth, deepest] = [0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = skipString(text, i);
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 125 || code === 93) depth -= 1;
    else if (code === 45 || (code >= 48 && code <= 57) || code === 78 || code === 73) {
      const word = matchAt(BARE, text, i);
      if (word > i) bare.push([i, word]);
      const end = word > i ? word : matchAt(NUMBER, text, i);
      if (word === i && end - i > SAFE_DIGITS && isRounded(text.slice(i, end))) long.push([i, end]);
      if (end > i) i = end - 1;
    }
  }
  return { depth: deepest, long, bare };
}

function rewrite(text: string, scan: Scan): string {
  const changes = [
    ...scan.long.map(([start, end]) => ({ start, end, put: `"${text.slice(start, end)}"` })),
    ...scan.bare.map(([start, end]) => ({ start, end, put: 'null' })),
  ].toSorted((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, put } of changes) {
    pieces.push(text.slice(at, start), put);
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}

/** Line and column, from 1, of a place in a text. */
export function findPlace(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const line = (before.match(/\n|\r(?!\n)/g) ?? []).length + 1;
  return { line, column: at - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) };
}

function failParse(text: string, error: unknown): never {
  const reason = error instanceof Error ? error.message : '';
  const position = /position (\d+)/.exec(reason)?.[1];
  const at =
    position === undefined ? (/end of JSON|Unterminated/i.test(reason) ? text.length : null) : Number(position);
  throw new DataError('not-json', '', {
    reason: reason
      .replace(/,? ?(?:"|\.\.\.).*is not valid JSON|in JSON at position.*| \(line.*\)$/gs, '')
      .slice(0, 120),
    ...(at === null ? {} : findPlace(text, at)),
  });
}

/**
 * Parses JSON as files have it: whole numbers too long for a double stay exact as text (`number-as-text`), bare NaN and
 * Infinity become null (`not-a-number`), both told to the log. Throws DataError `not-json` with line and column, `too-deep`
 * above the limit of nesting. Linear.
 */
export function parseJsonText(text: string, log: ImportLog | null): unknown {
  const scan = scanJson(text);
  if (scan.depth > LIMITS.depth) throw new DataError('too-deep', '', { depth: scan.depth, limit: LIMITS.depth });
  const [[start, end] = [0, 0]] = scan.long;
  if (end > start) {
    const params = { count: scan.long.length, example: text.slice(start, Math.min(end, start + 40)) };
    log?.note('number-as-text', `line ${findPlace(text, start).line}`, params);
  }
  const [[from, to] = [0, 0]] = scan.bare;
  if (to > from) {
    const params = { count: scan.bare.length, value: text.slice(from, to) };
    log?.warn('not-a-number', `line ${findPlace(text, from).line}`, params);
  }
  try {
    return JSON.parse(scan.long.length + scan.bare.length > 0 ? rewrite(text, scan) : text);
  } catch (error) {
    return failParse(text, error);
  }
}
