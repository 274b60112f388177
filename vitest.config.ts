import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { viewerPlugin } from './scripts/viewerPlugin.mjs';

const shared = resolve('../shared');
const hasShared = process.env['SAYSO_NO_SHARED'] !== '1' && existsSync(shared);

export default defineConfig({
  plugins: [react(), viewerPlugin()],
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    // Empty where the public corpus is not beside the project: tests that read it skip then.
    env: { SAYSO_SHARED: hasShared ? shared : '' },
    // Layouts and property tests on a busy machine: a test fails for what it finds, never for its time.
    testTimeout: 180_000,
    restoreMocks: true,
    unstubGlobals: true,
    maxWorkers: 2,
    // Nothing here is changed for good by a test, so files need not load everything anew: a sixth less time.
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/**/*.test.{ts,tsx}', 'src/**/*Fixture.{ts,tsx}', 'src/**/*.d.ts', 'src/model/generated/**'],
      reporter: [['text', { skipFull: true }]],
      reportOnFailure: true,
      thresholds: {
        'src/model/**': { lines: 90 },
        'src/words/**': { lines: 90 },
        'src/formats/**': { lines: 90 },
        'src/scene/**': { lines: 90 },
        'src/picture/**': { lines: 90 },
        'src/state/**': { lines: 90 },
      },
    },
  },
});
