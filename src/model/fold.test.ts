import anyAscii from 'any-ascii';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldPieces } from './fold.ts';

describe('fold', () => {
  it.each([
    ['Путин', 'putin'],
    ['ПУТІН', 'putin'],
    ['Дональд Трамп', 'donald tramp'],
    ['Зеленський', 'zelenskiy'],
    ['Łódź Ørsted Straße', 'lodz orsted strasse'],
    ['Ærø Þór İstanbul ısı', 'aero thor istanbul isi'],
    ['Παπανδρέου', 'papandreoy'],
    ['שלום', 'slvm'],
    ['व्लादिमीर पुतिन', 'vladimir putin'],
    ['O’Brien O\u02bcBrien O\u00b4Brien', 'obrien obrien obrien'],
    ['Jean–Claude Jean\u2011Claude', 'jean-claude jean-claude'],
    ['a\u200bb\ufeffc\u00add\u202e', 'abcd'],
    ['a\u00a0b\tc', 'a b c'],
    ['ＷＳＪ ﬁne ½', 'wsj fine 1⁄2'],
    ['习近平', '习近平'],
    ['\ud800x', 'x'],
    ['__proto__', '__proto__'],
    ['', ''],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('folds composed and decomposed forms alike', () => {
    for (const text of ['й', 'ё', 'ř', 'ǻ', 'ệ', 'ά', '한', 'か\u3099', 'কো']) {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
    }
  });

  it('spells every small letter and digit up to U+2FFF as any-ascii does', () => {
    const wrong: string[] = [];
    for (let code = 0x80; code < 0x3000; code += 1) {
      const char = String.fromCharCode(code);
      const spelling = anyAscii(char)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '');
      if (!/[\p{L}\p{N}]/u.test(char) || char.toLowerCase() !== char || spelling === '') continue;
      if (fold(char).replace(/[^a-z0-9]/g, '') !== spelling) wrong.push(`${char} ${fold(char)} ${spelling}`);
    }
    expect(wrong).toEqual([]);
  });

  it('changes nothing the second time, for every code point', () => {
    const changed: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const once = fold(String.fromCodePoint(code));
      if (once !== '' && fold(once) !== once) changed.push(code.toString(16));
    }
    expect(changed).toEqual([]);
  });

  it('changes nothing the second time, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        return fold(fold(text)) === fold(text);
      }),
    );
  });
});

describe('foldPieces', () => {
  it('covers the text without a gap and joins to the fold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let joined = '';
        let reached = 0;
        foldPieces(text, (piece, start, end) => {
          expect(start).toBe(reached);
          reached = end;
          joined += piece;
        });
        expect(reached).toBe(text.length);
        expect(joined).toBe(fold(text));
      }),
    );
  });
});
