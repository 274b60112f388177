import type { Format, Imported, InputFile } from '../format.ts';
import { createImportLog, type ImportLog } from '../importLog.ts';
import { parseJsonText } from '../jsonText.ts';

/** A text as a file, parsed where it is one JSON value. */
export function inputOf(text: string, name = 'sample.json'): InputFile {
  let json: unknown;
  try {
    json = parseJsonText(text, null);
  } catch {
    json = undefined;
  }
  return { name, size: text.length, encoding: 'utf-8', text, bytes: null, json, root: null };
}

/** What a format makes of a value or a text. */
export function readWith(
  format: Format,
  value: unknown,
  log: ImportLog = createImportLog(),
): Imported & { readonly log: ImportLog } {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { ...format.read(inputOf(text), { log, progress: () => undefined }), log };
}
