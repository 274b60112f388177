import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './setUp.mjs';

/** A program of node_modules, started by its own file so that no shell is needed. */
function tool(name, ...args) {
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : (bin[name.split('/').at(-1)] ?? Object.values(bin)[0]);
  return [join(ROOT, 'node_modules', name, file), ...args];
}

function script(name, ...args) {
  return [join(ROOT, 'scripts', name), ...args];
}

/** The datasets that ship with the site; the schema beside them is none. */
function listDatasets() {
  const names = existsSync(join(ROOT, 'data')) ? readdirSync(join(ROOT, 'data')) : [];
  return names
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => join('data', name));
}

/** Unit tests that read the public corpus beside the project. */
export function listCorpusTests(root = ROOT) {
  const names = readdirSync(join(root, 'src'), { recursive: true }).map((name) => join('src', name));
  const tests = names.filter((name) => /\.test\.tsx?$/.test(name));
  return tests.filter((name) => readFileSync(join(root, name), 'utf8').includes('SAYSO_SHARED')).sort();
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * What a Vitest report adds up to: `{passed, failed, skipped}`, `skipped` as titles. A file that fails before its
 * first test counts as one failure.
 */
export function countUnit(report) {
  const counts = { passed: 0, failed: 0, skipped: [] };
  for (const file of report?.testResults ?? []) {
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped.push(`${relative(ROOT, file.name)}: ${test.fullName}`);
    }
  }
  return counts;
}

/** What a Playwright report adds up to, as `countUnit` does. A test that passed only when tried again has failed. */
export function countBrowser(report) {
  const counts = { passed: report?.stats?.expected ?? 0, failed: 0, skipped: [] };
  counts.failed = (report?.stats?.unexpected ?? 0) + (report?.stats?.flaky ?? 0);
  const visit = (suite) => {
    for (const child of suite.suites ?? []) visit(child);
    for (const { title, file, tests } of suite.specs ?? []) {
      if (tests.some((test) => test.status === 'skipped')) counts.skipped.push(`${file}: ${title}`);
    }
  };
  for (const suite of report?.suites ?? []) visit(suite);
  return counts;
}

function vitest(report, ...args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return tool('vitest', 'run', '--allowOnly=false', ...reporters, ...args);
}

const NO_CORPUS = 'these read the public corpus, which is left out here so that the floors of coverage hold without it';

/**
 * The steps of `npm test` in their order; `results` is an empty folder for reports. `args`: what Node is started with, or null where there is nothing to do;
 * `needs`: a step that must have passed; `env`: added to the environment; `count`: reads how many tests ran.
 */
export function listSteps(results) {
  const [unit, corpus, browser] = ['unit.json', 'corpus.json', 'browser.json'].map((name) => join(results, name));
  const datasets = listDatasets();
  const hasShared = process.env.SAYSO_NO_SHARED !== '1' && existsSync(join(ROOT, '..', 'shared'));
  const corpusTests = hasShared ? listCorpusTests() : [];
  const inTest = { NODE_ENV: 'test' };
  return [
    { name: 'format', title: 'Format', args: tool('@biomejs/biome', 'check', '--error-on-warnings', '.') },
    { name: 'lint', title: 'Lint', args: tool('oxlint', '--deny-warnings') },
    { name: 'doors', title: 'Doors and cycles', args: script('doors.mjs') },
    { name: 'types', title: 'Types', args: tool('typescript', '--noEmit', '-p', 'tsconfig.json') },
    { name: 'dead', title: 'Dead code', args: tool('knip', '--no-progress') },
    { name: 'data', title: 'Data', args: datasets.length > 0 ? script('checkData.mjs', ...datasets) : null },
    {
      name: 'unit',
      title: 'Unit tests, with coverage',
      args: vitest(unit, '--coverage', `--coverage.reportsDirectory=${join(results, 'coverage')}`),
      env: { ...inTest, SAYSO_NO_SHARED: '1' },
      count: () => countUnit(readReport(unit)),
      whySkipped: NO_CORPUS,
    },
    {
      name: 'corpus',
      title: 'Unit tests that read the public corpus',
      args: corpusTests.length > 0 ? vitest(corpus, ...corpusTests) : null,
      env: inTest,
      count: () => countCorpus(readReport(unit), readReport(corpus)),
      whyNot: hasShared ? 'no test reads it' : 'there is no ../shared beside the project',
    },
    { name: 'build', title: 'Build', args: script('build.mjs') },
    { name: 'size', title: 'Size budget', args: script('sizes.mjs'), needs: 'build' },
    {
      name: 'e2e',
      title: 'End-to-end tests in Chromium',
      args: tool('@playwright/test', 'test', '--forbid-only'),
      env: { SAYSO_E2E_REPORT: browser },
      needs: 'build',
      count: () => countBrowser(readReport(browser)),
      whySkipped: 'the tests themselves say why',
    },
  ];
}

/** The second run repeats what the first ran in the same files: only tests that were skipped there are new. */
export function countCorpus(unit, corpus) {
  const all = countUnit(corpus);
  if (!unit) return all;
  const files = new Set((corpus?.testResults ?? []).map((file) => file.name));
  const before = countUnit({ testResults: unit.testResults.filter((file) => files.has(file.name)) });
  return { ...all, passed: Math.max(0, all.passed - before.passed) };
}
