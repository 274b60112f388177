import type { Dataset } from '../model/dataset.ts';
import type { DuplicatePair, DuplicateReason } from '../model/findDuplicates.ts';
import type { EntityId, MergedEntity } from '../model/records.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';
import { sayDate } from './sayDate.ts';
import { sayName } from './sayRelation.ts';

/** The dialog in which somebody decides which records are about the same. */
export const duplicatesText = {
  title: 'Entities that may be the same',
  close: 'Close',
  intro:
    'Names and identifiers that look alike; nothing here says that two are the same. You decide, pair by pair. What you make one can be taken apart again, and nothing of it is lost.',
  searching: 'Comparing names …',
  found: (pairs: number): string =>
    pairs === 0
      ? 'No entities that look alike.'
      : `${sayCount(pairs, 'pair')} of entities that may be the same, the most alike first.`,
  pairs: 'Pairs to decide on',
  relations: (count: number): string => sayCount(count, 'relation'),
  aliases: 'Also called',
  identifiers: 'Identifiers',
  sources: 'Sources',
  noSources: 'No source names it',
  more: (count: number): string => `and ${sayNumber(count)} more`,
  keep: (name: string): string => `Same: keep ${name}`,
  /** Where both go by one name, which of the two is told by its side. */
  keepFirst: (name: string): string => `Same: keep the first ${name}`,
  keepSecond: (name: string): string => `Same: keep the second ${name}`,
  notSame: 'Not the same',
  notSameThese: (a: string, b: string): string => `Not the same: ${a} and ${b}`,
  merged: (gone: string, kept: string): string =>
    `${gone} and ${kept} are one entity now, ${kept}. It can be taken apart below.`,
  parted: (gone: string, kept: string): string => `${gone} and ${kept} are two entities again.`,
  distinct: (a: string, b: string): string => `${a} and ${b} stay two. You will not be asked again.`,
  asked: (a: string, b: string): string => `${a} and ${b} are compared again.`,
  mergedList: (count: number): string => `Merged (${sayNumber(count)})`,
  distinctList: (count: number): string => `Not the same (${sayNumber(count)})`,
  part: 'Take apart',
  partThese: (gone: string, kept: string): string => `Take apart: ${gone} and ${kept}`,
  askAgain: 'Ask again',
  askAgainThese: (a: string, b: string): string => `Ask again: ${a} and ${b}`,
  impossible: (gone: string): string =>
    `${gone} cannot be taken apart here: the entity that it went into is gone, or its id is another’s. Open the data from before to get it back.`,
} as const;

const REASONS: Readonly<Record<DuplicateReason, (shared: string) => string>> = {
  identifier: (shared) => `Both have the identifier ${shared}.`,
  'same-name-folded': () => 'The names differ at most in capitals, accents, punctuation or script.',
  alias: (shared) => `Both go by the name ${shared}.`,
  'word-order': () => 'The names have the same words in another order.',
  'legal-form': () => 'The names differ in what does not tell companies apart, such as “Ltd” or “the”.',
  title: () => 'The names differ in a title only.',
  initials: () => 'The names differ in middle names or initials only.',
  'one-letter': () => 'The names differ in one letter or space. It may be a slip, or two names.',
  'other-legal-form': () => 'The names differ in their legal form. In law these are often two companies.',
};

/** Why two records stand in the list. */
export function sayDuplicateReason({ why, shared }: Pick<DuplicatePair, 'why' | 'shared'>): string {
  return REASONS[why](`“${plainText(shared)}”`);
}

/** The heading of a pair: "Ann Lee and A. Lee may be the same". */
export function sayDuplicatePair(dataset: Dataset, { a, b }: Pick<DuplicatePair, 'a' | 'b'>): string {
  return `${sayName(dataset, a)} and ${sayName(dataset, b)} may be the same`;
}

/** What the two buttons that keep one of a pair say, in the order of the pair. */
export function sayKeeping(dataset: Dataset, { a, b }: Pick<DuplicatePair, 'a' | 'b'>): readonly [string, string] {
  const [first, second] = [sayName(dataset, a), sayName(dataset, b)];
  return first === second
    ? [duplicatesText.keepFirst(first), duplicatesText.keepSecond(second)]
    : [duplicatesText.keep(first), duplicatesText.keep(second)];
}

/** One merge that was made: "DONALD TRUMP, merged into Donald Trump on 30 November 2026". */
export function sayMerged(dataset: Dataset, { into, at, before }: MergedEntity): string {
  const kept = dataset.entities.has(into) ? sayName(dataset, into) : plainText(before.kept.name);
  const on = at ? ` on ${sayDate(at)}` : '';
  return `${plainText(before.gone.name)}, merged into ${kept}${on}`;
}

/** An entity by its name, also one that was merged away. */
export function sayFormerName(dataset: Dataset, id: EntityId): string {
  const gone = dataset.file.merged?.find(({ before }) => before.gone.id === id)?.before.gone;
  return gone && !dataset.entities.has(id) ? plainText(gone.name) : sayName(dataset, id);
}
