import { type ColumnFacts, isNaming } from './columnFacts.ts';
import { type EndHeader, readEnds, readNoun, readStrangeEnds } from './endWords.ts';
import { endOf, type GuessedEnds, isEnd } from './guessedEnd.ts';

/** "From" and "To" of a time. */
export function isTime({ clearDates, values, dates }: ColumnFacts): boolean {
  return clearDates > 0.5 || (dates > 0.8 && [...values.keys()].every((value) => /^(?:1[5-9]|20)\d\d/.test(value)));
}

/** "From lodge" and "To lodge": the same strange word at both ends, with names or ids of something. */
function findStrangePair(columns: readonly ColumnFacts[]): GuessedEnds | null {
  const found = columns.flatMap((column) =>
    column.isRepeated || column.filled === 0 || isTime(column)
      ? []
      : readStrangeEnds(column.header)
          .filter(({ part }) => part === 'id' || isNaming(column))
          .map((end) => ({ ...end, index: column.index })),
  );
  for (const first of found) {
    const same = found.filter(({ pair, of }) => pair === first.pair && of === first.of);
    const from = endOf(same.filter(({ side }) => side === 'from'));
    const to = endOf(same.filter(({ side }) => side === 'to'));
    if (isEnd(from) && isEnd(to)) return { from, to, wording: null, wordingFrom: 'any', by: 'pair' };
  }
  return null;
}

/** The columns of two ends by a pair of words; null where no pair is whole. */
export function findPair(columns: readonly ColumnFacts[]): GuessedEnds | null {
  return findKnownPair(columns) ?? findStrangePair(columns);
}

/** "Source" and "Target", "Person A" and "Person B", "from_id" and "to_id". */
function findKnownPair(columns: readonly ColumnFacts[]): GuessedEnds | null {
  const pairs = new Map<string, (EndHeader & { readonly index: number })[]>();
  for (const column of columns) {
    const { index, header, isRepeated, filled } = column;
    if (isRepeated || filled === 0 || isTime(column)) continue;
    // Several directors in columns with numbers are no two ends.
    for (const end of readEnds(header)) {
      if (
        (readNoun({ ...header, words: header.words.slice(0, -1), phrase: header.words.slice(0, -1).join(' ') })?.noun
          .wording ?? null) !== null
      )
        continue;
      pairs.set(end.pair, [...(pairs.get(end.pair) ?? []), { ...end, index }]);
    }
  }
  let best: { readonly size: number; readonly ends: GuessedEnds } | null = null;
  for (const ends of pairs.values()) {
    const from = endOf(ends.filter(({ side }) => side === 'from'));
    const to = endOf(ends.filter(({ side }) => side === 'to'));
    if (!isEnd(from) || !isEnd(to) || ends.length <= (best?.size ?? 0)) continue;
    best = { size: ends.length, ends: { from, to, wording: null, wordingFrom: 'any', by: 'pair' } };
  }
  return best?.ends ?? null;
}
