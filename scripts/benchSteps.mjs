import { gzipSync } from 'node:zlib';
import { explore, exploreRows } from './benchExplore.mjs';
import { BENCH_FORMATS } from './benchFormats.mjs';
import { traceGestures } from './benchFrames.mjs';
import { open, openingRows } from './benchOpen.mjs';
import { clickTarget, findTargets, openSettled, openWith, readShown, withFreshProfile } from './benchPage.mjs';
import { makePictures, pictureRows, publish, publishRows } from './benchPublish.mjs';
import { summarise } from './benchReport.mjs';

/** Generated datasets by name: entities, relations, seed. `e1500` is 1,489 discs and lines, just under what is drawn. */
export const DATASETS = {
  e1500: [500, 1000, 1],
  k1: [1000, 3000, 1],
  k10: [10_000, 50_000, 1],
  k100: [100_000, 100_000, 1],
};
const SAID = {
  story: 'bundled story',
  e1500: '1,500 elements',
  k1: '1,000 / 3,000',
  k10: '10,000 / 50,000',
  k100: '100,000 / 100,000',
};
const CLICKS = 6;
/** Names that a reader of the story would type; of generated ones, four from across the file. */
const STORY_NAMES = ['Vladimir Putin', 'SpaceX', 'The Wall Street Journal', 'Donald Trump', 'Pentagon'];
const GENERATED_SHARES = [0.1, 0.35, 0.6, 0.9];

/** What came over the network: bytes of all scripts after gzip -9, of fonts as sent. */
async function weigh(responses) {
  const bytes = { script: 0, font: 0 };
  const scripts = [];
  for (const response of responses) {
    const type = response.headers()['content-type'] ?? '';
    if (type.startsWith('text/javascript')) {
      const { length } = gzipSync(await response.body(), { level: 9 });
      bytes.script += length;
      scripts.push({
        file: new URL(response.url()).pathname
          .split('/')
          .at(-1)
          .replace(/-[\w-]{8}\.js$/, '.js'),
        length,
      });
    } else if (type.startsWith('font/')) bytes.font += (await response.body()).length;
  }
  return { bytes, scripts: scripts.sort((a, b) => b.length - a.length) };
}

/** Where an entity of the story is on the page: the same in every profile, and found before time counts. */
function findStoryTarget({ browser, address }) {
  return withFreshProfile(browser, async (page) => {
    await openSettled(page, address);
    return (await findTargets(page, 1))[0];
  });
}

/** Opens the site and clicks an entity at once when the page says that a click answers; `onReady` is called just before. */
async function loadAndClick(page, context, address, { label, x, y }, onReady) {
  const session = await context.newCDPSession(page);
  const isReady = new Promise((resolve) => {
    void context.exposeBinding('benchReady', resolve);
  });
  await context.addInitScript(`window.bench.expectClick(${JSON.stringify(label)});`);
  await page.goto(address, { waitUntil: 'commit' });
  await isReady;
  onReady();
  const button = { x, y, button: 'left', clickCount: 1 };
  await Promise.all([
    session.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed', buttons: 1 }),
    session.send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased', buttons: 0 }),
  ]);
  return page.evaluate(async () => {
    const { from, at } = await window.bench.answer;
    const { readyAt, pictureAt, isAtOnce } = window.bench;
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    return { from, at, readyAt, pictureAt, isAtOnce, firstPaint };
  });
}

async function load(bench) {
  const { browser, address, readServed } = bench;
  bench.target ??= await findStoryTarget(bench);
  return withFreshProfile(browser, async (page, context) => {
    const responses = [];
    context.on('response', (response) => responses.push(response));
    const before = readServed().length;
    let early = 0;
    const times = await loadAndClick(page, context, address, bench.target, () => {
      early = responses.length;
    });
    const until = [...responses];
    const served = readServed().slice(before);
    const { bytes, scripts } = await weigh(until);
    const beforeReady = await weigh(until.slice(0, early));
    const unseen = served.filter((url) => url.endsWith('.js') && !until.some((each) => each.url().endsWith(url)));
    return {
      values: {
        scripts: bytes.script,
        'scripts-ready': beforeReady.bytes.script,
        fonts: bytes.font,
        'first-paint': times.firstPaint,
        visible: Math.max(times.firstPaint, times.pictureAt),
        ready: times.readyAt,
        clicked: times.from,
        answers: times.at,
      },
      also: { scripts, unseen, pictureInFirstFrame: times.isAtOnce },
    };
  });
}

/** Types a text into the search box, each key once the results of the one before are painted. */
async function typeName(page, name) {
  await page.locator('.search input').press('Control+A');
  const keys = [];
  for (let i = 1; i <= name.length; i += 1) {
    const value = name.slice(0, i);
    await page.evaluate((text) => window.bench.expectKey(text), value);
    await page.keyboard.press(name[i - 1] === ' ' ? 'Space' : name[i - 1]);
    const answer = await page.evaluate(() => window.bench.answer);
    keys.push({ value, ...answer, shown: await readShown(page, answer.from, ['keydown', 'keypress', 'keyup']) });
  }
  return keys;
}

/** A first hit that is not what the page's own search says would make the time worthless. */
async function checkHits(page, keys) {
  for (const { value, first } of keys) {
    const [hit] = await page.evaluate((text) => window.sayso.search(text, 1), value);
    if ((hit?.label ?? null) !== first) throw new Error(`"${value}" showed ${first} first instead of ${hit?.label}`);
  }
}

