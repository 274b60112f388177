import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../model/records.ts';
import { SOURCE_KINDS } from '../model/records.ts';
import { writeSourcesBibtex } from './bibtex.ts';
import { writeSourcesCsl } from './cslJson.ts';
import { writeSourcesRis } from './ris.ts';

const sourceOf = (fields: object = {}): Source =>
  ({
    id: 's1',
    label: 'Digest',
    kind: 'article',
    title: null,
    publisher: null,
    authors: [],
    published: null,
    url: null,
    ...fields,
  }) as unknown as Source;

const FULL = sourceOf({
  title: 'Calls & costs: 50% of {it}',
  publisher: 'The Daily',
  authors: ['Jane Doe', 'Müller and Sons'],
  published: '2024-10-25',
  url: 'https://example.org/a_b?c={d}#e%20f',
  archivedUrl: 'https://archive.example/x%20y',
  accessed: '2026-11',
  language: 'en',
  licence: 'CC0-1.0',
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('{', '}', '\\', '%', '"', '@', '#', '\n', '\r', ' ', ',', '=', 'ER  - ', '习', 'a'),
  }),
);
const someSource = fc.record({
  id: fc.oneof(
    fc.constantFrom('a', 'A', '习', 'a b'),
    text.filter((id) => id !== ''),
  ),
  label: text,
  kind: fc.constantFrom(...SOURCE_KINDS),
  title: fc.option(text),
  publisher: fc.option(text),
  authors: fc.array(text, { maxLength: 3 }),
  published: fc.option(
    fc.oneof(text, fc.constantFrom('2022', '2022-10~', '2022-10/2023', '2022-10/..', '0045-02-03?')),
  ),
  url: fc.option(
    fc.oneof(text, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.constant('javascript:alert(1)')),
  ),
}) as unknown as fc.Arbitrary<Source>;
const flat = (value: string): string => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

describe('CSL-JSON', () => {
  it('maps what is known and leaves out what is not', () => {
    expect(JSON.parse(writeSourcesCsl([FULL, sourceOf({ published: '2022-10~/..' })]))).toEqual([
      {
        id: 's1',
        type: 'document',
        genre: 'article',
        title: 'Calls & costs: 50% of {it}',
        author: [{ literal: 'Jane Doe' }, { literal: 'Müller and Sons' }],
        publisher: 'The Daily',
        issued: { 'date-parts': [[2024, 10, 25]] },
        accessed: { 'date-parts': [[2026, 11]] },
        URL: 'https://example.org/a_b?c=%7Bd%7D#e%20f',
        archive_location: 'https://archive.example/x%20y',
        language: 'en',
        license: 'CC0-1.0',
      },
      { id: 's1', type: 'document', genre: 'article', title: '[Digest]', issued: { literal: '2022-10~/..' } },
    ]);
    const [range] = JSON.parse(writeSourcesCsl([sourceOf({ published: '2022-10~/2023', kind: 'book' })]));
    expect(range).toMatchObject({ type: 'book', issued: { 'date-parts': [[2022, 10], [2023]], circa: true } });
  });
});

