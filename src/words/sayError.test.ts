import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_SENTENCES } from './errorSentences.ts';
import { ISSUE_SENTENCES } from './issueSentences.ts';
import { sayError, sayIssue } from './sayError.ts';

const anyError = fc.record({
  code: fc.oneof(fc.string(), fc.constantFrom(...ERROR_SENTENCES.keys(), ...ISSUE_SENTENCES.keys(), 'constructor')),
  where: fc.string(),
  params: fc.dictionary(
    fc.constantFrom(
      'id',
      'message',
      'problem',
      'more',
      'version',
      'line',
      'column',
      'reason',
      'limit',
      'date',
      '__proto__',
    ),
    fc.oneof(fc.string(), fc.nat()),
  ),
});

describe('sayError', () => {
  it.each([
    [
      { code: 'unknown-version', where: 'sayso', params: { version: '7' } },
      'The file has the version “7” in its field “sayso”, and this page reads version 1; open it with a newer Sayso, or ask its maker for version 1.',
    ],
    [
      { code: 'not-json', where: '', params: { line: 3, column: 9 } },
      'The file is not readable as JSON at line 3, column 9; check that it was saved completely, then open it again.',
    ],
    [
      { code: 'invalid', where: 'entities[2].kind', params: { message: 'Expected a kind', more: 2 } },
      'The file does not follow the format at entities[2].kind: Expected a kind, and there are 2 more problems; correct it there and open it again.',
    ],
    [
      { code: 'too-large', where: '', params: { limit: 200 } },
      'The file is too large for this page: the limit is 200 MB, unpacked; split it or open a part of it.',
    ],
    [
      { code: 'brand-new', where: 'line 3', params: {} },
      'Something went wrong at line 3 (brand-new); try again, and tell the maker of this page if it happens once more.',
    ],
  ])('%o', (error, sentence) => {
    expect(sayError(error)).toBe(sentence);
  });

  it('says what to do for every code, with nothing known but the code', () => {
    for (const code of ERROR_SENTENCES.keys())
      expect(sayError({ code, where: '', params: {} })).toMatch(/^[A-Z].+; .+\.$/);
    for (const code of ISSUE_SENTENCES.keys())
      expect(sayIssue({ code, where: 'x', params: {} })).toMatch(/^At x: .+\.$/);
  });

  it('has a short sentence for every code and every parameter', () => {
    fc.assert(
      fc.property(anyError, (error) => {
        for (const sentence of [sayError(error), sayIssue(error)]) {
          expect(sentence).toMatch(/[.!?…”)]$/);
          expect(sentence).not.toMatch(/undefined|\[object|NaN|\p{Cc}/u);
          expect(sentence.length).toBeLessThan(900);
        }
      }),
    );
  });
});

describe('sayIssue', () => {
  it('says where and what, and an unknown one as an error', () => {
    expect(
      sayIssue({ code: 'date-not-understood', where: 'relations[1] (r).valid', params: { date: 'late 2022' } }),
    ).toBe(
      'At relations[1] (r).valid: the date “late 2022” is not understood and is shown as it is; write it like 2022, 2022-10~ or 2022-10/2023.',
    );
    expect(sayIssue({ code: 'duplicate-id', where: 'entities[4] (x)', params: { id: 'x' } })).toContain('“x”');
    expect(sayIssue({ code: 'odd', where: '', params: {} })).toContain('odd');
  });
});
