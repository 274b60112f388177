import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { INSTRUMENTS } from './benchInstruments.mjs';

/** After how long one wait, and one run, are given up, ms; far above every budget. */
const PATIENCE = { wait: 60_000, run: 240_000 };
const VIEWPORT = { width: 1280, height: 800 };
/** A browser at rest uses less than this share of a core, over so many ms. */
const AT_REST = { share: 0.1, over: 100 };

/** Waits until a browser that was just started has nothing more to do of its own. */
async function untilAtRest(context) {
  const session = await context.browser().newBrowserCDPSession();
  const used = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  let before = await used();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, AT_REST.over));
    const after = await used();
    if (after - before < AT_REST.over * AT_REST.share) break;
    before = after;
  }
  await session.detach();
}

/** Rejects when a run has lasted too long; a page that hangs answers no other limit. */
function giveUp(signal) {
  return new Promise((_, reject) => {
    const tell = () => reject(new Error(`A run took more than ${PATIENCE.run / 1000} s.`));
    const timer = setTimeout(tell, PATIENCE.run);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}

/**
 * Starts a browser on a profile that has never been used, gives its page, not yet at any address, to `work`, and answers
 * what that answers. The profile is made in the folder `profiles` and deleted afterwards.
 */
export async function withFreshProfile({ chromium, executablePath, args, profiles }, work) {
  const folder = mkdtempSync(join(profiles, 'profile-'));
  const waiting = new AbortController();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args,
    viewport: VIEWPORT,
    locale: 'en-GB',
    colorScheme: 'light',
  });
  try {
    context.setDefaultTimeout(PATIENCE.wait);
    context.setDefaultNavigationTimeout(PATIENCE.wait);
    await context.addInitScript(INSTRUMENTS);
    const page = context.pages()[0] ?? (await context.newPage());
    await untilAtRest(context);
    return await Promise.race([work(page, context), giveUp(waiting.signal)]);
  } finally {
    waiting.abort();
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens the site and waits until a click answers and the code that is loaded after that is there too. */
export async function openSettled(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => window.bench.readyAt !== null);
  await page.locator('[role=search] [role=listbox]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
}

/**
 * Opens a dataset that lies beside the site as a File would be opened, and answers {ms, longest, report}: the
 * page's own figure and the longest task of its main thread until then (0 where none was above 50 ms).
 */
export function openDataset(page, name) {
  return page.evaluate(async (file) => {
    const content = new File([await (await fetch(file)).blob()], file);
    const from = performance.now();
    const report = await window.sayso.open(content);
    const until = performance.now();
    // Entries of long tasks come a task later than the tasks.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    const tasks = window.bench.tasks.filter(
      ({ startTime, duration }) => startTime + duration > from && startTime < until,
    );
    return { ms: report.ms, longest: Math.max(0, ...tasks.map(({ duration }) => duration)), report };
  }, name);
}

/** Where a generated dataset lies beside the site. */
export const fileOf = (name, extension = 'json') => `bench-${name}.${extension}`;

/** Opens the site with a dataset in it. */
export async function openWith(page, address, dataset) {
  await openSettled(page, address);
  if (dataset !== 'story') await openDataset(page, fileOf(dataset));
}

/** Up to `most` entities that can be clicked as they are drawn now: {id, label, x, y}, nothing else at their middle. */
export function findTargets(page, most) {
  return page.evaluate((count) => {
    const nodes = window.sayso.scene().nodes.filter(({ screen }) => screen !== null);
    const holds = ({ x, y, width, height }, at) => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
    const found = [];
    for (const { id, label, screen } of nodes) {
      const at = { x: screen.x + screen.width / 2, y: screen.y + screen.height / 2 };
      const isAlone = nodes.every((other) => other.id === id || !holds(other.screen, at));
      const isOnTop = document.elementFromPoint(at.x, at.y)?.closest('.canvas');
      if (isAlone && isOnTop) found.push({ id, label, ...at });
    }
    const step = Math.max(1, Math.floor(found.length / count));
    return found.filter((_, i) => i % step === 0).slice(0, count);
  }, most);
}

/** Clicks an entity as a hand would, pointing first; answers {from, at, ms, shown}, `shown` as `readShown` has it. */
export async function clickTarget(page, { label, x, y }) {
  await page.mouse.move(x, y);
  await page.evaluate((name) => {
    window.bench.expectClick(name);
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, label);
  await page.mouse.down();
  await page.mouse.up();
  const answer = await page.evaluate(() => window.bench.answer);
  return { ...answer, shown: await readShown(page, answer.from, ['pointerup', 'click']) };
}

/**
 * The browser's own time from an event at `from` to what was presented next, ms in steps of 8; 16, the least that it
 * tells, where it tells none.
 */
export function readShown(page, from, types) {
  return page.evaluate(
    async ([start, names]) => {
      // Entries come once the frame has been presented.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))));
      const own = window.bench.events.filter(({ name, startTime }) => names.includes(name) && startTime >= start - 1);
      return Math.max(16, ...own.map(({ duration }) => duration));
    },
    [from, types],
  );
}
