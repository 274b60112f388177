import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCH_FORMATS } from './benchFormats.mjs';
import { fileOf } from './benchPage.mjs';
import { buildResults, writeTable, writeVerdict } from './benchReport.mjs';
import { DATASETS, STEPS } from './benchSteps.mjs';
import { findBrowser, LAUNCH_ARGS } from './browser.mjs';
import { buildSite, isBuilt } from './build.mjs';
import { buildGeneratedDataset } from './generateGraph.mjs';
import { createSiteServer } from './serve.mjs';
import { isMain, ROOT, runMain, SetUpError, setUp } from './setUp.mjs';

const RUNS = { full: 7, quick: 2 };
/** So many failed runs end a step. */
const FAILURES = 2;
/** The committed figures come from whole runs alone. */
const KEPT = join(ROOT, 'scripts', 'bench.results.json');
const PARTIAL = join(ROOT, '.cache', 'bench.json');
const USAGE = `Usage: npm run bench -- [--quick] [--only NAME,NAME]
  --quick  ${RUNS.quick} runs instead of ${RUNS.full}, to see that it works
  --only   these steps alone: ${STEPS.map(({ name }) => name).join(', ')}`;

/** The options of the command line. Throws a SetUpError with the usage for anything else. */
export function readOptions(args) {
  let values;
  try {
    values = parseArgs({ args, options: { quick: { type: 'boolean' }, only: { type: 'string' } } }).values;
  } catch (error) {
    throw new SetUpError(`${error.message}\n${USAGE}`);
  }
  const names = values.only?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) throw new SetUpError(`There is no step "${unknown}".\n${USAGE}`);
  return {
    runs: values.quick ? RUNS.quick : RUNS.full,
    steps: STEPS.filter(({ name }) => names?.includes(name) ?? true),
    isWhole: !values.quick && !names,
  };
}

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** What a figure depends on besides the code; nothing that names the machine. */
function describeMachine(version, runs) {
  const changed = git('status', '--porcelain', '--', 'src', 'data', 'public', 'index.html', 'vite.config.ts');
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', 'HEAD'),
    changedSinceCommit: changed === null ? null : changed !== '',
    runs,
    cores: availableParallelism(),
    loadAtStart: Math.round(loadavg()[0] * 100) / 100,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform}-${process.arch}`,
    node: process.versions.node,
    browser: version,
  };
}

/** A folder that goes when this process does, however it ends. */
function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'sayso-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  // Playwright answers this by closing its browsers alone, and the next run would start another.
  process.once('SIGTERM', () => process.exit(143));
  return folder;
}

/** A copy of the built site with the generated datasets beside it, so that a build meanwhile changes nothing. */
function layOut(folder, steps) {
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  const datasets = {};
  for (const name of new Set(steps.map(({ dataset }) => dataset))) {
    if (!(name in DATASETS)) continue;
    datasets[name] = buildGeneratedDataset(...DATASETS[name]);
    writeFileSync(join(folder, fileOf(name)), JSON.stringify(datasets[name]));
    for (const extension of new Set(steps.filter((step) => step.dataset === name).map(({ format }) => format))) {
      if (!extension) continue;
      writeFileSync(join(folder, fileOf(name, extension)), BENCH_FORMATS[extension].write(datasets[name]));
    }
  }
  return datasets;
}

/** Runs a step until `count` runs were good or two were not; a failure is kept and said even where others made up for it. */
async function runStep(step, bench, count) {
  const [runs, failures] = [[], []];
  process.stdout.write(`${step.name} `);
  while (runs.length < count && failures.length < FAILURES) {
    try {
      runs.push(await step.run(bench, step.dataset, step.format));
      process.stdout.write('.');
    } catch (error) {
      failures.push(error.message.split('\n')[0].replaceAll(ROOT, '').replaceAll(tmpdir(), ''));
      process.stdout.write('x');
    }
  }
  const problem =
    failures.length > 0
      ? `${failures.length} of ${runs.length + failures.length} runs failed: ${failures.at(-1)}`
      : null;
  console.log(problem ? ` ${problem}` : '');
  return { results: buildResults(step, runs, problem), also: runs.at(-1)?.also ?? null };
}

async function runAll({ steps, runs }, browser) {
  const folder = openFolder();
  const site = join(folder, 'site');
  const datasets = layOut(site, steps);
  const server = createSiteServer(site);
  const served = [];
  server.prependListener('request', ({ url }) => served.push(url));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const bench = { browser: { ...browser, profiles: folder }, address, datasets, readServed: () => served };
  const [results, details] = [[], {}];
  try {
    for (const step of steps) {
      const { results: own, also } = await runStep(step, bench, runs);
      results.push(...own);
      details[step.name] = also;
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return { results, details };
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  setUp();
  const executablePath = await findBrowser({ install: true });
  if (!isBuilt()) {
    console.log('Building the site ...');
    await buildSite({ logLevel: 'warn' });
  }
  // Not before the set-up: in a bare clone it is what installs this.
  const { chromium } = await import('playwright-core');
  const probe = await chromium.launch({ executablePath, args: LAUNCH_ARGS });
  const about = describeMachine(`Chromium ${probe.version()}`, options.runs);
  await probe.close();
  if (about.loadAtStart > 1)
    console.log(`Others use this machine (load ${about.loadAtStart}): times will be too long.`);
  const { results, details } = await runAll(options, { chromium, executablePath, args: LAUNCH_ARGS });
  const file = options.isWhole ? KEPT : PARTIAL;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ about, results, lastRun: details }, null, 1)}\n`);
  console.log(`\n${writeTable(results, options.steps)}\n\n${writeVerdict(results)}`);
  if (!options.isWhole) console.log('This was a part or too few runs: scripts/bench.results.json is as it was.');
  return 0;
}

if (isMain(import.meta.url)) await runMain(main);
