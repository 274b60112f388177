import { DataError } from '../model/dataError.ts';
import { type ParsedFile, parseDataset } from '../model/parseDataset.ts';
import type { DatasetFile } from '../model/records.ts';

/** The largest file that is read, in characters. */
const MAX_CHARACTERS = 200_000_000;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw new DataError('not-json', '', { reason: error instanceof Error ? error.message.slice(0, 200) : '' });
  }
}

/** Reads Sayso's own format. Throws one DataError for text that is no valid file. */
export function readSayso(text: string): ParsedFile {
  if (text.length > MAX_CHARACTERS) throw new DataError('too-large', '', { limit: MAX_CHARACTERS });
  return parseDataset(parseJson(text));
}

/** Writes Sayso's own format, unknown fields and all, indented by two spaces. */
export function writeSayso(file: DatasetFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
