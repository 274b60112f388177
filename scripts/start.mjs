import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite, isBuilt } from './build.mjs';
import { createSiteServer, stopOnSignal } from './serve.mjs';
import { isMain, ROOT, runMain, SetUpError, setUp } from './setUp.mjs';

const DEFAULT_PORT = 4747;
const USAGE = 'Usage: npm start -- [--port NUMBER] [--no-open]';

/** The options of the command line. Throws a SetUpError with the usage for anything else. */
export function readOptions(args) {
  let values;
  try {
    values = parseArgs({ args, options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } }).values;
  } catch (error) {
    throw new SetUpError(`${error.message}\n${USAGE}`);
  }
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SetUpError(`"${values.port}" is no port: give a whole number from 1 to 65535.\n${USAGE}`);
  }
  return { port, open: !values['no-open'] };
}

/** The program that opens an address on this desktop; null where there is none, as on a server or in CI. */
export function findOpener(env = process.env, platform = process.platform) {
  if (env.CI) return null;
  if (platform === 'win32') return { command: 'cmd', args: ['/c', 'start', ''] };
  if (platform === 'darwin') return env.SSH_CONNECTION ? null : { command: 'open', args: [] };
  return env.DISPLAY || env.WAYLAND_DISPLAY ? { command: 'xdg-open', args: [] } : null;
}

function openAddress(address) {
  const opener = findOpener();
  if (!opener) return;
  const child = spawn(opener.command, [...opener.args, address], { stdio: 'ignore', detached: true });
  // A desktop without the opener is no reason to stop serving: the address is printed anyway.
  child.on('error', () => {});
  child.unref();
}

/** Starts listening on this machine only. Throws a SetUpError that says what to do where the port cannot be had. */
async function listen(server, port) {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new SetUpError(
        `Port ${port} is taken by another program: stop that one, or choose another with "npm start -- --port ${port === 65_535 ? port - 1 : port + 1}".`,
      );
    }
    if (error.code === 'EACCES') {
      throw new SetUpError(`Port ${port} is not open to you: choose one above 1023 with "npm start -- --port NUMBER".`);
    }
    throw error;
  }
}

/** Tries the port before a build is waited for. */
async function checkPort(port) {
  const probe = createServer();
  await listen(probe, port);
  probe.close();
  await once(probe, 'close');
}

async function start() {
  const { port, open } = readOptions(process.argv.slice(2));
  setUp();
  await checkPort(port);
  if (!isBuilt()) {
    console.log('Building the site (again only when the sources change) ...');
    await buildSite({ logLevel: 'warn' });
  }
  const server = createSiteServer(join(ROOT, 'dist'));
  await listen(server, port);
  stopOnSignal(server);
  const address = `http://127.0.0.1:${port}/`;
  console.log(`Sayso is at ${address}\nStop it with Ctrl+C.`);
  if (open) openAddress(address);
}

if (isMain(import.meta.url)) await runMain(start);
