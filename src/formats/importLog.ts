import type { Issue, MessageParams } from '../model/dataError.ts';

/** So many things are listed one by one for each code; the rest is counted. */
const MOST_LISTED = 2000;

/** What a reader has to say about a file: what it guessed, mended, could not place. Nothing is dropped without a word here. */
export interface ImportLog {
  /** Something was guessed, mended or kept elsewhere, and nothing is lost. */
  note(code: string, where: string, params?: MessageParams): void;
  /** Something is lost, doubtful, or not as the file's maker meant it. */
  warn(code: string, where: string, params?: MessageParams): void;
  /** Counts something that happens so often that only its number is of use: one note with `count` and the first place. */
  tally(code: string, where: string, params?: MessageParams): void;
  /** Everything said: warnings first, then notes, then tallies; `issues-not-listed` {code, count} for what was only counted. */
  issues(): Issue[];
}

const NONE: MessageParams = {};

interface Tally {
  readonly code: string;
  readonly where: string;
  readonly params: MessageParams;
  count: number;
}

/** An empty log. Its memory is bounded: `MOST_LISTED` issues a code. */
export function createImportLog(): ImportLog {
  const listed = { warning: [] as Issue[], note: [] as Issue[] };
  const counts = new Map<string, { severity: 'warning' | 'note'; code: string; count: number }>();
  const tallies = new Map<string, Tally>();

  function add(severity: 'warning' | 'note', code: string, where: string, params: MessageParams): void {
    const key = `${severity} ${code}`;
    const seen = counts.get(key) ?? { severity, code, count: 0 };
    counts.set(key, seen);
    seen.count += 1;
    if (seen.count <= MOST_LISTED) listed[severity].push({ code, where, params, severity });
  }

  return {
    note: (code, where, params = {}) => add('note', code, where, params),
    warn: (code, where, params = {}) => add('warning', code, where, params),
    tally(code, where, params = NONE) {
      // Most tallies have no parameters, and some come with every relation.
      const own = params === NONE ? code : JSON.stringify([code, params]);
      const key = tallies.size < MOST_LISTED || tallies.has(own) ? own : code;
      const seen = tallies.get(key);
      if (seen) seen.count += 1;
      else tallies.set(key, { code, where, params: key === own ? params : NONE, count: 1 });
    },
    issues() {
      const unlisted = [...counts.values()].flatMap(({ severity, code, count }): Issue[] =>
        count > MOST_LISTED
          ? [{ code: 'issues-not-listed', where: '', params: { code, count: count - MOST_LISTED }, severity }]
          : [],
      );
      const tallied = [...tallies.values()].map(
        ({ code, where, params, count }): Issue => ({ code, where, params: { ...params, count }, severity: 'note' }),
      );
      return [...listed.warning, ...unlisted, ...listed.note, ...tallied];
    },
  };
}
