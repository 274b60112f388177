import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isMain, runMain, SetUpError } from './setUp.mjs';

const PATHS = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`),
};

const IS_ROOT = process.getuid?.() === 0;

/** What every Chromium of the project is started with: quiet, without background traffic, and as root unsandboxed. */
export const LAUNCH_ARGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(IS_ROOT ? ['--no-sandbox'] : []),
];

/** Whether the file is a browser that starts; Ubuntu ships a stub at a usual path that only prints advice. */
function runs(path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

async function findPlaywrightsOwn() {
  try {
    const { chromium } = await import('playwright-core');
    return runs(chromium.executablePath()) ? chromium.executablePath() : null;
  } catch {
    return null;
  }
}

function installOnDebian() {
  if (!IS_ROOT || !existsSync('/etc/debian_version')) return null;
  console.log('Installing Chromium for the end-to-end tests (once) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    if (spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0) return null;
  }
  return runs('/usr/bin/chromium') ? '/usr/bin/chromium' : null;
}

/**
 * The path of a Chromium that starts: $PW_CHROMIUM, the usual system paths, Playwright's own, and with `install`
 * on Debian as root the `chromium` package. Throws a SetUpError that says what to install.
 */
export async function findBrowser({ install = false } = {}) {
  const asked = process.env.PW_CHROMIUM;
  if (asked) {
    if (runs(asked)) return asked;
    throw new SetUpError(`$PW_CHROMIUM is "${asked}", which is no browser that starts: correct it or unset it.`);
  }
  const found =
    (PATHS[process.platform] ?? []).find(runs) ?? (await findPlaywrightsOwn()) ?? (install ? installOnDebian() : null);
  if (found) return found;
  throw new SetUpError(
    'The end-to-end tests need Chromium: install the package "chromium" or Google Chrome, or set PW_CHROMIUM to the path of one.',
  );
}

if (isMain(import.meta.url)) await runMain(async () => console.log(await findBrowser({ install: true })));
