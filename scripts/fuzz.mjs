import { spawnSync } from 'node:child_process';
import { isMain, ROOT, runMain, setUp } from './setUp.mjs';

/** Property tests of all readers on spoilt files of the public corpus, `--runs N` of them a reader (2,000 unless said). */
async function main() {
  setUp();
  const at = process.argv.indexOf('--runs');
  const runs = at < 0 ? '2000' : (process.argv[at + 1] ?? '2000');
  const { status } = spawnSync('npx', ['vitest', 'run', 'src/formats/fuzz.test.ts', '--testTimeout=7200000'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'test', SAYSO_FUZZ_RUNS: runs },
    stdio: 'inherit',
  });
  return status ?? 1;
}

if (isMain(import.meta.url)) await runMain(main);
