/** Pacing of a hand: one event in so many ms, whether or not the page keeps up. */
const PACE = 1000 / 60;
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'toplevel'];
const INPUTS = new Set(['mousemove', 'wheel']);

/**
 * The main thread's work per frame from a trace's events: [{gesture, ms}].
 *
 * A frame is a task of the main thread in which animation frames are run (style, layout, paint and the hand-over to the
 * compositor are in the same task); its work is that task and all others since the one before it, so tasks of
 * input, timers and garbage collection count. Only frames between a mark `bench:NAME:start` and its `bench:NAME:end` count,
 * and of those only the ones into which an input event fell or in which the canvas was drawn, so that idle frames cannot
 * better the figure. Time is wall time of the tasks, as users feel it.
 */
export function readFrames(events) {
  const marks = events.filter(({ name }) => /^bench:.+:(start|end)$/.test(name)).sort((a, b) => a.ts - b.ts);
  const [{ pid, tid } = {}] = marks;
  const own = events.filter((event) => event.pid === pid && event.tid === tid);
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X').sort((a, b) => a.ts - b.ts);
  const timesOf = (isWanted) => own.filter(isWanted).map(({ ts }) => ts);
  const animated = timesOf(({ name }) => name === 'FireAnimationFrame');
  const moved = timesOf(
    ({ name, args }) => name === 'bench:draw' || (name === 'EventDispatch' && INPUTS.has(args?.data?.type)),
  );
  const isIn = (times, from, to) => times.some((ts) => ts >= from && ts < to);
  const gestureAt = (ts) => {
    const begun = marks.findLast((mark) => mark.ts <= ts);
    return begun?.name.endsWith(':start') ? begun.name.split(':')[1] : null;
  };
  const frames = [];
  let since = null;
  let work = 0;
  for (const { ts, dur = 0 } of tasks) {
    since ??= ts;
    work += dur;
    if (!isIn(animated, ts, ts + dur)) continue;
    const gesture = gestureAt(ts);
    if (gesture && isIn(moved, since, ts + dur)) frames.push({ gesture, ms: work / 1000 });
    since = null;
    work = 0;
  }
  return frames;
}

/** Sends input events at the pace of a hand, without waiting for the page to answer each. */
async function perform(session, events) {
  const sent = [];
  const from = performance.now();
  for (const [i, event] of events.entries()) {
    const wait = from + i * PACE - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(session.send('Input.dispatchMouseEvent', event));
  }
  await Promise.all(sent);
}

function drag({ x, y }, steps) {
  const button = { button: 'left', buttons: 1, clickCount: 1 };
  // A lying eight without a sine: there and back along two diagonals.
  const wave = (i, period) => Math.abs(((i / period) % 2) - 1) - 1;
  const path = Array.from({ length: steps }, (_, i) => ({
    ...button,
    type: 'mouseMoved',
    x: x - wave(i, steps / 4) * 220,
    y: y - wave(i, steps / 2) * 160,
  }));
  return [
    { type: 'mouseMoved', x, y },
    { ...button, type: 'mousePressed', x, y },
    ...path,
    { ...button, type: 'mouseReleased', x: path.at(-1).x, y: path.at(-1).y, buttons: 0 },
  ];
}

function turn({ x, y }, deltaY, steps) {
  return Array.from({ length: steps }, () => ({ type: 'mouseWheel', x, y, deltaX: 0, deltaY }));
}

/** Where the first entity is drawn: it tells whether the camera moved. */
function readPlace(page) {
  return page.evaluate(() => JSON.stringify(window.sayso.scene().nodes[0].screen));
}

/** A place of the canvas where no entity lies, towards its upper left, and its middle. */
function findGround(page) {
  return page.evaluate(() => {
    const field = document.querySelector('.canvas').getBoundingClientRect();
    const boxes = window.sayso.scene().nodes.flatMap(({ screen }) => screen ?? []);
    const isFree = (x, y) =>
      boxes.every((box) => x < box.x - 4 || y < box.y - 4 || x > box.x + box.width + 4 || y > box.y + box.height + 4) &&
      document.elementFromPoint(x, y)?.closest('.canvas');
    const middle = { x: field.x + field.width / 2, y: field.y + field.height / 2 };
    for (let y = field.y + 12; y < field.bottom; y += 12) {
      for (let x = field.x + 12; x < field.right; x += 12) if (isFree(x, y)) return { ground: { x, y }, middle };
    }
    return { ground: null, middle };
  });
}

/**
 * Pans fitted, zooms in, pans there and zooms out, recording a trace; answers `readFrames` of it. `session` is a
 * DevTools session of the page.
 */
export async function traceGestures(page, browser, session) {
  await browser.startTracing(page, { categories: CATEGORIES });
  const within = async (name, makeEvents) => {
    const { ground, middle } = await findGround(page);
    if (!ground) throw new Error('There is no free ground on the canvas to drag.');
    const before = await readPlace(page);
    await page.evaluate((mark) => {
      window.bench.isTracing = true;
      performance.mark(mark);
    }, `bench:${name}:start`);
    await perform(session, makeEvents(ground, middle));
    await page.evaluate(async (mark) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      performance.mark(mark);
    }, `bench:${name}:end`);
    if ((await readPlace(page)) === before) throw new Error(`The picture did not move: ${name}.`);
  };
  await within('pan', (ground) => drag(ground, 90));
  await within('zoom in', (_, middle) => turn(middle, -60, 40));
  await within('pan zoomed in', (ground) => drag(ground, 90));
  await within('zoom out', (_, middle) => turn(middle, 60, 40));
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  return readFrames(traceEvents);
}
