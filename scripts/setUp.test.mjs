import { expect, it } from 'vitest';
import { checkNode, SetUpError, sameAsLock, satisfies } from './setUp.mjs';
import { findOpener, readOptions } from './start.mjs';

const ENGINES = '^20.19 || ^22.13 || >=24';

it.each([
  ['20.18.3', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['21.7.0', false],
  ['22.12.0', false],
  ['22.13.0', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s fits: %s', (version, fits) => expect(satisfies(version, ENGINES)).toBe(fits));

it('names both versions where Node does not fit, in one sentence', () => {
  expect(() => checkNode('18.20.0')).toThrow(
    new SetUpError(
      'Sayso needs Node ^20.19 || ^22.13 || >=24 and this is Node 18.20.0: install a newer one, then try again.',
    ),
  );
});

it('tells an installation of other versions, or without the development packages, from the right one', () => {
  const lock = {
    packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', dev: true } },
  };
  lock.packages['node_modules/b-win32'] = { version: '2.0.0', optional: true };
  const installed = (versions) => ({
    packages: Object.fromEntries(
      Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]),
    ),
  });
  expect(sameAsLock(lock, installed({ a: '1.0.0', b: '2.0.0' }))).toBe(true);
  expect(sameAsLock(lock, installed({ a: '1.0.0', b: '2.0.1' }))).toBe(false);
  expect(sameAsLock(lock, installed({ a: '1.0.0' }))).toBe(false);
});

it('takes a port and refuses what is none', () => {
  expect(readOptions([])).toEqual({ port: 4747, open: true });
  expect(readOptions(['--port', '8080', '--no-open'])).toEqual({ port: 8080, open: false });
  for (const args of [['--port', 'x'], ['--port', '0'], ['--port', '65536'], ['--port'], ['--prot', '1'], ['8080']]) {
    expect(() => readOptions(args), args.join(' ')).toThrow(SetUpError);
  }
});

it('opens a browser only where there is a desktop', () => {
  expect(findOpener({}, 'linux')).toBeNull();
  expect(findOpener({ DISPLAY: ':0', CI: 'true' }, 'linux')).toBeNull();
  expect(findOpener({ DISPLAY: ':0' }, 'linux')?.command).toBe('xdg-open');
  expect(findOpener({}, 'darwin')?.command).toBe('open');
});
