const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters from data are what is removed here
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * Text from a dataset made fit to stand inside a sentence: line breaks and control characters become spaces, and the
 * characters that could turn the direction of the words around it are left out. Nothing visible is dropped.
 */
export function plainText(text: string): string {
  return text.replace(BIDI_CONTROLS, '').replace(CONTROLS, ' ').trim();
}

/** The text with its first letter in upper case, for the beginning of a sentence. */
export function upperFirst(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** The text as a sentence: with a full stop unless it already ends like one. */
export function endSentence(text: string): string {
  return /[.!?…][”’"')]?$/.test(text) ? text : `${text}.`;
}

/** At most `limit` characters of a text, with an ellipsis where it was cut. Never used for names of speakers. */
export function cutText(text: string, limit: number): string {
  const letters = Array.from(text.slice(0, limit * 2 + 2));
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}
