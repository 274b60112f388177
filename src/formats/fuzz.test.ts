import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../model/dataError.ts';
import { findAllProblems } from '../model/parseDataset.ts';
import { CORPUS, listCorpus, readCorpusFile } from './corpusFixture.ts';
import { mutate, mutations } from './mutateFixture.ts';
import { readFiles } from './readFiles.ts';

/** Runs a reader: a short set in `npm test`, thousands in `npm run fuzz`. */
const RUNS = Number(process.env['SAYSO_FUZZ_RUNS'] ?? 25);
/** Larger files say no more and take their time. */
const MOST_BYTES = 60_000;

const FAMILIES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['FollowTheMoney', /^02-ftm\/(?!bods)|ftm-odd/],
  ['BODS', /bods-/],
  ['GraphML', /\.graphml$/],
  ['GEXF', /\.gexf$/],
  ['Cytoscape JSON', /\.cyjs$|\.elements\.json$/],
  ['CX2', /\.cx2$/],
  ['CX1', /\.cx$/],
  ['graphology', /^06-|graphology/],
  ['nodes and links', /linkurious|nan-infinity/],
  ['Oligrapher', /^09-/],
  ['Popolo', /popolo/],
  ['tables', /\.(?:csv|tsv)$|swamped/],
];

async function expectFair(name: string, text: string): Promise<void> {
  try {
    const { file } = await readFiles([{ name, content: new Blob([text]) }], null, () => undefined);
    expect(findAllProblems(file).filter(({ severity }) => severity === 'error')).toEqual([]);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}

describe.skipIf(CORPUS === null)('files that were spoilt give a refusal or a valid dataset, and nothing else', () => {
  const files = listCorpus().filter(({ path }) => !path.startsWith('10-edtf'));

  it.each(FAMILIES)('%s', async (_, pattern) => {
    const blobs = files
      .filter(({ path }) => pattern.test(path))
      .map(({ path }) => ({ path, blob: readCorpusFile(path) }));
    const small = blobs.filter(({ blob }) => blob.size < MOST_BYTES);
    const texts = await Promise.all(
      (small.length > 0 ? small : blobs).map(async ({ path, blob }) => ({ path, text: await blob.text() })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), mutations, async ({ path, text }, changes) =>
        expectFair(path, mutate(text, changes)),
      ),
      { numRuns: RUNS },
    );
  });
});
