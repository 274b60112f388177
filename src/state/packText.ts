import { deflateSync, Inflate } from 'fflate';

/** Bytes of text that a link may hold when it is unpacked. */
export const MOST_TEXT = 200_000;
/** Bytes inflated at a time: they become at most a thousand times as many. */
const PIECE = 256;

/**
 * What texts are likely to hold, the likeliest last (RFC 1951 lets later matches be written shorter). Part of version 1
 * of the link: it never changes.
 */
const DICTIONARY = new TextEncoder().encode(
  [
    '"Asset","Other","Place","Event","Organization","PublicBody","Company","Person"',
    '"event-role","other","family","conflict","statement","contact","money","ownership","role"',
    '"unsourced","unsupported","questioned","hypothetical","rumoured","alleged","reported","stated"',
    '"no-comment","questions","limits","denies","asserts"',
    '"undisputed","disputed","denied","undated","dated","unstated","unnamed","source ","un ","as ","own ","id ',
    '"r":"kind","u":1,"w":"","q":["",""',
    '],"h":[19000,20000],"a":19290,"n":["",-1000,0,],"t":[0,1,50,',
    '{"f":{"k":["","g":["","y":["","n":["","m":["","c":["","s":["","p":["","w":["","o":2,"d":"","t":"","x":""}',
    '"e":[""],"c":[""],"b":[""],"i":[""],"p":[""],"m":["",100,-200,"",300,-400],"v":[100,-200,1.5',
  ].join(''),
);

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** Text as base64url of raw deflate with our dictionary; null for what would be too long to be read again. */
export function packText(text: string): string | null {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_TEXT) return null;
  return toBase64Url(deflateSync(bytes, { level: 9, dictionary: DICTIONARY }));
}

/** Inflates piece by piece, so that a bomb is left as soon as it has grown too large; null where it has. */
function inflate(bytes: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflating = new Inflate({ dictionary: DICTIONARY }, (piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  for (let at = 0; at < bytes.length; at += PIECE) {
    inflating.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    if (length > MOST_TEXT) break;
  }
  if (length > MOST_TEXT) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Reads what `packText` wrote; null for everything else, texts above `MOST_TEXT` included. Never throws. */
export function unpackText(packed: string): string | null {
  if (!/^[\w-]+$/.test(packed)) return null;
  try {
    const bytes = inflate(fromBase64Url(packed));
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
