import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completeLock, describeNative, findMissing } from './completeLock.mjs';

it('the lock file has the native packages of every platform, without which npm ci refuses it', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(
    findMissing(lock).map(({ name }) => name),
    'run "node scripts/completeLock.mjs"',
  ).toEqual([]);
});

it('reads the platform from the name', () => {
  expect(describeNative('@x/binding-linux-x64-musl', '1.0.0', true)).toEqual({
    version: '1.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(describeNative('@x/darwin-arm64', '1.0.0')).toEqual({
    version: '1.0.0',
    cpu: ['arm64'],
    optional: true,
    os: ['darwin'],
  });
  expect(describeNative('@x/linux-arm-gnueabihf', '1.0.0').libc).toEqual(['glibc']);
  expect(describeNative('canvas', '1.0.0')).toBeNull();
});

it('leaves what is there, and refuses to guess', () => {
  const at = { 'node_modules/a': { optionalDependencies: { 'a-win32-x64': '1.0.0', 'a-linux-x64-gnu': '1.0.0' } } };
  const lock = { packages: { ...at, 'node_modules/a-linux-x64-gnu': { version: '1.0.0', integrity: 'sha512-x' } } };
  const complete = completeLock(lock).packages;
  expect(complete['node_modules/a-linux-x64-gnu'].integrity).toBe('sha512-x');
  expect(complete['node_modules/a-win32-x64'].os).toEqual(['win32']);
  expect(() => completeLock({ packages: { 'node_modules/a': { optionalDependencies: { canvas: '1.0.0' } } } })).toThrow(
    'canvas',
  );
});
