import { describe, expect, it } from 'vitest';
import { DataError } from '../../model/dataError.ts';
import { PAPERS } from '../../picture/paper.ts';
import { EXPORT_FORMATS } from '../kit/exportFormats.ts';
import {
  buildRequest,
  FIRST_CHOICES,
  FORMATS_OF,
  findOffer,
  findTooLarge,
  KINDS,
  PRINT_PAPERS,
  SCREEN_PAPERS,
} from './exportChoices.ts';

const AROUND = { type: 'neighbourhood', hops: 2, whole: false } as const;

describe('buildRequest', () => {
  it('never lets private notes out unless they are ticked, and never in a picture', () => {
    for (const kind of KINDS) expect(buildRequest({ ...FIRST_CHOICES, kind }, AROUND, []).notes ?? false).toBe(false);
    const ticked = { ...FIRST_CHOICES, notes: true };
    const withNotes = KINDS.filter((kind) => buildRequest({ ...ticked, kind }, AROUND, []).notes);
    expect(withNotes).toEqual(['page', 'data']);
  });

  it('asks every kind for the part, in its own file', () => {
    for (const kind of KINDS) {
      const request = buildRequest({ ...FIRST_CHOICES, kind }, AROUND, ['ann']);
      expect(request).toMatchObject({ scope: 'neighbourhood', hops: 2, ids: ['ann'], format: FORMATS_OF[kind][0] });
    }
  });

  it('gives a picture its title, its words and its shape', () => {
    const ask = (more: Partial<typeof FIRST_CHOICES>) => buildRequest({ ...FIRST_CHOICES, ...more }, AROUND, []);
    expect([ask({}).title, ask({ title: 'Calls' }).title, ask({ hasTitle: false, title: 'Calls' }).title]).toEqual([
      true,
      'Calls',
      false,
    ]);
    expect(ask({ reshape: true }).reshape).toBe(false);
    expect(ask({ reshape: true, paper: 'square' }).reshape).toBe(true);
    expect(ask({ words: { short: 's', long: 'l', scope: AROUND } }).alternative).toEqual({ short: 's', long: 'l' });
    expect(ask({}).scale).toBeUndefined();
    const jpeg = { ...FIRST_CHOICES.formats, picture: 'jpeg' } as const;
    expect(ask({ formats: jpeg, background: 'transparent', scale: 3 })).toMatchObject({
      background: 'paper',
      scale: 3,
    });
    const words = { short: 's', long: 'l', scope: AROUND };
    expect(ask({ series: 'story-1', words })).toMatchObject({ story: 'story-1', alternative: null });
  });

  it('offers every paper and every file once; PDF goes through printing', () => {
    expect([...SCREEN_PAPERS, ...PRINT_PAPERS].toSorted()).toEqual([...PAPERS].toSorted());
    const offered = Object.values(FORMATS_OF).flat();
    expect([...offered, 'pdf'].toSorted()).toEqual([...EXPORT_FORMATS].toSorted());
  });
});

describe('findTooLarge', () => {
  const draft = (...sizes: number[]) => ({
    pages: sizes.map((size) => ({ svg: '', width: size, height: size })),
    alternative: { short: '', long: '' },
    fileStem: '',
    least: 11,
  });

  it('tells before it is tried which pixels are too many, by the largest page', () => {
    const found = findTooLarge(draft(500, 8000), { format: 'png', scale: 4 });
    expect(found).toMatchObject({ code: 'picture-too-large', params: { width: 32_000, height: 32_000 } });
    expect(findOffer(found!, FIRST_CHOICES)?.change).toEqual({ scale: 1.3 });
  });

  it('has nothing against what fits, nor against SVG', () => {
    expect(findTooLarge(draft(800), { format: 'webp', scale: 4 })).toBeNull();
    expect(findTooLarge(draft(50_000), { format: 'svg' })).toBeNull();
  });
});

describe('findOffer', () => {
  const offer = (code: string, params: Record<string, string | number>) =>
    findOffer(new DataError(code, '', params), FIRST_CHOICES)?.change ?? null;

  it('offers the sheet that works, a scale that works, or SVG where none does', () => {
    expect(offer('page-too-small', { paper: 'a4', offer: 'a3-landscape' })).toEqual({ paper: 'a3-landscape' });
    expect(offer('picture-too-large', { largestScale: 1.57 })).toEqual({ scale: 1.5 });
    expect(offer('picture-too-large', { largestScale: 0.4 })).toMatchObject({ formats: { picture: 'svg' } });
  });

  it('offers nothing that is no choice', () => {
    expect(offer('page-too-small', { offer: 'napkin' })).toBeNull();
    expect(offer('no-scope', {})).toBeNull();
  });
});
