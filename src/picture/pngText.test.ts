import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPngText, checkSum } from './pngText.ts';

function writeChunk(name: string, body: Buffer): Buffer {
  const chunk = Buffer.alloc(body.length + 12);
  chunk.writeUInt32BE(body.length);
  chunk.write(name, 4, 'latin1');
  body.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, body.length + 8)), body.length + 8);
  return chunk;
}

/** One grey pixel. */
const PIXEL = Buffer.concat([
  Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
  writeChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  writeChunk('IDAT', deflateSync(Buffer.from([0, 128]))),
  writeChunk('IEND', Buffer.alloc(0)),
]);

interface Chunk {
  readonly name: string;
  readonly body: Buffer;
}

/** Every chunk of a PNG, with its check tested by Node's own. */
function readChunks(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const [named, check] = [png.subarray(at + 4, at + 8 + length), png.readUInt32BE(at + 8 + length)];
    expect(crc32(named)).toBe(check);
    chunks.push({ name: named.toString('latin1', 0, 4), body: named.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

async function describePixel(texts: [string, string][], scale = 1): Promise<Chunk[]> {
  const blob = await addPngText(new Blob([PIXEL], { type: 'image/png' }), texts, scale);
  expect(blob.type).toBe('image/png');
  return readChunks(Buffer.from(await blob.arrayBuffer()));
}

describe('addPngText', () => {
  it('checks as ISO 3309 does', () => {
    expect(checkSum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('stands behind the head and leaves the pixels as they are', async () => {
    const chunks = await describePixel([['Title', 'Who knows whom']]);
    expect(chunks.map(({ name }) => name)).toEqual(['IHDR', 'pHYs', 'iTXt', 'IDAT', 'IEND']);
    expect(chunks[3]?.body).toEqual(readChunks(PIXEL)[1]?.body);
    expect(chunks[2]?.body.toString()).toBe('Title\0\0\0\0\0Who knows whom');
  });

  it('says how large it is on paper: 192 pixels an inch at scale 2', async () => {
    const density = (await describePixel([], 2)).find(({ name }) => name === 'pHYs')?.body;
    expect([density?.readUInt32BE(0), density?.readUInt32BE(4), density?.[8]]).toEqual([7559, 7559, 1]);
  });

  it('keeps every text of every script whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 4 }), async (words) => {
        const kept = words.map((word) => word.replaceAll('\0', '')).filter(Boolean);
        const chunks = await describePixel(kept.map((word) => ['Description', word]));
        const texts = chunks.filter(({ name }) => name === 'iTXt').map(({ body }) => body.subarray(16).toString());
        expect(texts).toEqual(kept);
      }),
    );
  });

  it('leaves out what is empty, and what would end a text', async () => {
    const chunks = await describePixel([
      ['Source', ''],
      ['Title', 'a\0b'],
    ]);
    expect(chunks.filter(({ name }) => name === 'iTXt').map(({ body }) => body.toString())).toEqual([
      'Title\0\0\0\0\0ab',
    ]);
  });

  it.each([['short'], ['another file that is as long as the head of a picture']])('leaves %j alone', async (text) => {
    const other = new Blob([text]);
    expect(await addPngText(other, [['Title', 'x']], 1)).toBe(other);
  });
});
