import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadFonts } from './loadFonts.ts';
import { buildDataset } from './model/buildDataset.ts';
import { sampleEntity, sampleFile } from './model/sampleFixture.ts';

const datasetOf = (...names: string[]) =>
  buildDataset(
    sampleFile(
      names.map((name, i) => sampleEntity(`e${i}`, { name })),
      [],
    ),
  );

/** Fonts that come when the test says so. */
function fakeFonts() {
  const load = vi.fn<(font: string, text: string) => Promise<unknown[]>>(async () => []);
  vi.stubGlobal('document', { fonts: { load } });
  return load;
}

describe('fonts of a dataset', () => {
  afterEach(() => vi.useRealTimers());

  test('are asked for by its letters, in both weights', async () => {
    const load = fakeFonts();
    await loadFonts(datasetOf('Владимир', 'Élysée', 'Ełk'));
    expect(load.mock.calls.map(([font]) => font)).toEqual(['400 14px "Source Sans 3"', '600 14px "Source Sans 3"']);
    expect([...(load.mock.calls[0]?.[1] ?? '')].toSorted().join('')).toBe('łВадилмр');
  });

  test('are not waited for where letters are Latin, nor for ever, nor where they fail', async () => {
    const load = fakeFonts();
    await loadFonts(datasetOf('Ann Lee', 'Élysée'));
    expect(load).not.toHaveBeenCalled();
    load.mockRejectedValue(new Error('no network'));
    await loadFonts(datasetOf('Ελλάδα'));
    vi.useFakeTimers();
    load.mockReturnValue(new Promise(() => undefined));
    const waiting = loadFonts(datasetOf('Ελλάδα'));
    await vi.advanceTimersByTimeAsync(2000);
    await waiting;
  });
});
