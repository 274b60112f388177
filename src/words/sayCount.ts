/** A whole number with thousands separated by commas: 10000 is "10,000". */
export function sayNumber(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number with its noun: "1 relation", "6 relations", "no relations" for 0; `many` for irregular plurals. */
export function sayCount(n: number, one: string, many = `${one}s`): string {
  return `${n === 0 ? 'no' : sayNumber(n)} ${n === 1 ? one : many}`;
}

/** Joins names as in a sentence: "A", "A and B", "A, B and C". Empty for none. */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
