import { DataError } from '../model/dataError.ts';
import { type ParsedFile, parseDataset } from '../model/parseDataset.ts';
import type { DatasetFile } from '../model/records.ts';
import { type Format, type Imported, LIMITS } from './format.ts';
import { parseJsonText } from './jsonText.ts';

/** Reads Sayso's own format. Throws one DataError for text that is no valid file. */
export function readSayso(text: string): ParsedFile {
  if (text.length > LIMITS.bytes) throw new DataError('too-large', '', { limit: LIMITS.bytes / 1e6 });
  return parseDataset(parseJsonText(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, null));
}

/** Writes Sayso's own format, unknown fields and all, indented by two spaces. */
export function writeSayso(file: DatasetFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function hasVersion(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'sayso');
}

/** Sayso's own format as one of many: told apart by its field `sayso`, checked against the schema. */
export const sayso: Format = {
  id: 'sayso',
  label: 'Sayso',
  extensions: ['json'],
  sniff: ({ json }) => (hasVersion(json) ? 1 : 0),
  read({ json }, { log }): Imported {
    const { file, issues } = parseDataset(json);
    if (file.entities.length + file.relations.length > LIMITS.records) {
      throw new DataError('too-many-records', '', { limit: LIMITS.records });
    }
    for (const { code, where, params } of issues) log.warn(code, where, params);
    return { file, read: { nodes: file.entities.length, edges: file.relations.length } };
  },
};
