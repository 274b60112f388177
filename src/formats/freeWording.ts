/** Words with which something begins that can stand between two names as it is. */
const BEGINS =
  /^(?:is|was|are|were|has|had|have|does|did|will|would|may|might|met|paid|sold|bought|gave|lent|sent|led|ran|held|won|lost|taught|knew|said|wrote|co-?[a-z]+ed|[a-z]+ed)\b/i;
/** "owns", "works": the third person; "business" and "analysis" are none. */
const THIRD_PERSON = /^[a-z-]+[^su\W]s\b/i;
const NOUNS = /^(?:[a-z]+(?:ics|ers|ors|ions|ments|ships)|news|sales|shares|ties|works)\b/i;
const ENDS = /\b(?:of|by|for|to|with|in|at|from|on|as|about|than|under|over|against|between)$/i;

/** A wording as types have it. */
export interface Wording {
  readonly full: string;
  readonly short: string;
}

/** Whether a wording reads as a sentence between two names: "A owns B", "A director of B", and not "A Ownership B". */
function isPredicate(text: string): boolean {
  if (BEGINS.test(text) || ENDS.test(text)) return true;
  return THIRD_PERSON.test(text) && !NOUNS.test(text) && !/^[a-z-]+is\b/i.test(text);
}

/**
 * A free wording of a file fit for sentences: as it is where it can stand between two names, else quoted, so that it is
 * neither ungrammatical nor worded anew. The line carries the file's own words either way.
 */
export function sayable(free: string): Wording {
  const text = free.trim();
  return { full: isPredicate(text) ? text : `has the relation “${text}” to`, short: text };
}
