import { describe, expect, it } from 'vitest';
import type { Source } from '../model/records.ts';
import {
  sayCitation,
  sayDataDate,
  sayLegendLine,
  sayLicence,
  sayListPages,
  sayPageOf,
  sayPictureScope,
  sayPlaces,
  sayShownPart,
  sayWordless,
} from './pictureText.ts';

describe('sayPlaces', () => {
  it('gathers paragraphs in order and keeps other places', () => {
    expect(sayPlaces([{ paragraph: 4 }, { paragraph: 2 }, { paragraph: 4, sentence: 3 }])).toBe('paragraphs 2 and 4');
    expect(sayPlaces([{ paragraph: 1 }])).toBe('paragraph 1');
    expect(sayPlaces([{ page: 3, quote: 'x' }, { page: 3 }, { timestamp: '0:42' }])).toBe('page 3; at 0:42');
    expect(sayPlaces([{}])).toBe('');
  });
});

describe('sayCitation', () => {
  const source = { label: 'Report, 3 May 2024', publisher: null, published: '2024-05-03' } as Source;

  it('gives the publisher, else the label, and the date once', () => {
    expect(sayCitation(source, [{ paragraph: 2 }])).toBe('Report, 3 May 2024, paragraph 2');
    expect(sayCitation({ ...source, publisher: 'The Daily' }, [])).toBe('The Daily, 3 May 2024');
    expect(sayCitation({ ...source, published: null }, [])).toBe('Report, 3 May 2024');
  });
});

describe('sayPictureScope', () => {
  it('names who is selected or at the centre, at most three', () => {
    expect(sayPictureScope('all', ['A'], 1)).toBeNull();
    expect(sayPictureScope('selection', [], 1)).toBeNull();
    expect(sayPictureScope('selection', ['A', 'B', 'C', 'D', 'E'], 1)?.heading).toBe('A, B, C and 2 more');
    expect(sayPictureScope('neighbourhood', ['A'], 1)).toEqual({
      heading: 'A and what is within 1 step',
      file: 'neighbourhood of A',
    });
  });
});

describe('the footer of a picture', () => {
  it('says how old the data is, its licence, and what is left out', () => {
    expect(sayDataDate('2026-11-23')).toBe('Data of 23 November 2026');
    expect(sayDataDate(null)).toBe('Data without a date');
    expect(sayLicence('CC0-1.0')).toBe('Licence CC0-1.0');
    expect(sayLicence(null)).toBeNull();
    expect(sayShownPart([2, 2], [3, 3])).toBeNull();
    expect(sayShownPart([1, 2], [0, 3])).toBe('Shows 1 of 2 entities and 0 of 3 relations');
  });
});

describe('the pages of a picture', () => {
  it('say which they are, where the list is, and what is disputed', () => {
    expect(sayPageOf(2, 3)).toBe('page 2 of 3');
    expect(sayListPages(2, [], 40)).toBe('Who says so, and who denies it: page 2.');
    expect(sayListPages(4, [3, 14], 40)).toBe('Who says so, and who denies it: pages 2 to 4. Disputed: 3 and 14.');
    const many = Array.from({ length: 30 }, (_, i) => i + 1);
    expect(sayListPages(2, many, 1000)).toBe('Who says so, and who denies it: page 2. Disputed: 30 of 1,000.');
    expect(sayListPages(2, null, 5)).toBe('Disputed, 5 in all, with who denies or limits them: page 2.');
  });

  it('say in a word or at length what a line means, and how many have none', () => {
    expect(sayLegendLine('alleged', true)).toBe('alleged');
    expect(sayLegendLine('alleged')).toBe('alleged, by unnamed people or as an accusation');
    expect(sayWordless(0)).toBeNull();
    expect(sayWordless(1)).toBe('1 line without its wording, for want of room');
    expect(sayWordless(12)).toBe('12 lines without their wording, for want of room');
  });
});
