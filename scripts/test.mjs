import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { isMain, ROOT, runMain, SetUpError, setUp } from './setUp.mjs';
import { listSteps } from './testSteps.mjs';

/** Runs Node with these arguments; its output is kept, in order, and given back with the exit code. */
function runNode(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** What a step adds to the last line: its tests, or one for a check; a failure without a failed test counts as one. */
export function addUp(step, code, counts) {
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
  return { ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}

function printSkipped(step, skipped) {
  if (skipped.length === 0) return;
  console.log(`  ${skipped.length} SKIPPED: ${step.whySkipped ?? 'the tests themselves say why'}`);
  for (const title of skipped) console.log(`    ${title}`);
}

async function runStep(step) {
  process.stdout.write(`${step.title} ... `);
  const from = performance.now();
  const { code, output } = await runNode(step.args, step.env);
  const result = addUp(step, code, step.count?.());
  const isRight = code === 0 && result.failed === 0;
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const tests = step.count ? `, ${result.passed} passed, ${result.failed} failed` : '';
  console.log(`${isRight ? 'right' : 'WRONG'} (${seconds} s${tests})`);
  if (!isRight) console.log(output.trimEnd());
  printSkipped(step, result.skipped);
  return { ...result, isRight };
}

function chooseSteps(steps, only) {
  if (only === undefined) return steps;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  const known = steps.map((step) => step.name).join(', ');
  if (unknown !== undefined) throw new SetUpError(`There is no step "${unknown}": the steps are ${known}.`);
  return steps.filter((step) => names.includes(step.name));
}

/** Finds the browser for the end-to-end tests; where none can be had says why, and only that step fails. */
async function prepareBrowser(steps) {
  if (!steps.some((step) => step.name === 'e2e')) return;
  try {
    process.env.PW_CHROMIUM = await findBrowser({ install: true });
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.log(error.message);
  }
}

function readOptions() {
  try {
    return parseArgs({ options: { only: { type: 'string' } } }).values;
  } catch (error) {
    throw new SetUpError(`${error.message}\nUsage: npm test -- [--only STEP,STEP...]`);
  }
}

/** A port that nobody uses, so that two runs on one machine do not meet. */
async function findFreePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function main() {
  const { only } = readOptions();
  setUp();
  const results = mkdtempSync(join(tmpdir(), 'sayso-test-'));
  process.once('exit', () => rmSync(results, { recursive: true, force: true }));
  const steps = chooseSteps(listSteps(results), only);
  await prepareBrowser(steps);
  process.env.SAYSO_E2E_PORT ??= String(await findFreePort());
  return (await runSteps(steps)) > 0 ? 1 : 0;
}

/** Runs all steps, whatever fails, and ends with the line that adds them up. Gives the number of failures. */
async function runSteps(steps) {
  const total = { passed: 0, failed: 0 };
  const broken = new Set();
  for (const step of steps) {
    if (step.args === null) {
      console.log(`${step.title} ... SKIPPED: ${step.whyNot ?? 'there is nothing to check yet'}`);
      continue;
    }
    if (broken.has(step.needs)) {
      console.log(`${step.title} ... WRONG: not run, since the step "${step.needs}" failed`);
      total.failed += 1;
      continue;
    }
    const result = await runStep(step);
    if (!result.isRight) broken.add(step.name);
    total.passed += result.passed;
    total.failed += result.failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed;
}

if (isMain(import.meta.url)) await runMain(main);
