import { Gunzip } from 'fflate';
import { DataError } from '../model/dataError.ts';
import { LIMITS } from './format.ts';

/** So many packed bytes at a time: they unpack to 135 MB at most; smaller ones take twice the time. */
const PIECE = 131_072;
/** No byte of DEFLATE gives more bytes than this. */
const MOST_PER_BYTE = 1032;

/** Whether bytes begin as a gzip file does (RFC 1952). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && bytes.length >= 18;
}

/** Refuses bytes above the limit of a file: DataError `too-large`. */
export function refuseSize(size: number, limit: number = LIMITS.bytes): void {
  if (size > limit) throw new DataError('too-large', '', { limit: limit / 1e6 });
}

/** The length that a gzip file states in its last bytes: of its last part, modulo 2^32, and any number where it is cut off. */
function statedLength(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true);
}

/**
 * A gzip file unpacked, all its parts one after the other. It stops at the limit, whatever the file says of its length.
 * Throws DataError `too-large`, `unreadable`. Linear.
 */
export function gunzip(bytes: Uint8Array, limit: number = LIMITS.bytes): Uint8Array {
  const stated = statedLength(bytes);
  if (stated <= bytes.length * MOST_PER_BYTE) refuseSize(stated, limit);
  const pieces: Uint8Array[] = [];
  let size = 0;
  let last = 0;
  const stream = new Gunzip((piece) => {
    size += piece.length;
    last += piece.length;
    refuseSize(size, limit);
    pieces.push(piece);
  });
  stream.onmember = () => {
    last = 0;
  };
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw damaged();
  }
  if (last !== stated) throw damaged();
  return join(pieces, size);
}

const damaged = (): DataError =>
  new DataError('unreadable', '', { reason: 'it is a gzip file that is damaged or cut off' });

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
