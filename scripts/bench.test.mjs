import { describe, expect, test } from 'vitest';
import { readOptions } from './bench.mjs';
import { readFrames } from './benchFrames.mjs';
import { buildResults, summarise, writeTable, writeVerdict } from './benchReport.mjs';

const STEP = {
  name: 'step',
  rows: [
    { key: 'fast', what: 'fast', unit: 'ms', budget: 50 },
    { key: 'also', what: '  also', unit: 'ms', budget: null },
  ],
};

describe('figures', () => {
  test('median, quartiles and p95 lie between neighbours', () => {
    expect(summarise([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4, q1: 1.8, q3: 3.3, p95: 3.9 });
    expect(summarise([7])).toEqual({ median: 7, min: 7, max: 7, q1: 7, q3: 7, p95: 7 });
  });

  test('a budget is met by the median, to its edge, and missed above it', () => {
    const runs = [40, 50, 90].map((fast) => ({ values: { fast, also: fast } }));
    expect(buildResults(STEP, runs, null).map(({ met, median }) => [met, median])).toEqual([
      [true, 50],
      [null, 50],
    ]);
    const slow = [40, 50.2, 90].map((fast) => ({ values: { fast } }));
    expect(buildResults(STEP, slow, null)[0]).toMatchObject({ met: false, values: [40, 50.2, 90] });
  });

  test('a budget without a figure is not met, and says why', () => {
    const [fast, also] = buildResults(STEP, [], 'it fell over');
    expect(fast).toEqual({
      name: 'step.fast',
      what: 'fast',
      unit: 'ms',
      budget: 50,
      met: false,
      problem: 'it fell over',
    });
    expect(also).toMatchObject({ met: null, problem: 'it fell over' });
    const [refused] = buildResults(STEP, [{ values: { also: 1 }, problems: { fast: 'too large' } }], null);
    expect(refused).toMatchObject({ met: false, problem: 'too large' });
    expect(writeTable([fast, also], [STEP])).toContain('NOT MET, not measured');
    expect(writeVerdict([fast, also])).toBe('0 of 1 budgets are met.\nNOT MET:\n  fast: it fell over');
  });
});

describe('frames of a trace', () => {
  const on = { pid: 1, tid: 2 };
  const task = (ts, dur) => ({ ...on, ph: 'X', name: 'RunTask', ts: ts * 1000, dur: dur * 1000 });
  const at = (ts, name, type) => ({ ...on, ph: 'I', name, ts: ts * 1000, args: { data: { type } } });

  test('a frame has its own task and all since the last one; idle ones and those between gestures do not count', () => {
    const events = [
      at(0, 'bench:pan:start'),
      task(10, 4),
      at(11, 'EventDispatch', 'mousemove'),
      task(20, 6),
      at(21, 'FireAnimationFrame'),
      task(40, 2),
      at(41, 'FireAnimationFrame'),
      task(60, 8),
      at(61, 'FireAnimationFrame'),
      at(62, 'bench:draw'),
      { ...task(70, 100), tid: 3 },
      at(80, 'bench:pan:end'),
      task(90, 5),
      at(91, 'FireAnimationFrame'),
      at(92, 'bench:draw'),
    ];
    expect(readFrames(events)).toEqual([
      { gesture: 'pan', ms: 10 },
      { gesture: 'pan', ms: 8 },
    ]);
  });
});

describe('options', () => {
  test('steps are chosen by name, and only a whole run is kept', () => {
    expect(readOptions([])).toMatchObject({ runs: 7, isWhole: true });
    const quick = readOptions(['--quick', '--only', 'load,move']);
    expect(quick).toMatchObject({ runs: 2, isWhole: false });
    expect(quick.steps.map(({ name }) => name)).toEqual(['load', 'move']);
    expect(() => readOptions(['--only', 'nothing'])).toThrow('There is no step "nothing".');
    expect(() => readOptions(['--fast'])).toThrow('Usage:');
  });
});
