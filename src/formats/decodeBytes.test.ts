import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decodeBytes.ts';

const bytesOf = (...codes: number[]): Uint8Array => new Uint8Array(codes);

function utf16(text: string, isLittle: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('');
  const bytes = new Uint8Array(units.length * 2);
  for (let i = 0; i < units.length; i += 1) {
    const code = units.charCodeAt(i);
    bytes[i * 2 + (isLittle ? 0 : 1)] = code & 255;
    bytes[i * 2 + (isLittle ? 1 : 0)] = code >> 8;
  }
  return bytes;
}

describe('decodeBytes', () => {
  it('reads UTF-8 with and without a mark, which is no part of the text', () => {
    expect(decodeBytes(new TextEncoder().encode('Müller,Путин'))).toEqual({ text: 'Müller,Путин', encoding: 'utf-8' });
    const marked = decodeBytes(bytesOf(0xef, 0xbb, 0xbf, 0x61));
    expect(marked).toEqual({ text: 'a', encoding: 'utf-8-bom' });
  });

  it('reads UTF-16 by its mark and, where it is mostly Latin, without one', () => {
    for (const isLittle of [true, false]) {
      const encoding = isLittle ? 'utf-16le' : 'utf-16be';
      expect(decodeBytes(utf16('Путин;a', isLittle, true))).toEqual({ text: 'Путин;a', encoding });
      expect(decodeBytes(utf16('name;type', isLittle, false))).toEqual({ text: 'name;type', encoding });
    }
  });

  it('takes what is no UTF-8 for Windows-1252, quotes and euro included', () => {
    expect(decodeBytes(bytesOf(0x53, 0xe9, 0x6e, 0x61, 0x74, 0x20, 0x80, 0x93))).toEqual({
      text: 'Sénat €“',
      encoding: 'windows-1252',
    });
  });

  it('reads UTF-16 without a mark in other scripts by its line ends', () => {
    for (const isLittle of [true, false]) {
      const text = 'источник,цель\nПутин,Медведев\n';
      expect(decodeBytes(utf16(text, isLittle, false))).toEqual({ text, encoding: isLittle ? 'utf-16le' : 'utf-16be' });
    }
    expect(decodeBytes(new TextEncoder().encode('source,target\nA\0B,CD\nE,F\n')).encoding).toBe('utf-8');
  });

  it('reads lines in Windows-1252 within UTF-8 as such', () => {
    const mixed = bytesOf(
      ...new TextEncoder().encode('Müller\nWeiß\n'),
      0x4d,
      0xfc,
      0x0a,
      ...new TextEncoder().encode('ß'),
    );
    expect(decodeBytes(mixed)).toEqual({ text: 'Müller\nWeiß\nMü\nß', encoding: 'utf-8', strays: [3] });
  });

  it('reads UTF-8 that is cut off within a letter as UTF-8', () => {
    const bytes = new TextEncoder().encode('Müller\nWeiß\nGö');
    expect(decodeBytes(bytes.subarray(0, -1))).toEqual({
      text: 'Müller\nWeiß\nG\ufffd',
      encoding: 'utf-8',
      strays: [3],
    });
    expect(decodeBytes(bytesOf(0x61, 0x0a, 0x62, 0xe9))).toEqual({ text: 'a\nbé', encoding: 'windows-1252' });
  });

  it('reads XML that is no UTF-8 in the encoding that it declares', () => {
    const file = (encoding: string, ...letters: number[]): Uint8Array =>
      bytesOf(...new TextEncoder().encode(`<?xml version="1.0" encoding="${encoding}"?><a>`), ...letters);
    expect(decodeBytes(file('Windows-1251', 0xcf, 0xf3, 0xf2))).toMatchObject({ encoding: 'windows-1251' });
    expect(decodeBytes(file('windows-1251', 0xcf, 0xf3, 0xf2)).text).toMatch(/<a>Пут$/);
    expect(decodeBytes(file('ISO-8859-2', 0xb1)).text).toMatch(/<a>ą$/);
    // What it declares is not so, or is no encoding.
    for (const encoding of ['utf-8', 'us-ascii', 'nonsense', 'utf-16']) {
      expect(decodeBytes(file(encoding, 0xe9))).toMatchObject({ encoding: 'windows-1252' });
    }
    expect(decodeBytes(file('windows-1251', ...new TextEncoder().encode('Пут')))).toMatchObject({ encoding: 'utf-8' });
  });

  it('gives back any text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
        expect(decodeBytes(new TextEncoder().encode(text)).text).toBe(text);
      }),
    );
  });
});
