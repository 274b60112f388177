import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isMain, ROOT, runMain, SetUpError } from './setUp.mjs';

const DIST = join(ROOT, 'dist');
const BUDGET = join(ROOT, 'size-budget.json');
/** How much a file may grow past its recorded size: 5%, and 500 bytes for the smallest. */
const HEADROOM = 1.05;
const SLACK = 500;

/** The manifest's entries that are loaded with `keys`, following static imports; each once. */
export function followImports(manifest, keys) {
  const found = new Set();
  const visit = (key) => {
    if (found.has(key)) return;
    if (!manifest[key]) throw new SetUpError(`size-budget.json names "${key}", which is not in the build's manifest.`);
    found.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return [...found];
}

/** A built file's name without its hash, so that it can be recognised in the next build. */
export function stableName(file) {
  return basename(file).replace(/-[\w-]{8}(?=\.\w+$)/, '');
}

function scriptsOfPage(html) {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const wanted = tags.filter((tag) => tag.startsWith('<script') || /rel="?modulepreload/.test(tag));
  return wanted
    .flatMap((tag) => /(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1] ?? [])
    .map((url) => url.replace(/^\.?\//, ''));
}

/** Files of dist/assets whose stable name one of `names` begins: for workers, which no manifest lists. */
function assetsNamed(dist, names) {
  const all = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
  return names.flatMap((name) => {
    const found = all.filter((file) => basename(file).startsWith(name) && file.endsWith('.js'));
    if (found.length === 0)
      throw new SetUpError(`size-budget.json names the file "${name}", which is not in the build.`);
    return found;
  });
}

/** Every script of the built site that is fetched before a click on an entity is answered, as paths in dist/. */
export function findFirstScripts(dist, manifest, { eagerChunks, eagerFiles }) {
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
  const chunks = followImports(manifest, [...entries, ...eagerChunks]).map((key) => manifest[key].file);
  const page = scriptsOfPage(readFileSync(join(dist, 'index.html'), 'utf8'));
  const all = new Set([...page, ...chunks, ...assetsNamed(dist, eagerFiles)]);
  return [...all].filter((file) => file.endsWith('.js'));
}

function listFiles(dist, extension) {
  const names = readdirSync(dist, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => extname(name) === extension).sort();
}

function measure(dist, file) {
  const content = readFileSync(join(dist, file));
  return file.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length;
}

function measureAll(dist, extension) {
  const sizes = {};
  for (const file of listFiles(dist, extension)) {
    const name = stableName(file);
    sizes[name] = (sizes[name] ?? 0) + measure(dist, file);
  }
  return sizes;
}

/** Rows `{name, size, limit, problem}` that compare what was built with what is recorded. */
export function compareSizes(sizes, recorded) {
  const names = [...new Set([...Object.keys(sizes), ...Object.keys(recorded)])].sort();
  return names.map((name) => {
    const [size, known] = [sizes[name] ?? null, recorded[name] ?? null];
    const limit = known === null ? null : Math.max(Math.ceil(known * HEADROOM), known + SLACK);
    if (known === null) return { name, size, limit, problem: 'not recorded' };
    if (size === null) return { name, size, limit, problem: 'recorded, but no longer built' };
    return { name, size, limit, problem: size > limit ? 'larger than recorded' : null };
  });
}

function totalRow(name, sizes, limit) {
  const size = sizes.reduce((sum, each) => sum + each, 0);
  return { name, size, limit, problem: size > limit ? 'over the budget' : null };
}

/** The sizes of a built site against its budget, as rows; the first two are what the first load may cost. */
export function checkSizes(dist, budget) {
  const manifestPath = join(dist, '.vite', 'manifest.json');
  if (!existsSync(manifestPath)) throw new SetUpError('dist/ has no .vite/manifest.json: run "npm run build" first.');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  const scripts = findFirstScripts(dist, manifest, budget.firstLoad);
  const fonts = listFiles(dist, '.woff2').filter((file) => !budget.fonts.later.some((part) => file.includes(part)));
  const chunks = { ...measureAll(dist, '.js'), ...measureAll(dist, '.css'), ...measureAll(dist, '.html') };
  return {
    chunks,
    rows: [
      totalRow(
        'scripts until a click answers',
        scripts.map((file) => measure(dist, file)),
        budget.firstLoad.limit,
      ),
      totalRow(
        'fonts of the first load',
        fonts.map((file) => measure(dist, file)),
        budget.fonts.limit,
      ),
      ...compareSizes(chunks, budget.chunks),
    ],
    scripts,
  };
}

function printRows(rows) {
  const width = Math.max(...rows.map((row) => row.name.length));
  for (const { name, size, limit, problem } of rows) {
    const numbers = [size, limit].map((number) => (number ?? '–').toLocaleString('en').padStart(9)).join(' of');
    console.log(`${name.padEnd(width)} ${numbers} bytes${problem ? `  ✗ ${problem}` : ''}`);
  }
}

async function main() {
  const budget = JSON.parse(readFileSync(BUDGET, 'utf8'));
  const { rows, chunks, scripts } = checkSizes(DIST, budget);
  if (process.argv.includes('--update')) {
    writeFileSync(BUDGET, `${JSON.stringify({ ...budget, chunks }, null, 2)}\n`);
    console.log('Recorded the sizes of all files in size-budget.json; the limits are as they were.');
    return 0;
  }
  printRows(rows);
  console.log(`Until a click answers: ${scripts.map(stableName).join(', ')}`);
  const isRight = rows.every((row) => row.problem === null);
  if (!isRight) console.log('Where growth is meant, record it with "node scripts/sizes.mjs --update".');
  return isRight ? 0 : 1;
}

if (isMain(import.meta.url)) await runMain(main);
