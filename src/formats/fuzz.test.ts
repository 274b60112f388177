import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

async function expectFair(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    const { file } = await readFiles([{ name, content: new Blob([content]) }], null, () => undefined);
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

/** A workbook with texts, numbers, dates, formulas and two sheets. */
function makeWorkbook(): Uint8Array {
  const book = utils.book_new();
  const rows = [
    ['from', 'to', 'relation', 'since', 'source'],
    ['Ann Lee', 'Firm', 'director of', new Date(Date.UTC(2020, 1, 3)), 'https://a.example/'],
    ['Bob', 'Firm', 'owns', 42_000, 7],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Links');
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['name', 'kind'],
      ['Ann Lee', 'Person'],
    ]),
    'People',
  );
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

describe('what is ours and what is no text, spoilt', () => {
  it('Sayso', async () => {
    const text = readFileSync(join(import.meta.dirname, '../../data/musk-putin-2024.json'), 'utf8');
    await fc.assert(
      fc.asyncProperty(mutations, (changes) => expectFair('a.json', mutate(text, changes))),
      { numRuns: RUNS },
    );
  });

  it('the files inside a workbook', async () => {
    const parts = unzipSync(makeWorkbook());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), mutations, (name, changes) => {
        const spoilt = strToU8(mutate(strFromU8(parts[name] ?? new Uint8Array()), changes));
        return expectFair('a.xlsx', new Uint8Array(zipSync({ ...parts, [name]: spoilt })));
      }),
      { numRuns: RUNS },
    );
  });

  it('the bytes of a workbook', async () => {
    const whole = makeWorkbook();
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(whole.length), (changes, cut) => {
        const bytes = new Uint8Array(cut % 4 === 0 ? whole.slice(0, cut) : whole);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        return expectFair('a.xlsx', bytes);
      }),
      { numRuns: RUNS },
    );
  });
});
