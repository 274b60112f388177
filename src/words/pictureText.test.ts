import { describe, expect, it } from 'vitest';
import type { Source } from '../model/records.ts';
import { sayCitation, sayDataDate, sayLicence, sayPictureScope, sayPlaces, sayShownPart } from './pictureText.ts';

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
