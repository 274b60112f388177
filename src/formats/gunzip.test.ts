import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gunzip } from './gunzip.ts';

const together = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]));
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(gunzip(bytes));

describe('gunzip', () => {
  it('unpacks every part of a file that is several', () => {
    const parts = ['ann,bob\n', 'bob,cy\n', 'cy,dan\n'].map((text) => gzipSync(strToU8(text)));
    expect(textOf(together(...parts))).toBe('ann,bob\nbob,cy\ncy,dan\n');
  });

  it('unpacks what is larger than a piece', () => {
    const text = Array.from({ length: 60_000 }, (_, i) => `${(i * 7919) % 100_003},${i}`).join('\n');
    expect(textOf(gzipSync(strToU8(text)))).toBe(text);
  });

  it('refuses what is cut off, wherever', () => {
    const packed = gzipSync(strToU8('source,target\nann,bob\n'.repeat(50)));
    for (const missing of [1, 4, 9, 20])
      expect(() => gunzip(packed.subarray(0, packed.length - missing))).toThrow(
        expect.objectContaining({ code: 'unreadable' }),
      );
  });

  it('refuses what gives another length than it says', () => {
    const packed = gzipSync(strToU8('source,target\nann,bob\n'));
    new DataView(packed.buffer).setUint32(packed.length - 4, 3, true);
    expect(() => gunzip(packed)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it('stops at the limit where the file says that it is small', () => {
    const bomb = gzipSync(new Uint8Array(2_000_000));
    new DataView(bomb.buffer).setUint32(bomb.length - 4, 10, true);
    expect(() => gunzip(bomb, 1_000_000)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
