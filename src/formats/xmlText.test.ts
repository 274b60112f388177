import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../model/dataError.ts';
import { createImportLog } from './importLog.ts';
import { escapeXml, findXmlRoot, losesInXml, walkXml } from './xmlText.ts';

function walk(text: string): string[] {
  const told: string[] = [];
  const handler = {
    open: (name: string, attributes: ReadonlyMap<string, string>) =>
      void told.push(`<${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join('')}`),
    close: (name: string, text_: string) => void told.push(`${name}:${text_}>`),
  };
  walkXml(text, handler, createImportLog(), () => undefined);
  return told;
}

function failureOf(text: string): DataError | null {
  try {
    walk(text);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return error as DataError;
  }
}

describe('walkXml', () => {
  it('tells elements by local name, with their text and CDATA', () => {
    expect(walk('<x:a xmlns:x="u" x:b="1 &amp; 2">t<c/><![CDATA[<d>]]></x:a>')).toEqual([
      '<a x=u b=1 & 2',
      '<c',
      'c:>',
      'a:t<d>>',
    ]);
  });

  it('refuses what is not well-formed, with its place', () => {
    expect(failureOf('<a>\n  <b>\n</a>')).toMatchObject({ code: 'not-xml', params: { line: 3 } });
    expect(failureOf('<a>')).toMatchObject({ code: 'not-xml' });
    expect(failureOf('<a>&unknown;</a>')).toMatchObject({ code: 'not-xml' });
  });

  it('lets control characters pass that XML forbids, and says so', () => {
    const log = createImportLog();
    walkXml('<a>\n\u0000</a>', { open: () => undefined, close: () => undefined }, log, () => undefined);
    expect(log.issues()).toMatchObject([{ code: 'control-characters', where: 'line 2', severity: 'warning' }]);
  });

  it('reads an “&” on its own as itself, wherever the next “;” stands, and says so', () => {
    const log = createImportLog();
    const told: string[] = [];
    const text = '<a>\n<b c="R & D"/><!-- & --><d e="x;y">1 & 2 &amp; &#x33;<![CDATA[&]]></d></a>';
    const open = (_: string, attributes: ReadonlyMap<string, string>): void => void told.push(...attributes.values());
    walkXml(text, { open, close: (_, inside) => void told.push(inside.trim()) }, log, () => undefined);
    expect(told).toEqual(['R & D', '', 'x;y', '1 & 2 & 3&', '']);
    expect(log.issues()).toMatchObject([{ code: 'ampersand-bare', where: 'line 2', params: { count: 2 } }]);
  });

  it('refuses a “<” in a value, and a value without an end, at their place', () => {
    for (const text of ['<a>\n<b c="1 < 2"/></a>', '<a>\n<b c="1><d/></a>']) {
      expect(failureOf(text)).toMatchObject({ code: 'not-xml', params: { line: 2 } });
      expect(failureOf(text)?.params['reason']).toContain('“<”');
    }
    expect(failureOf('<a><1/></a>')).toMatchObject({ code: 'not-xml' });
  });

  it('reads a file that begins with an empty line, and counts that line', () => {
    expect(walk('\ufeff\n <?xml version="1.0"?>\n<a/>')).toEqual(['<a', 'a:>']);
    expect(failureOf('\n<?xml version="1.0"?>\n<a></b>')).toMatchObject({ params: { line: 3 } });
  });

  it('refuses entities of the file’s own, and expands none', () => {
    expect(failureOf('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>')).toMatchObject({ code: 'doctype' });
    expect(failureOf('<!DOCTYPE a SYSTEM "http://elsewhere.example/a.dtd"><a/>')).toBeNull();
  });

  it('refuses nesting beyond the limit', () => {
    expect(failureOf(`${'<a>'.repeat(1001)}${'</a>'.repeat(1001)}`)).toMatchObject({ code: 'too-deep' });
  });

  it('reads back any text that was escaped, in elements and attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const seen = walk(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        const expected = losesInXml(text) ? escapeXml(text).includes('\ufffd') : seen[1] === `a:${text}>`;
        expect(expected).toBe(true);
        if (!losesInXml(text)) expect(seen[0]).toBe(`<a b=${text}`);
      }),
    );
  });
});

it('finds the root behind declarations, comments and document types', () => {
  expect(findXmlRoot('<?xml version="1.0"?><!-- <x> --><!DOCTYPE y [<!ENTITY z "w">]>\n<p:GraphML a="b">')).toBe(
    'graphml',
  );
  expect(findXmlRoot('name,type')).toBeNull();
});
