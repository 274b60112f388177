import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMain, ROOT, runMain, SetUpError, setUp } from './setUp.mjs';

const DIST = join(ROOT, 'dist');
const STAMP = join(ROOT, '.cache', 'build-stamp');
const SOURCES = ['src', 'data', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!/\.test\.tsx?$/.test(name)) yield* filesUnder(join(path, name));
  }
}

/** A hash of all that the build reads; tests apart. */
export function hashSources(root = ROOT) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(join(root, source))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** Whether dist/ was built from the sources as they are now. */
export function isBuilt() {
  if (!existsSync(join(DIST, 'index.html')) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, 'utf8') === hashSources();
}

/** Builds dist/ in production mode whatever NODE_ENV says, and remembers from which sources. */
export async function buildSite({ logLevel = 'info' } = {}) {
  if (!existsSync(join(ROOT, 'index.html'))) throw new SetUpError('There is no index.html to build the site from.');
  process.env.NODE_ENV = 'production';
  const before = hashSources();
  const { build } = await import('vite');
  await build({ root: ROOT, logLevel });
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  writeFileSync(STAMP, before);
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    setUp();
    await buildSite();
  });
}
