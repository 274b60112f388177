/** Parameters of a message: plain text and numbers, shown as text. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** Why a whole file cannot be used. `code` picks the sentence (words/sayError), `where` is a path, line or file name. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly code: string;
  readonly where: string;
  readonly params: MessageParams;

  constructor(code: string, where: string, params: MessageParams = {}) {
    super(`${code} at ${where || 'the file'}`);
    this.code = code;
    this.where = where;
    this.params = params;
  }
}

/**
 * One thing in a file that was not as it should be. `error` makes the file unusable; `warning`: something is lost, doubtful
 * or not as its maker meant it; `note`: something was guessed, mended or kept elsewhere, and nothing is lost.
 */
export interface Issue {
  readonly code: string;
  readonly where: string;
  readonly params: MessageParams;
  readonly severity: 'error' | 'warning' | 'note';
}
