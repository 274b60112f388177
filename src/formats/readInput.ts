import { DataError } from '../model/dataError.ts';
import type { NamedContent } from '../model/namedContent.ts';
import { findAlien, isBinaryText } from './alienFiles.ts';
import { type Decoded, decodeBytes } from './decodeBytes.ts';
import type { InputFile } from './format.ts';
import { gunzip, isGzip, refuseSize } from './gunzip.ts';
import type { ImportLog } from './importLog.ts';
import { parseJsonText } from './jsonText.ts';
import { findXmlRoot } from './xmlText.ts';

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, i) => bytes[i] === sign);

/** ZIP and old Office are no text, and may hold tables. */
function isContainer(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0x50, 0x4b, 3, 4) ||
    startsWith(bytes, 0x50, 0x4b, 5, 6) ||
    startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
  );
}

interface Bytes {
  readonly size: number;
  readonly bytes: Uint8Array | null;
  readonly decoded: Decoded | null;
}

async function readBytes(content: Blob | string): Promise<Bytes> {
  if (typeof content === 'string') {
    refuseSize(content.length);
    const text = content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
    return { size: content.length, bytes: null, decoded: { text, encoding: 'utf-8' } };
  }
  refuseSize(content.size);
  const buffer = await content.arrayBuffer().catch(() => {
    throw new DataError('unreadable', '');
  });
  const packed = new Uint8Array(buffer);
  const bytes = isGzip(packed) ? gunzip(packed) : packed;
  const alien = findAlien(bytes);
  if (alien) throw new DataError('unknown-format', '', { what: alien });
  return { size: content.size, bytes, decoded: isContainer(bytes) ? null : decodeBytes(bytes) };
}

/** The value of a text that looks like JSON: undefined where it is several values or none. `failure` says why it is no JSON. */
function readJson(text: string, log: ImportLog): { readonly json: unknown; readonly failure: DataError | null } {
  if (!/^\s*[[{]/.test(text)) return { json: undefined, failure: null };
  try {
    return { json: parseJsonText(text, log), failure: null };
  } catch (error) {
    if (error instanceof DataError && error.code === 'not-json') return { json: undefined, failure: error };
    throw error;
  }
}

/** A file that was read, and why it is no JSON although it looks like it. */
export interface ReadInput {
  readonly input: InputFile;
  readonly failure: DataError | null;
}

/**
 * Reads a file's bytes, unpacks gzip, decodes text, and parses it where it is one JSON value. Throws DataError `too-large`,
 * `unreadable`, `empty-file`, `unknown-format`, `too-deep`. Told: `encoding-guessed`, `encoding-mixed`.
 */
export async function readInput({ name, content }: NamedContent, log: ImportLog): Promise<ReadInput> {
  const { size, bytes, decoded } = await readBytes(content);
  const text = decoded?.text ?? '';
  if (decoded && text.trim() === '') throw new DataError('empty-file', '');
  if (isBinaryText(text)) throw new DataError('unknown-format', '', { what: 'no text' });
  if (decoded?.encoding === 'windows-1252') log.note('encoding-guessed', '', { encoding: 'Windows-1252' });
  const [stray, ...strays] = decoded?.strays ?? [];
  if (stray !== undefined) log.warn('encoding-mixed', `line ${stray}`, { count: strays.length + 1 });
  const { json, failure } = readJson(text, log);
  const root = /^\s*</.test(text) ? findXmlRoot(text) : null;
  return {
    input: { name, size, encoding: decoded?.encoding ?? null, text, bytes: decoded ? null : bytes, json, root },
    failure,
  };
}
