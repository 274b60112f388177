import { ERROR_SENTENCES } from './errorSentences.ts';
import { ISSUE_SENTENCES } from './issueSentences.ts';
import { cutText, endSentence, plainText, upperFirst } from './plainText.ts';
import { MAX_PARAM, type Sayable, sayPlace } from './sayable.ts';

/**
 * One sentence for an error: what happened, where, and what to do. A code without a sentence of its own is named in a
 * general one. Total: never throws, whatever the code or parameters.
 */
export function sayError(error: Sayable): string {
  const parts = ERROR_SENTENCES.get(error.code)?.(error) ?? {
    what: `Something went wrong${sayPlace(error.where)} (${cutText(plainText(error.code), MAX_PARAM) || 'no code'})`,
    toDo: 'try again, and tell the maker of this page if it happens once more',
  };
  return `${upperFirst(parts.what)}; ${parts.toDo}.`;
}

/** One sentence for a thing in a file that is not as it should be: where, what, and what to do. Total. */
export function sayIssue(issue: Sayable): string {
  const say = ISSUE_SENTENCES.get(issue.code);
  if (!say) return sayError(issue);
  const place = sayPlace(issue.where).trim();
  const what = say(issue);
  // What stands for several has the place of its first.
  if (place && Number(issue.params['count'] ?? 1) > 1) return endSentence(`In the file: ${what} (first ${place})`);
  return endSentence(`${place ? `A${place.slice(1)}` : 'In the file'}: ${what}`);
}