/** Reads BibTeX by counting braces, as BibTeX does. */
function readBibtex(list: string): { key: string; fields: Map<string, string> }[] {
  const entries: { key: string; fields: Map<string, string> }[] = [];
  let rest = list;
  for (let head = /^\s*@(\w+)\{([^,{}\s]+),\n/.exec(rest); head; head = /^\s*@(\w+)\{([^,{}\s]+),\n/.exec(rest)) {
    rest = rest.slice(head[0].length);
    const fields = new Map<string, string>();
    for (let field = /^ {2}(\w+) = /.exec(rest); field; field = /^ {2}(\w+) = /.exec(rest)) {
      rest = rest.slice(field[0].length);
      let depth = 0;
      let end = 0;
      do {
        depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0;
        end += 1;
      } while (end < rest.length && (depth > 0 || (rest[end] !== ',' && rest[end] !== '\n')));
      fields.set(field[1] ?? '', rest.slice(0, end));
      rest = rest.slice(end).replace(/^,?\n/, '');
    }
    expect(rest).toMatch(/^\}\n/);
    rest = rest.slice(2);
    entries.push({ key: head[2] ?? '', fields });
  }
  expect(rest.trim()).toBe('');
  return entries;
}

function fromTex(value: string): string {
  const signs = new Map([
    ['textbackslash', '\\'],
    ['textbraceleft', '{'],
    ['textbraceright', '}'],
    ['textasciitilde', '~'],
    ['textasciicircum', '^'],
  ]);
  return value.replaceAll(/\\(text\w+)\{\}|\\([#$%&_])/g, (_all, name: string | undefined, sign: string | undefined) =>
    name ? (signs.get(name) ?? '?') : (sign ?? ''),
  );
}

describe('BibTeX', () => {
  it('writes the fields of one source', () => {
    expect(writeSourcesBibtex([FULL])).toBe(`@misc{s1,
  title = {{Calls \\& costs: 50\\% of \\textbraceleft{}it\\textbraceright{}}},
  author = {{Jane Doe} and {Müller and Sons}},
  publisher = {The Daily},
  date = {2024-10-25},
  year = {2024},
  month = oct,
  url = {https://example.org/a_b?c=%7Bd%7D#e%20f},
  urldate = {2026-11},
  addendum = {\\url{https://archive.example/x\\%20y}},
  language = {en},
  type = {article}
}
`);
    expect(writeSourcesBibtex([sourceOf({ kind: 'other', published: 'last week' })])).toBe(
      '@misc{s1,\n  title = {{[Digest]}},\n  note = {last week}\n}\n',
    );
  });

  it('is read back by counting braces, whatever the texts hold, with a key of its own for each', () => {
    fc.assert(
      fc.property(fc.array(someSource, { maxLength: 5 }), (sources) => {
        const entries = readBibtex(writeSourcesBibtex(sources));
        expect(new Set(entries.map(({ key }) => key.toLowerCase())).size).toBe(sources.length);
        for (const [i, { fields }] of entries.entries()) {
          const source = sources[i] as Source;
          const title = fromTex(fields.get('title') ?? '').slice(2, -2);
          expect(title).toBe(flat(source.title ?? '') || `[${flat(source.label) || flat(source.id)}]`);
          expect(fields.has('author')).toBe(source.authors.some((name) => flat(name) !== ''));
          expect(fields.get('url') ?? '{http').toMatch(/^\{(https?|mailto)/);
        }
      }),
    );
  });
});

describe('RIS', () => {
  it('writes the fields of one source', () => {
    expect(writeSourcesRis([FULL]).split('\r\n')).toEqual([
      'TY  - GEN',
      'ID  - s1',
      'TI  - Calls & costs: 50% of {it}',
      'AU  - Jane Doe',
      'AU  - Müller and Sons',
      'PB  - The Daily',
      'PY  - 2024',
      'DA  - 2024/10/25/',
      'UR  - https://example.org/a_b?c=%7Bd%7D#e%20f',
      'L2  - https://archive.example/x%20y',
      'Y2  - 2026/11//',
      'LA  - en',
      'M3  - article',
      'ER  - ',
      '',
    ]);
    expect(writeSourcesRis([sourceOf({ published: '2022-10~', kind: 'report' })])).toContain(
      'DA  - 2022/10//2022-10~\r\n',
    );
    expect(writeSourcesRis([sourceOf({ published: 'last week' })])).toContain('DA  - ///last week\r\n');
  });

  it('is one record a source, each line a tag and a value, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.array(someSource, { maxLength: 5 }), (sources) => {
        const lines = writeSourcesRis(sources)
          .split('\r\n')
          .filter((line) => line !== '');
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z\d] {2}- [^\r\n]*$/u);
        expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(sources.length);
        expect(lines.filter((line) => line.startsWith('TY'))).toHaveLength(sources.length);
        expect(lines.filter((line) => line.startsWith('AU'))).toHaveLength(
          sources.flatMap(({ authors }) => authors.filter((name) => flat(name) !== '')).length,
        );
      }),
    );
  });
});
