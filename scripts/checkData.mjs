import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, ROOT, runMain, setUp } from './setUp.mjs';

const USAGE = 'Usage: npm run check-data FILE...';

async function loadReader() {
  const { runnerImport } = await import('vite');
  const load = async (path) => (await runnerImport(join(ROOT, path), { configFile: false, root: ROOT })).module;
  const [format, model, words] = await Promise.all(
    ['src/formats/sayso.ts', 'src/model/parseDataset.ts', 'src/words/sayError.ts'].map(load),
  );
  return { readSayso: format.readSayso, findAllProblems: model.findAllProblems, ...words };
}

/**
 * Every problem of a file's text as a line, warnings included, since this check is strict; empty for a right file.
 * `reader` holds readSayso, findAllProblems, sayIssue and sayError of the project.
 */
export function findLines(text, reader) {
  try {
    return reader.readSayso(text).issues.map(reader.sayIssue);
  } catch (error) {
    if (error.name !== 'DataError') throw error;
    // The error names the first problem only; where the file is readable at all, all of them are wanted.
    const all = listAll(text, reader);
    return all.length > 0 ? all : [reader.sayError(error)];
  }
}

function listAll(text, reader) {
  try {
    const issues = reader.findAllProblems(JSON.parse(text.replace(/^\uFEFF/, '')));
    return issues.map(reader.sayIssue);
  } catch {
    return [];
  }
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    console.error(`${path} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`);
    return null;
  }
}

async function main() {
  const paths = process.argv.slice(2);
  if (paths.length === 0 || paths.some((path) => path.startsWith('--'))) {
    console.error(USAGE);
    return 2;
  }
  setUp();
  const reader = await loadReader();
  let isRight = true;
  for (const path of paths) {
    const text = readText(path);
    if (text === null) return 2;
    const lines = findLines(text, reader);
    for (const line of lines) console.log(`${path}: ${line}`);
    if (lines.length > 0) isRight = false;
    console.log(`${path}: ${lines.length === 0 ? 'no problems' : `${lines.length} problems`}`);
  }
  return isRight ? 0 : 1;
}

if (isMain(import.meta.url)) await runMain(main);
