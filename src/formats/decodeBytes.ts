/** How the bytes of a text file were read: as UTF-8 or UTF-16 of these forms, Windows-1252, or what an XML file says of itself. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | DeclaredEncoding;

/** A name of the Encoding Standard: "windows-1251", "shift_jis". */
type DeclaredEncoding = string & { readonly isDeclared?: true };

export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Lines, from 1, that are not in the encoding of the others and were read as Windows-1252 or with "�" in them. */
  readonly strays?: readonly number[];
}

/** So many bytes are looked at to tell UTF-16 without a mark. */
const PROBE = 2000;

/** What Windows-1252 has at 0x80 to 0x9F; Node 20 decodes these as Latin-1, browsers rightly. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// biome-ignore lint/suspicious/noControlCharactersInRegex: what an engine may have left undecoded
const UNDECODED = /[\u0080-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: signs that no text has
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\ufffd]/;

function decodeWindows1252(bytes: Uint8Array): string {
  return decode(bytes, 'windows-1252').replace(UNDECODED, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] ?? sign);
}

function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes);
}

/** UTF-16 without a mark: every second byte of mostly Latin text is zero, and that of line ends of any other. */
function findBareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, PROBE) & ~1;
  if (length < 4) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  const side = odd > even ? 'utf-16le' : 'utf-16be';
  const [more, fewer] = [Math.max(even, odd), Math.min(even, odd)];
  if (more > pairs * 0.6 && fewer < pairs * 0.1) return side;
  if (more < pairs * 0.02 || fewer > 0) return null;
  const text = decode(bytes.subarray(0, length), side);
  return /[\r\n]/.test(text) && !CONTROLS.test(text) ? side : null;
}

/** UTF-8 or, where it is none, null. */
function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A line of a text in UTF-8 that is none: in Windows-1252, unless it ends within a letter or most of its letters are UTF-8. */
function decodeStray(bytes: Uint8Array, isLast: boolean): string {
  const text = decode(bytes, 'utf-8');
  const bad = text.split('\ufffd').length - 1;
  const good = (text.match(/[^\p{ASCII}\ufffd]/gu) ?? []).length;
  return good > bad || (isLast && bad === 1 && text.endsWith('\ufffd')) ? text : decodeWindows1252(bytes);
}

/** Text most of whose letters are UTF-8, line by line; null where they are not. Linear. */
function decodeMixed(bytes: Uint8Array): Decoded | null {
  const loose = decode(bytes, 'utf-8');
  const bad = loose.split('\ufffd').length - 1;
  const good = (loose.match(/[^\p{ASCII}\ufffd]/gu) ?? []).length;
  if (good < bad) return null;
  const [lines, strays]: [string[], number[]] = [[], []];
  for (let at = 0; at <= bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const line = bytes.subarray(at, end < 0 ? bytes.length : end);
    const text = decodeStrictly(line);
    if (text === null) strays.push(lines.length + 1);
    lines.push(text ?? decodeStray(line, end < 0));
    at = end < 0 ? bytes.length + 1 : end + 1;
  }
  return { text: lines.join('\n'), encoding: 'utf-8', strays };
}

/** The text of an XML file that says which encoding it is in, where that is one of letters that no other rule here knows. */
function decodeDeclared(bytes: Uint8Array): Decoded | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const { encoding } = decoder;
    if (/^(?:utf-|windows-1252|iso-8859-1$|latin1)/.test(encoding)) return null;
    return { text: decoder.decode(bytes), encoding };
  } catch {
    return null;
  }
}

/**
 * Bytes as text: by byte order mark, else UTF-16 by its zero bytes, else UTF-8 if it is valid UTF-8, else what an XML
 * file declares, else UTF-8 if all but some lines are; else Windows-1252 (WHATWG Encoding Standard), of which Latin-1 is a part. Never throws. Linear.
 */
export function decodeBytes(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const mixed = decodeStrictly(bytes) === null ? decodeMixed(bytes.subarray(3)) : null;
    return mixed ? { ...mixed, encoding: 'utf-8-bom' } : { text: decode(bytes, 'utf-8'), encoding: 'utf-8-bom' };
  }
  if (a === 0xff && b === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
  const bare = findBareUtf16(bytes);
  if (bare) return { text: decode(bytes, bare), encoding: bare };
  const text = decodeStrictly(bytes);
  if (text !== null) return { text, encoding: 'utf-8' };
  return decodeDeclared(bytes) ?? decodeMixed(bytes) ?? { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
}
