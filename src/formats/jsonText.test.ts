import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../model/dataError.ts';
import { createImportLog } from './importLog.ts';
import { findPlace, parseJsonText } from './jsonText.ts';

function failureOf(text: string): unknown {
  try {
    parseJsonText(text, null);
  } catch (error) {
    return error;
  }
  return null;
}

describe('parseJsonText', () => {
  it('parses what JSON.parse parses, to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d{16}/.test(text));
        expect(parseJsonText(text, null)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps whole numbers that doubles would round, as text, and says so once', () => {
    const log = createImportLog();
    const text =
      '{"id": 9007199254740993, "exact": 9007199254740992, "same": [9007199254740995, -12345678901234567], "s": "1234567890123456789", "f": 0.5}';
    expect(parseJsonText(text, log)).toEqual({
      id: '9007199254740993',
      exact: 2 ** 53,
      same: ['9007199254740995', '-12345678901234567'],
      s: '1234567890123456789',
      f: 0.5,
    });
    expect(log.issues()).toEqual([
      { code: 'number-as-text', where: 'line 1', params: { count: 3, example: '9007199254740993' }, severity: 'note' },
    ]);
  });

  it('reads bare NaN and Infinity as nothing and says where', () => {
    const log = createImportLog();
    expect(parseJsonText('[1,\n NaN, -Infinity, "NaN", 1e3]', log)).toEqual([1, null, null, 'NaN', 1000]);
    expect(log.issues()).toEqual([
      { code: 'not-a-number', where: 'line 2', params: { count: 2, value: 'NaN' }, severity: 'warning' },
    ]);
  });

  it('refuses with line and column, and what is cut off at its end', () => {
    expect(failureOf('{\n  "a": 1,\n  oops\n}')).toMatchObject({ code: 'not-json', params: { line: 3, column: 3 } });
    expect(failureOf('{"a": [1, 2')).toMatchObject({ code: 'not-json', params: { line: 1 } });
  });

  it('refuses nesting beyond the limit before it is parsed', () => {
    expect(failureOf(`${'['.repeat(1001)}${']'.repeat(1001)}`)).toMatchObject({
      code: 'too-deep',
      params: { limit: 1000 },
    });
    expect(failureOf(`${'['.repeat(1000)}${']'.repeat(1000)}`)).toBeNull();
  });

  it('throws nothing but DataError for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\1-NaInfity e.\n') }), (text) => {
        const failure = failureOf(text);
        expect(failure === null || failure instanceof DataError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

it('finds places by any line end', () => {
  expect(findPlace('ab\ncd\r\nef\rgh', 10)).toEqual({ line: 4, column: 1 });
});
