import { readFileSync } from 'node:fs';
import { fileOf, openDataset, openSettled, withFreshProfile } from './benchPage.mjs';

/** Peak memory of all the browser's processes while it opens a file, MB, where the system tells; sampled each 50 ms. */
async function watchMemory(context) {
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const measure = () =>
    ids.reduce((sum, id) => {
      try {
        return sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
      } catch {
        return sum;
      }
    }, 0);
  let peak = measure();
  const timer = setInterval(() => {
    peak = Math.max(peak, measure());
  }, 50);
  return () => {
    clearInterval(timer);
    return Math.round(peak);
  };
}

/** Opens a generated dataset in one of the formats; fails where nothing is drawn. */
export async function open({ browser, address }, dataset, format) {
  return withFreshProfile(browser, async (page, context) => {
    await openSettled(page, address);
    const stop = await watchMemory(context);
    const { ms, longest, report } = await openDataset(page, fileOf(dataset, format));
    const memory = stop();
    const drawn = await page.evaluate(() => window.sayso.scene().nodes.length);
    if (drawn === 0) throw new Error('Nothing was drawn.');
    return { values: { open: ms, longest, memory }, also: { counts: report.counts, drawn } };
  });
}

/** What is measured of opening: `isLarge` has budgets (DESIGN 6). */
export function openingRows(said, isLarge) {
  return [
    { key: 'open', what: `open → first useful picture, ${said}`, unit: 'ms', budget: isLarge ? 3000 : null },
    {
      key: 'longest',
      what: '  longest main-thread task of that (0: none above 50)',
      unit: 'ms',
      budget: isLarge ? 100 : null,
    },
    { key: 'memory', what: '  peak memory of the page’s processes', unit: 'MB', budget: null },
  ];
}
