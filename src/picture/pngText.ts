/** Keyword and text, in the order in which they are written. */
export type PngText = readonly (readonly [keyword: string, text: string])[];

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The signature and IHDR (length, name, 13 bytes, check), which must come first. */
const HEAD = 8 + 4 + 4 + 13 + 4;
const INCH = 0.0254;
/** CSS px an inch. */
const DENSITY = 96;

const CHECKS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let check = byte;
  for (let bit = 0; bit < 8; bit += 1) check = check & 1 ? (check >>> 1) ^ 0xedb88320 : check >>> 1;
  return check;
});

/** CRC-32 of ISO 3309, as chunks of a PNG carry it. Linear. */
export function checkSum(bytes: Uint8Array): number {
  let check = 0xffffffff;
  for (const byte of bytes) check = (CHECKS[(check ^ byte) & 0xff] ?? 0) ^ (check >>> 8);
  return (check ^ 0xffffffff) >>> 0;
}

function writeChunk(name: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(body.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length);
  chunk.set(new TextEncoder().encode(name), 4);
  chunk.set(body, 8);
  view.setUint32(body.length + 8, checkSum(chunk.subarray(4, body.length + 8)));
  return chunk;
}

/** An uncompressed iTXt chunk: keyword, no compression, no language, no translated keyword, UTF-8. */
function writeText(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  // A NUL would end the text for whoever reads it.
  return writeChunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${text.replaceAll('\0', '')}`));
}

function writeDensity(scale: number): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(9);
  const perMetre = Math.round((DENSITY * scale) / INCH);
  const view = new DataView(body.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  body[8] = 1;
  return writeChunk('pHYs', body);
}

/**
 * A PNG that says in its own metadata what it shows, and how large it is on paper: px of a page are 1/96 inch, of which
 * the picture has `scale` pixels each way. Chunks after PNG (third edition) 11.3.3.2 and 11.3.4.3, right behind IHDR.
 * Keywords are Latin letters, at most 79. What is no PNG is given back as it is.
 */
export async function addPngText(png: Blob, texts: PngText, scale: number): Promise<Blob> {
  const head = new Uint8Array(await png.slice(0, HEAD).arrayBuffer());
  if (head.length < HEAD || SIGNATURE.some((byte, i) => head[i] !== byte)) return png;
  const chunks = texts.filter(([, text]) => text !== '').map(([keyword, text]) => writeText(keyword, text));
  return new Blob([head, writeDensity(scale), ...chunks, png.slice(HEAD)], { type: 'image/png' });
}
