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

/** Writes a dataset's file while the page goes on answering. */
export async function packBody(file: DatasetFile): Promise<Blob> {
  const pause = createPause();
  const pieces: string[] = [];
  for (const piece of writePieces(file)) {
    pieces.push(piece);
    await pause();
  }
  return new Blob(pieces, { type: 'application/json' });
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

async function readLines(text: string): Promise<DatasetFile> {
  const pause = createPause();
  const fields: [string, unknown][] = [];
  let list: ReturnType<typeof createListReader> | null = null;
  let isEnded = false;
  let at = text.indexOf('\n') + 1;
  while (at > 0 && at < text.length) {
    const end = text.indexOf('\n', at);
    // A line that was cut off is one of a file that is not whole.
    if (end < 0) break;
    const line = text.slice(at, end);
    at = end + 1;
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
    else fields.push(...Object.entries(JSON.parse(`{${line.endsWith(',') ? line.slice(0, -1) : line}}`)));
    await pause();
  }
  if (!isEnded) throw new SyntaxError('The file is not whole.');
  // Not assigned one by one: a field may be called "__proto__".
  return Object.fromEntries(fields) as unknown as DatasetFile;
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
    const file = await readLines(await body.text());
    if (isWhole(file)) return file;
  } catch {
    // Told below, like what is missing.
  }
  throw new DataError('kept-unreadable', '');
}

/** What tells two bodies apart: SHA-256 as hexadecimal; null where the browser has none (outside secure contexts). */
export async function digestBody(body: Blob): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', await body.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
