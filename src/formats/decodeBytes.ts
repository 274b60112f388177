/** How the bytes of a text file were read. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** So many bytes are looked at to tell UTF-16 without a mark. */
const PROBE = 2000;

/** What Windows-1252 has at 0x80 to 0x9F; Node 20 decodes these as Latin-1, browsers rightly. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// biome-ignore lint/suspicious/noControlCharactersInRegex: what an engine may have left undecoded
const UNDECODED = /[\u0080-\u009f]/g;

function decodeWindows1252(bytes: Uint8Array): string {
  return decode(bytes, 'windows-1252').replace(UNDECODED, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] ?? sign);
}

function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}

/** UTF-16 without a mark: every second byte of mostly Latin text is zero. */
function findBareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, PROBE) & ~1;
  if (length < 4) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  return even > pairs * 0.6 && odd < pairs * 0.1 ? 'utf-16be' : null;
}

/**
 * Bytes as text: by byte order mark, else UTF-16 by its zero bytes, else UTF-8 if it is valid UTF-8, else Windows-1252
 * (WHATWG Encoding Standard), of which Latin-1 is a part. Never throws. Linear.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: decode(bytes, 'utf-8'), encoding: 'utf-8-bom' };
  if (a === 0xff && b === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
  const bare = findBareUtf16(bytes);
  if (bare) return { text: decode(bytes, bare), encoding: bare };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
  }
}
