import { DataError } from '../model/dataError.ts';
import type { DatasetFile } from '../model/records.ts';
import { SLICE, SLICED_PARTS } from '../workers/protocol.ts';

/** Longest piece that is written or read at once, in characters: some 10 ms of work. */
const PIECE = 500_000;
/** How long the page may be kept from answering, ms. */
const TURN = 16;

const isList = (name: string, value: unknown): value is readonly unknown[] =>
  (SLICED_PARTS as readonly string[]).includes(name) && Array.isArray(value) && value.length > 0;

/** Lets the page answer whenever a turn's time is up. */
function createPause(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

function* writeList(records: readonly unknown[]): Generator<string> {
  let lines: string[] = [];
  let length = 0;
  for (const [i, record] of records.entries()) {
    const line = `${JSON.stringify(record)}${i < records.length - 1 ? ',' : ''}\n`;
    lines.push(line);
    length += line.length;
    if (lines.length < SLICE && length < PIECE) continue;
    yield lines.join('');
    lines = [];
    length = 0;
  }
  yield lines.join('');
}

/**
 * A dataset's file as JSON in pieces of at most a thousand records: joined they are a Sayso file in which each source,
 * entity and relation has a line of its own, unknown fields and all.
 */
export function* writePieces(file: DatasetFile): Generator<string> {
  const fields = Object.entries(file).filter(([, value]) => value !== undefined);
  yield '{\n';
  for (const [i, [name, value]] of fields.entries()) {
    const end = i < fields.length - 1 ? ',\n' : '\n';
    if (isList(name, value)) {
      yield `${JSON.stringify(name)}:[\n`;
      yield* writeList(value);
      yield `]${end}`;
    } else yield `${JSON.stringify(name)}:${JSON.stringify(value)}${end}`;
  }
  yield '}\n';
}

/** A dataset's file as it is kept. */
export interface PackedBody {
  readonly blob: Blob;
  /** What tells two bodies apart: hexadecimal; null where the browser has no SHA-256 (outside secure contexts). */
  readonly digest: string | null;
}

type Bytes = Uint8Array<ArrayBuffer>;

async function digestBytes(bytes: Bytes): Promise<Bytes | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  return subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : null;
}

function joinBytes(all: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const bytes of all) {
    joined.set(bytes, at);
    at += bytes.length;
  }
  return joined;
}

/** Writes a dataset's file while the page goes on answering. Each piece is encoded and digested by itself. */
export async function packBody(file: DatasetFile): Promise<PackedBody> {
  const pause = createPause();
  const encoder = new TextEncoder();
  const blobs: Blob[] = [];
  const digests: Bytes[] = [];
  for (const piece of writePieces(file)) {
    const bytes = encoder.encode(piece);
    // A blob of texts would encode all of them in one go at the end: 31 MB for 50,000 relations.
    blobs.push(new Blob([bytes]));
    const digest = await digestBytes(bytes);
    if (digest) digests.push(digest);
    await pause();
  }
  const digest = digests.length > 0 ? await digestBytes(joinBytes(digests)) : null;
  return {
    blob: new Blob(blobs, { type: 'application/json' }),
    digest: digest && Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}

/** The lines of a text, as many at once as a piece has. What stands behind the last line's end is no line: it was cut off. */
async function* readLines(body: Blob): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  // A line may be longer than a piece.
  let begun: string[] = [];
  for (let at = 0; at < body.size; at += PIECE) {
    const bytes = await body.slice(at, at + PIECE).arrayBuffer();
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    begun.push(first);
    const rest = others.pop();
    if (rest === undefined) continue;
    yield [begun.join(''), ...others];
    begun = [rest];
  }
}

const LIST_START = /^("(?:[^"\\]|\\.)*"):\[$/;

/** Gathers lines of a list, and parses them in pieces. */
function createListReader(list: unknown[]) {
  let lines: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (lines.length === 0) return;
    const text = lines.join('');
    for (const record of JSON.parse(`[${text.endsWith(',') ? text.slice(0, -1) : text}]`) as unknown[])
      list.push(record);
    lines = [];
    length = 0;
  };
  return {
    flush,
    take(line: string): void {
      lines.push(line);
      length += line.length;
      if (length >= PIECE) flush();
    },
  };
}

/** Takes the lines of a file one after the other. */
function createFieldReader() {
  const fields: [string, unknown][] = [];
  let list: ReturnType<typeof createListReader> | null = null;
  let isEnded = false;
  return {
    take(line: string): void {
      const started = list ? null : LIST_START.exec(line);
      if (list && (line === ']' || line === '],')) {
        list.flush();
        list = null;
      } else if (list) list.take(line);
      else if (started?.[1]) {
        const records: unknown[] = [];
        fields.push([JSON.parse(started[1]), records]);
        list = createListReader(records);
      } else if (line === '}') isEnded = true;
      else if (line !== '{') {
        fields.push(...Object.entries(JSON.parse(`{${line.endsWith(',') ? line.slice(0, -1) : line}}`)));
      }
    },
    /** Throws where the end is missing. */
    finish(): DatasetFile {
      if (!isEnded) throw new SyntaxError('The file is not whole.');
      // Not assigned one by one: a field may be called "__proto__".
      return Object.fromEntries(fields) as unknown as DatasetFile;
    },
  };
}

async function readFields(body: Blob): Promise<DatasetFile> {
  const pause = createPause();
  const reader = createFieldReader();
  for await (const lines of readLines(body)) {
    for (const line of lines) reader.take(line);
    await pause();
  }
  return reader.finish();
}

function isWhole(file: Partial<Record<keyof DatasetFile, unknown>>): boolean {
  const lists = [file.sources, file.entities, file.relations, file.relationTypes];
  return (
    file.sayso === 1 && typeof file.id === 'string' && typeof file.title === 'string' && lists.every(Array.isArray)
  );
}

/**
 * Reads what `packBody` wrote while the page goes on answering. It was checked when it was opened, so records are not
 * checked again. Rejects with DataError `kept-unreadable` where it is not whole.
 */
export async function unpackBody(body: Blob): Promise<DatasetFile> {
  try {
    const file = await readFields(body);
    if (isWhole(file)) return file;
  } catch {
    // Told below, like what is missing.
  }
  throw new DataError('kept-unreadable', '');
}
