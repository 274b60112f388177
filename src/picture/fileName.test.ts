import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureFileName } from './fileName.ts';
import { tinyDataset } from './pictureFixture.ts';

const named = (over: Record<string, unknown>) => tinyDataset([], [], over);

describe('pictureFileName', () => {
  it('says what, which part and as of when', () => {
    const dataset = named({ id: 'musk-putin-2024', updated: '2026-11-23' });
    expect(pictureFileName(dataset, 'neighbourhood of Elon Musk', 'svg')).toBe(
      'musk-putin-2024-neighbourhood-of-elon-musk-2026-11-23.svg',
    );
    expect(pictureFileName(dataset, null, 'png')).toBe('musk-putin-2024-2026-11-23.png');
  });

  it('spells other scripts and accents in ASCII', () => {
    expect(pictureFileName(named({ id: 'x', updated: undefined }), 'Владимир Путин & Zoë', 'svg')).toBe(
      'x-vladimir-putin-zoe.svg',
    );
  });

  it('never gives a device’s name or an empty one', () => {
    expect(pictureFileName(named({ id: 'CON', updated: undefined }), null, 'svg')).toBe('sayso-con.svg');
    expect(pictureFileName(named({ id: '…', title: '***', updated: undefined }), '///', '')).toBe('sayso.svg');
  });

  it('is safe for every file system whatever the data', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 150 });
    fc.assert(
      fc.property(anyText, anyText, anyText, (id, scope, updated) => {
        const name = pictureFileName(named({ id, title: id, updated }), scope, 'png');
        expect(name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?\.png$/);
        expect(name.length).toBeLessThanOrEqual(130);
      }),
      { numRuns: 40 },
    );
  });
});