async function read({ browser, address, datasets }, dataset) {
  return withFreshProfile(browser, async (page) => {
    await openWith(page, address, dataset);
    const clicks = [];
    for (const target of await findTargets(page, CLICKS)) clicks.push(await clickTarget(page, target));
    await page.locator('.search input').focus();
    const names =
      dataset === 'story'
        ? STORY_NAMES
        : GENERATED_SHARES.map((share) => {
            const { entities } = datasets[dataset];
            return entities[Math.floor(entities.length * share)].name;
          });
    const keys = [];
    for (const name of names) keys.push(...(await typeName(page, name)));
    await checkHits(page, keys);
    const [clickTimes, keyTimes] = [clicks, keys].map((list) => list.map(({ ms }) => ms));
    const [clickShown, keyShown] = [clicks, keys].map((list) => list.map(({ shown }) => shown));
    return {
      values: {
        click: summarise(clickTimes).median,
        'click-worst': Math.max(...clickTimes),
        'click-shown': summarise(clickShown).median,
        search: summarise(keyTimes).p95,
        'search-first': keyTimes[0],
        'search-worst': Math.max(...keyTimes),
        'search-shown': summarise(keyShown).p95,
      },
      also: { clicks: clickTimes.map(Math.round), keystrokes: keyTimes.map(Math.round) },
    };
  });
}

async function move({ browser, address }, dataset) {
  return withFreshProfile(browser, async (page, context) => {
    await openWith(page, address, dataset);
    const session = await context.newCDPSession(page);
    const frames = await traceGestures(page, context.browser(), session);
    if (frames.length < 60) throw new Error(`Only ${frames.length} frames were found in the trace.`);
    const p95 = (list) => summarise(list.map(({ ms }) => ms)).p95;
    const gestures = [...new Set(frames.map(({ gesture }) => gesture))];
    const also = Object.fromEntries(
      gestures.map((name) => {
        const own = frames.filter(({ gesture }) => gesture === name);
        return [name, { frames: own.length, p95: p95(own) }];
      }),
    );
    return { values: { frame: p95(frames) }, also };
  });
}

const ms = (key, what, budget = null) => ({ key, what, unit: 'ms', budget });

function reading(dataset, clickBudget) {
  const of = SAID[dataset];
  return {
    name: dataset === 'story' ? 'read' : `read-${dataset}`,
    dataset,
    run: read,
    rows: [
      ms('click', `click → details and highlight painted, ${of}`, clickBudget),
      ms('click-worst', `  the slowest of ${CLICKS} clicks`),
      ms('click-shown', '  the same by event timing, until presented'),
      ms('search', `keystroke → results painted, p95, ${of}`, 50),
      ms('search-first', '  the first keystroke'),
      ms('search-worst', '  the slowest keystroke'),
      ms('search-shown', '  p95 by event timing, until presented'),
    ],
  };
}

/** Opening a generated dataset in a format of other programs. */
function opening(dataset, format) {
  const said = `${SAID[dataset]} as ${BENCH_FORMATS[format].said}`;
  const name = `open-${dataset}-${format.split('.')[0]}`;
  return { name, dataset, format, run: open, rows: openingRows(said, dataset === 'k10') };
}

function one(name, dataset, run, rows) {
  return { name: dataset === 'story' ? name : `${name}-${dataset}`, dataset, run, rows };
}

/** All that is measured: each step is run in a fresh profile and gives a value for each of its rows; a null budget is none. */
export const STEPS = [
  one('load', 'story', load, [
    { key: 'scripts', what: 'JavaScript until a click answers, gzip', unit: 'bytes', budget: 260_000 },
    { key: 'scripts-ready', what: '  of that before ready', unit: 'bytes', budget: null },
    { key: 'fonts', what: 'fonts until a click answers', unit: 'bytes', budget: 120_000 },
    ms('first-paint', '  first contentful paint'),
    ms('visible', 'navigation → bundled graph visible, cold', 250),
    ms('ready', '  ready'),
    ms('clicked', '  the click is released'),
    ms('answers', 'navigation → a click answers, painted', 600),
  ]),
  reading('story', 50),
  reading('k1', 50),
  reading('k100', 100),
  one('move', 'story', move, [ms('frame', 'main-thread work a frame, pan and zoom, p95, bundled story', 12)]),
  one('move', 'e1500', move, [ms('frame', 'main-thread work a frame, pan and zoom, p95, 1,500 elements', 33)]),
  one('open', 'k1', open, [
    ms('open', 'open → first useful picture, 1,000 / 3,000'),
    ms('longest', '  longest main-thread task (0: none above 50)'),
  ]),
  one('open', 'k10', open, [
    ms('open', 'open → first useful picture, 10,000 / 50,000', 3000),
    ms('longest', 'longest main-thread task of that (0: none above 50)', 100),
  ]),
  ...['k1', 'k10'].flatMap((dataset) => Object.keys(BENCH_FORMATS).map((format) => opening(dataset, format))),
  one('explore', 'k1', explore, exploreRows(SAID.k1, false)),
  one('explore', 'k10', explore, exploreRows(SAID.k10, true)),
  ...['story', 'e1500'].flatMap((dataset) => [
    one('picture', dataset, makePictures, pictureRows(SAID[dataset])),
    one('publish', dataset, publish, publishRows(SAID[dataset])),
  ]),
];
