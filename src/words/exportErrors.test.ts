import { describe, expect, it } from 'vitest';
import { sayError } from './sayError.ts';

describe('what goes wrong in an export', () => {
  it.each([
    [
      'picture-too-large',
      { width: 20_000, height: 18_000, largestScale: 1.15 },
      'A picture of 20,000 × 18,000 pixels is larger than this browser can make; choose at most 1.15×, a smaller part of the graph, or SVG, which is sharp at any size.',
    ],
    [
      'picture-too-large',
      { width: 20_000, height: 18_000, largestScale: 0.8 },
      'A picture of 20,000 × 18,000 pixels is larger than this browser can make; choose a smaller part of the graph, or SVG, which is sharp at any size.',
    ],
    [
      'page-too-small',
      { paper: 'a4', least: 9.33, would: 5, offer: 'a3-landscape' },
      'The graph is too large to be read on this sheet: its smallest letters would be 3.8 pt, and 7 pt is the least; choose A3 landscape, or a smaller part of the graph.',
    ],
    [
      'page-too-small',
      { paper: 'wide', least: 16, would: 5, offer: 'free' },
      'The graph is too large to be read on this sheet: its smallest letters would be 5 px, and 16 px is the least; choose a sheet as large as the graph needs, or a smaller part of the graph.',
    ],
    [
      'no-scope',
      { scope: 'all' },
      'There is nothing to export, as the graph shows nothing; take away filters and clocks, or open data that holds something.',
    ],
    [
      'no-scope',
      { scope: 'visible' },
      'There is nothing to export, as nothing of the graph is in view; move the graph into view, or choose to export everything.',
    ],
    [
      'no-scope',
      { scope: 'neighbourhood' },
      'There is nothing to export, as nothing is selected in the graph; select something first, or choose to export everything.',
    ],
    [
      'bad-option',
      { option: 'style', known: 'light, dark' },
      'Nothing can be exported with that value of “style”; give one of: light, dark.',
    ],
    [
      'bad-option',
      { option: 'ids', known: '' },
      'Nothing can be exported with that value of “ids”; leave it out, or see the README.',
    ],
    ['no-format', { format: 'WEBP' }, 'This browser does not write WEBP; choose PNG or SVG instead.'],
    [
      'export-failed',
      { reason: 'no memory' },
      'The file could not be made (no memory); try again, or choose another format or a smaller part.',
    ],
  ])('%s', (code, params, sentence) => {
    expect(sayError({ code, where: '', params })).toBe(sentence);
  });
});
