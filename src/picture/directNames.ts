import type { Dataset } from '../model/dataset.ts';
import { isRightToLeft } from '../model/textDirection.ts';
import { plainText } from '../words/plainText.ts';

/** Right-to-left mark: without width, and of the direction of the letters around it. */
const MARK = '\u200f';

/**
 * Marks the names of entities that run from right to left inside a sentence that does not, so that brackets, digits and
 * signs at their ends stay with them. Linear in the entities once; a dataset without such names costs nothing after.
 */
export function createNameDirection(dataset: Dataset): (sentence: string) => string {
  const names = [...dataset.entities.values()].map(({ name }) => plainText(name)).filter(isRightToLeft);
  // Longer names first: one may be part of another.
  const sorted = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  if (sorted.length === 0) return (sentence) => sentence;
  const escaped = sorted.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'gu');
  return (sentence) => sentence.replaceAll(pattern, (name) => `${MARK}${name}${MARK}`);
}
