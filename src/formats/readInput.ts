import { gunzipSync } from 'fflate';
import { DataError } from '../model/dataError.ts';
import type { NamedContent } from '../model/namedContent.ts';
import { type Decoded, decodeBytes } from './decodeBytes.ts';
import { type InputFile, LIMITS } from './format.ts';
import type { ImportLog } from './importLog.ts';
import { parseJsonText } from './jsonText.ts';
import { findXmlRoot } from './xmlText.ts';

function refuseSize(size: number): void {
  if (size > LIMITS.bytes) throw new DataError('too-large', '', { limit: LIMITS.bytes / 1e6 });
}

/** A file packed by gzip, unpacked; its last four bytes say how large it gets, before anything is unpacked. */
function unpack(bytes: Uint8Array): Uint8Array {
  const size = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true);
  refuseSize(size);
  try {
    return gunzipSync(bytes, { out: new Uint8Array(size) });
  } catch {
    throw new DataError('unreadable', '', { reason: 'it is a gzip file that is damaged' });
  }
}

const startsWith = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, i) => bytes[i] === sign);

/** ZIP, PDF, old Office and images are no text. */
function isBinary(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0x50, 0x4b, 3, 4) ||
    startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ||
    startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff)
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
  const bytes = startsWith(packed, 0x1f, 0x8b, 8) && packed.length > 18 ? unpack(packed) : packed;
  return { size: content.size, bytes, decoded: isBinary(bytes) ? null : decodeBytes(bytes) };
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
 * `unreadable`, `empty-file`, `too-deep`. Told: `encoding-guessed`.
 */
export async function readInput({ name, content }: NamedContent, log: ImportLog): Promise<ReadInput> {
  const { size, bytes, decoded } = await readBytes(content);
  const text = decoded?.text ?? '';
  if (decoded && text.trim() === '') throw new DataError('empty-file', '');
  if (decoded?.encoding === 'windows-1252') log.note('encoding-guessed', '', { encoding: 'Windows-1252' });
  const { json, failure } = readJson(text, log);
  const root = /^\s*</.test(text) ? findXmlRoot(text) : null;
  return {
    input: { name, size, encoding: decoded?.encoding ?? null, text, bytes: decoded ? null : bytes, json, root },
    failure,
  };
}
