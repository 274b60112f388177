import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, ROOT, runMain } from './setUp.mjs';

const SYSTEMS = 'android|darwin|freebsd|linux|openharmony|win32';
const PLATFORM = new RegExp(`(?:^|[/-])(${SYSTEMS})-([a-z0-9]+)(?:-([a-z]+))?$`);

/** The lock entry of a native package, as far as its name ("binding-linux-x64-musl") tells it; null for any other. */
export function describeNative(name, version, isDev) {
  const [, os, cpu, abi = ''] = PLATFORM.exec(name) ?? [];
  if (os === undefined) return null;
  const libc = abi.startsWith('musl') ? { libc: ['musl'] } : abi.startsWith('gnu') ? { libc: ['glibc'] } : {};
  return { version, cpu: [cpu], ...(isDev ? { dev: true } : {}), ...libc, optional: true, os: [os] };
}

/** Optional packages that the lock file's packages name but that have no entry: `{key, name, version, isDev}`. */
export function findMissing(lock) {
  const missing = [];
  for (const [at, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`;
      if (!lock.packages[key] && !lock.packages[`${at}/${key}`]) missing.push({ key, name, version, isDev: entry.dev });
    }
  }
  return missing;
}

/**
 * Gives every native package of other platforms its entry. A registry that mirrors only this platform's leaves them
 * out of the lock file, and `npm ci` then refuses it everywhere. They carry no integrity, since it is not known here.
 */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const { key, name, version, isDev } of findMissing(lock)) {
    const entry = describeNative(name, version, isDev);
    if (!entry) throw new Error(`${name} is missing from the lock file, and its name does not tell its platform.`);
    packages[key] = entry;
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (isMain(import.meta.url)) {
  await runMain(() => {
    const path = join(ROOT, 'package-lock.json');
    const lock = JSON.parse(readFileSync(path, 'utf8'));
    const count = findMissing(lock).length;
    writeFileSync(path, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
    console.log(`${count} packages of other platforms added to package-lock.json`);
  });
}
