import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A refusal that the reader can act on: shown as its one sentence, without a stack. */
export class SetUpError extends Error {}

/** Whether `version` ("20.19.1") satisfies a range of `^a.b`, `>=a` and `||`, which is all that package.json uses. */
export function satisfies(version, range) {
  const have = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, sign, text] = /^(\^|>=)(\d+(?:\.\d+)*)$/.exec(part.trim()) ?? [];
    if (text === undefined)
      throw new SetUpError(`package.json asks for Node "${range}", which the set-up cannot read.`);
    const want = text.split('.').map(Number);
    if (sign === '^' && have[0] !== want[0]) return false;
    for (const [i, number] of want.entries()) {
      if ((have[i] ?? 0) !== number) return (have[i] ?? 0) > number;
    }
    return true;
  });
}

/** Throws a SetUpError that names both versions if this Node is not one of package.json's engines. */
export function checkNode(version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  if (satisfies(version, engines.node)) return;
  throw new SetUpError(
    `Sayso needs Node ${engines.node} and this is Node ${version}: install a newer one, then try again.`,
  );
}

/** Whether what npm says it installed has every package of the lock file, leaving out other platforms' binaries. */
export function sameAsLock(lock, installed) {
  return Object.entries(lock.packages).every(
    ([path, wanted]) => path === '' || wanted.optional || installed.packages[path]?.version === wanted.version,
  );
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** "linux-x64 HASH": binaries of one platform do not run on another, so it is part of the stamp. */
function wantedStamp(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${process.platform}-${process.arch} ${hash}`;
}

function isInstalled(root, stamp) {
  const stampPath = join(root, 'node_modules', '.sayso-lock');
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  const found = existsSync(stampPath) ? readFileSync(stampPath, 'utf8').trim() : '';
  if (found === stamp) return true;
  const otherPlatform = found !== '' && found.split(' ')[0] !== stamp.split(' ')[0];
  if (otherPlatform || !existsSync(installedPath)) return false;
  return sameAsLock(readJson(join(root, 'package-lock.json')), readJson(installedPath));
}

function install(root) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } };
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status === 0) return;
  const why = result.error ? result.error.message : `exit code ${result.status ?? result.signal}`;
  throw new SetUpError(
    `The packages could not be installed (${why}): check that the npm registry can be reached, then run "npm ci --include=dev".`,
  );
}

/** Whether the process that wrote the lock is still there; one that was killed leaves its lock behind. */
function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM' || error.code === 'ENOENT';
  }
}

/** Runs `work` while no other set-up of this folder runs: two `npm ci` at once break each other. */
function runAlone(root, work) {
  const lock = join(root, '.cache', 'set-up.lock');
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isHeld(lock)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Makes sure that Node fits and that node_modules is what package-lock.json says, installing it otherwise, also
 * under NODE_ENV=production. Throws a SetUpError with one sentence on what to do.
 */
export function setUp(root = ROOT) {
  checkNode();
  const stamp = wantedStamp(root);
  const stampPath = join(root, 'node_modules', '.sayso-lock');
  if (!isInstalled(root, stamp)) {
    runAlone(root, () => {
      if (isInstalled(root, stamp)) return;
      console.log('Installing packages (once, until package-lock.json changes) ...');
      install(root);
    });
  }
  if (!existsSync(stampPath) || readFileSync(stampPath, 'utf8') !== stamp) writeFileSync(stampPath, stamp);
}

/** Whether the module with this `import.meta.url` is the script that Node was started with. */
export function isMain(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}

/** Runs a script's main function; a SetUpError is printed as its sentence, and the exit code is 1 for it. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (isMain(import.meta.url)) await runMain(() => setUp());
