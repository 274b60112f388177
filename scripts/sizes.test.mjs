import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSizes, compareSizes, followImports, stableName } from './sizes.mjs';

let dist;

function write(path, content) {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), content);
}

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'sayso-sizes-'));
  write(
    'index.html',
    '<link rel="modulepreload" href="./assets/early-aaaaaaaa.js"><script type="module" src="./assets/main-bbbbbbbb.js"></script>',
  );
  const manifest = {
    'index.html': {
      file: 'assets/main-bbbbbbbb.js',
      isEntry: true,
      imports: ['_part.js'],
      dynamicImports: ['src/boot.ts', 'src/late.ts'],
    },
    '_part.js': { file: 'assets/part-cccccccc.js' },
    'src/boot.ts': { file: 'assets/boot-dddddddd.js', isDynamicEntry: true, imports: ['index.html', '_part.js'] },
    'src/late.ts': { file: 'assets/late-eeeeeeee.js', isDynamicEntry: true },
  };
  write('.vite/manifest.json', JSON.stringify(manifest));
  for (const name of [
    'early-aaaaaaaa',
    'main-bbbbbbbb',
    'part-cccccccc',
    'boot-dddddddd',
    'late-eeeeeeee',
    'jobs.worker-ffffffff',
  ]) {
    write(`assets/${name}.js`, name);
  }
  write('assets/sans-latin-aaaaaaaa.woff2', 'x'.repeat(100));
  write('assets/sans-greek-bbbbbbbb.woff2', 'x'.repeat(1000));
});

afterEach(() => rmSync(dist, { recursive: true }));

const BUDGET = {
  firstLoad: { limit: 1000, eagerChunks: ['src/boot.ts'], eagerFiles: ['jobs.worker'] },
  fonts: { limit: 150, later: ['greek'] },
};

describe('checkSizes', () => {
  it('counts what the page, its imports and the listed chunks fetch, each once, and not the rest', () => {
    const { chunks, scripts, rows } = checkSizes(dist, { ...BUDGET, chunks: {} });
    expect(scripts.map(stableName).sort()).toEqual(['boot.js', 'early.js', 'jobs.worker.js', 'main.js', 'part.js']);
    expect(rows[0].size).toBe(
      ['boot', 'early', 'jobs.worker', 'main', 'part'].reduce((sum, name) => sum + chunks[`${name}.js`], 0),
    );
    expect(rows[1]).toEqual({ name: 'fonts of the first load', size: 100, limit: 150, problem: null });
    expect(checkSizes(dist, { ...BUDGET, chunks }).rows.every((row) => row.problem === null)).toBe(true);
  });

  it('fails over either budget', () => {
    const tight = {
      ...BUDGET,
      firstLoad: { ...BUDGET.firstLoad, limit: 10 },
      fonts: { limit: 99, later: ['greek'] },
      chunks: {},
    };
    expect(
      checkSizes(dist, tight)
        .rows.slice(0, 2)
        .map((row) => row.problem),
    ).toEqual(['over the budget', 'over the budget']);
  });

  it('refuses a budget that names what is not built', () => {
    const stale = (part) => ({ ...BUDGET, chunks: {}, firstLoad: { ...BUDGET.firstLoad, ...part } });
    expect(() => checkSizes(dist, stale({ eagerChunks: ['src/gone.ts'] }))).toThrow('src/gone.ts');
    expect(() => checkSizes(dist, stale({ eagerFiles: ['gone'] }))).toThrow('gone');
  });
});

describe('compareSizes', () => {
  it('lets a file grow by 5%, and reports growth, new files and files no longer built', () => {
    const rows = compareSizes(
      { a: 105_000, b: 105_001, c: 600, d: 601, e: 1 },
      { a: 100_000, b: 100_000, c: 100, d: 100, f: 1 },
    );
    expect(rows.map((row) => [row.name, row.problem])).toEqual([
      ['a', null],
      ['b', 'larger than recorded'],
      ['c', null],
      ['d', 'larger than recorded'],
      ['e', 'not recorded'],
      ['f', 'recorded, but no longer built'],
    ]);
  });
});

it('followImports ends in a circle', () => {
  expect(followImports({ a: { imports: ['b'] }, b: { imports: ['a'] }, c: {} }, ['a'])).toEqual(['a', 'b']);
});
