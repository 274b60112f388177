import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSources } from './splitSources.ts';

const urls = (cell: string): (string | null)[] => splitSources(cell, null).map(({ url, label }) => url ?? label);
const [A, B, C] = ['https://a.org/x', 'https://b.org/y?z=1,2', 'http://c.org/'];

describe('the sources in a cell', () => {
  it.each([
    [A, [A]],
    [`${A} | ${B}`, [A, B]],
    [`${A} ${B}`, [A, B]],
    [`${A}, ${B}`, [A, B]],
    [`${A};${C}`, [A, C]],
    [`${A}\n${B}\n${C}`, [A, B, C]],
    [`${A} and ${B}`, [A, B]],
    [`${A}; ${B} ; and ${C}.`, [A, B, C]],
    ['Morningstar analysis', ['Morningstar analysis']],
    [`Morningstar analysis; ${A}`, ['Morningstar analysis', A]],
    [`${A}; General knowledge`, [A, 'General knowledge']],
    [
      'https://web.archive.org/web/2015/http://www.latimes.com/x.html',
      ['https://web.archive.org/web/2015/http://www.latimes.com/x.html'],
    ],
    ['www.a.org/x', ['https://www.a.org/x']],
    ['https://en.wikipedia.org/wiki/Mercury_(planet)', ['https://en.wikipedia.org/wiki/Mercury_(planet)']],
    [`<${A}>`, [A]],
    ['n/a', []],
    ['', []],
    ['Annual report 2004, page 7', ['Annual report 2004, page 7']],
    ['Filing A | Filing B', ['Filing A', 'Filing B']],
  ])('%j', (cell, found) => expect(urls(cell)).toEqual(found));

  it('are named by the words beside an address', () => {
    expect(splitSources(`NYT: ${A}`, null)).toEqual([{ url: A, label: 'NYT' }]);
    expect(splitSources(`${A} (accessed 2017)`, null)).toEqual([{ url: A, label: 'accessed 2017' }]);
  });

  it('are split at a sign that is asked for', () => {
    expect(splitSources('Filing A; Filing B', ';').map(({ label }) => label)).toEqual(['Filing A', 'Filing B']);
  });

  it('all come out, whatever stands between them', () => {
    const glue = fc.constantFrom(' ', ', ', '; ', '\n', ' | ', ' and ', '\r\n', ' , ');
    const address = fc
      .webUrl({ withQueryParameters: true })
      .map((url) => `${url.replaceAll(/[,;|()[\]!?'"*]/g, '-')}/x`);
    fc.assert(
      fc.property(fc.array(fc.tuple(address, glue), { minLength: 1, maxLength: 5 }), (pieces) => {
        const cell = pieces.map(([url, sign], i) => (i === pieces.length - 1 ? url : url + sign)).join('');
        expect(splitSources(cell, null).map(({ url }) => url)).toEqual(pieces.map(([url]) => url));
      }),
    );
  });

  it('never fails', () => {
    const piece = fc.constantFrom(
      'http://',
      'https://a',
      ' ',
      ';',
      '|',
      '\n',
      ' and ',
      '(',
      ')',
      'x',
      ',',
      '"',
      'www.',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (cell) => void splitSources(cell, null),
      ),
    );
    expect(splitSources('http://'.repeat(20_000), null).length).toBeGreaterThan(0);
  });
});
