import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, ROOT, runMain, setUp } from './setUp.mjs';

const USAGE =
  'Usage: npm run corpus [-- FOLDER-OR-FILE...]: what becomes of each file of the public corpus beside the project';

async function loadReader() {
  const { runnerImport } = await import('vite');
  const load = async (path) => (await runnerImport(join(ROOT, path), { configFile: false, root: ROOT })).module;
  const [files, words] = await Promise.all(['src/formats/readFiles.ts', 'src/words/sayError.ts'].map(load));
  return { ...files, ...words };
}

/** The rows of the manifest: path, format, and what it counts. */
export function listRows(manifest) {
  return manifest.split('\n').flatMap((line) => {
    const [, path, format, , counted] = line.split('|').map((cell) => cell.trim());
    return path && /^\d\d-/.test(path) ? [{ path, format, counted }] : [];
  });
}

/** What became of a file, as the cells of a row. */
async function tryFile(reader, corpus, { path, format, counted }) {
  const content = new Blob([readFileSync(join(corpus, path))]);
  const started = performance.now();
  try {
    const { report } = await reader.readFiles([{ name: path.split('/').at(-1), content }], null, () => undefined);
    const { counts, holds, issues } = report;
    const warnings = issues.filter(({ severity }) => severity === 'warning').length;
    const ms = Math.round(performance.now() - started);
    const read = `${counts.entities} / ${counts.relations}`;
    const held = `${holds.entities} / ${holds.relations} / ${holds.claims} / ${holds.sources}`;
    return [path, format, counted, report.format, read, held, `${warnings} + ${issues.length - warnings}`, ms];
  } catch (error) {
    if (error.name !== 'DataError')
      return [path, format, counted, 'FAILED', error.stack.split('\n').slice(0, 3).join(' '), '', '', ''];
    return [path, format, counted, 'refused', reader.sayError(error), '', '', Math.round(performance.now() - started)];
  }
}

async function main() {
  const wanted = process.argv.slice(2);
  if (wanted.some((word) => word.startsWith('--'))) {
    console.error(USAGE);
    return 2;
  }
  setUp();
  const corpus = join(ROOT, '..', 'shared', 'corpus');
  const rows = listRows(readFileSync(join(corpus, 'MANIFEST.md'), 'utf8')).filter(
    ({ path }) => wanted.length === 0 || wanted.some((word) => path.includes(word)),
  );
  const reader = await loadReader();
  console.log(
    '| file | format | manifest | read as | nodes / edges | entities / relations / claims / sources | warnings + notes | ms |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const row of rows) console.log(`| ${(await tryFile(reader, corpus, row)).join(' | ')} |`);
  return 0;
}

if (isMain(import.meta.url)) await runMain(main);
