import { describe, expect, it } from 'vitest';
import { addUp } from './test.mjs';
import { countBrowser, countCorpus, countUnit } from './testSteps.mjs';

function file(name, status, ...results) {
  return { name, status, assertionResults: results.map((each, i) => ({ status: each, fullName: `test ${i}` })) };
}

describe('counting', () => {
  it('counts tests, a file that does not load, and what is skipped', () => {
    const report = {
      testResults: [
        file('a', 'passed', 'passed', 'skipped'),
        file('b', 'failed', 'failed', 'passed'),
        file('c', 'failed'),
      ],
    };
    const { passed, failed, skipped } = countUnit(report);
    expect([passed, failed, skipped.length]).toEqual([2, 2, 1]);
    expect(countUnit(null)).toEqual({ passed: 0, failed: 0, skipped: [] });
  });

  it('counts a test of both runs once', () => {
    const unit = { testResults: [file('a', 'passed', 'passed', 'skipped'), file('b', 'passed', 'passed')] };
    const corpus = { testResults: [file('a', 'passed', 'passed', 'passed')] };
    expect(countCorpus(unit, corpus)).toEqual({ passed: 1, failed: 0, skipped: [] });
    expect(countCorpus(null, corpus).passed).toBe(2);
  });

  it('counts a flaky end-to-end test as failed', () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 }, suites: [] };
    report.suites.push({ suites: [{ specs: [{ title: 'x', file: 'a.spec.ts', tests: [{ status: 'skipped' }] }] }] });
    expect(countBrowser(report)).toEqual({ passed: 3, failed: 2, skipped: ['a.spec.ts: x'] });
  });

  it('never lets a failed step add up to no failure', () => {
    expect(addUp({}, 1, undefined)).toMatchObject({ passed: 0, failed: 1 });
    expect(addUp({}, 1, { passed: 5, failed: 0, skipped: [] })).toMatchObject({ passed: 5, failed: 1 });
    expect(addUp({}, 1, { passed: 5, failed: 2, skipped: [] })).toMatchObject({ failed: 2 });
    expect(addUp({}, 0, undefined)).toMatchObject({ passed: 1, failed: 0 });
  });
});
