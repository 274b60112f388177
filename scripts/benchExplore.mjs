import { openDataset, openSettled, withFreshProfile } from './benchPage.mjs';
import { summarise } from './benchReport.mjs';

/** Changes of the view by row, in order; each starts from what the one before left. */
const FILTERS = [
  { modalities: ['reported', 'alleged'] },
  { kinds: ['Person', 'Company'] },
  { minOrigins: 1 },
  { minOrigins: 2 },
  { kinds: null, modalities: null, minOrigins: 0 },
  { text: 'holdings' },
  { text: '' },
];
const CLOCKS = ['2014-06', '2014-07', '2018', '2018-02-11', '2021-12', '2012'];
const PAIRS = 6;

/** Milliseconds of what `set` computes and draws at once, and until everything is in its place and painted. */
function measureSet(page, changes) {
  return page.evaluate(async (list) => {
    const times = [];
    for (const change of list) {
      const from = performance.now();
      const drawn = window.sayso.set(change);
      const computed = performance.now() - from;
      await drawn;
      times.push({ computed, painted: performance.now() - from });
    }
    return times;
  }, changes);
}

function measurePaths(page) {
  return page.evaluate(async (count) => {
    const { entities } = window.sayso.dataset();
    const at = (share) => entities[Math.floor((entities.length - 1) * share)].id;
    const times = [];
    const found = [];
    for (let i = 0; i < count; i += 1) {
      const from = performance.now();
      const paths = await window.sayso.paths(at(i / count), at(1 - i / (count + 1)));
      times.push(performance.now() - from);
      found.push(paths.map(({ steps }) => steps.length));
    }
    return { times, found };
  }, PAIRS);
}

/** Filters, the public clock and paths of a generated dataset, each several times. */
export function explore({ browser, address }, dataset) {
  return withFreshProfile(browser, async (page) => {
    await openSettled(page, address);
    await openDataset(page, `bench-${dataset}.json`);
    const [first, ...filters] = await measureSet(
      page,
      FILTERS.map((change) => ({ filters: change })),
    );
    const clocks = await measureSet(
      page,
      CLOCKS.map((asOf) => ({ asOf })),
    );
    await measureSet(page, [{ asOf: null }]);
    const { times, found } = await measurePaths(page);
    const median = (list, key) => summarise(list.map((each) => each[key])).median;
    const worst = (list) => Math.max(...list.map(({ computed }) => computed));
    return {
      values: {
        'filter-first': first.computed,
        filter: median(filters, 'computed'),
        'filter-worst': worst(filters),
        'filter-painted': median(filters, 'painted'),
        clock: median(clocks, 'computed'),
        'clock-worst': worst(clocks),
        'clock-painted': median(clocks, 'painted'),
        paths: summarise(times).median,
        'paths-worst': Math.max(...times),
      },
      also: { found, filters: filters.map(({ computed }) => Math.round(computed)) },
    };
  });
}

/** Rows of the step. Budgets are for what is computed at 10,000 / 50,000; a smaller dataset has none of its own. */
export function exploreRows(of, isBudgeted) {
  const ms = (key, what, budget = null) => ({ key, what, unit: 'ms', budget: isBudgeted ? budget : null });
  return [
    ms('filter', `filter change, computed and drawn, ${of}`, 100),
    ms('filter-first', '  the first one, which builds the index'),
    ms('filter-worst', '  the slowest of the others'),
    ms('filter-painted', '  until everything has its place and is painted'),
    ms('clock', `step of the public clock, computed and drawn, ${of}`, 50),
    ms('clock-worst', '  the slowest'),
    ms('clock-painted', '  until everything has its place and is painted'),
    ms('paths', `ten paths between two entities, ${of}`, 300),
    ms('paths-worst', '  the slowest'),
  ];
}
