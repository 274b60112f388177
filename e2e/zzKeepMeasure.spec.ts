import { test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import { openSite, untilLive } from './site.ts';
test('measure', async ({ page }) => {
  test.setTimeout(180_000);
  await page.addInitScript(() => {
    const tasks: [number, number][] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => { for (const e of list.getEntries()) tasks.push([Math.round(e.startTime), Math.round(e.duration)]); }).observe({ type: 'longtask', buffered: true });
  });
  await openSite(page);
  const big = JSON.stringify({ ...buildGeneratedDataset(10_000, 50_000, 1) });
  console.log('bytes', big.length);
  const t = await page.evaluate(async (text) => { const a = performance.now(); await window.sayso!.open(new File([text], 'big.json')); return [a, performance.now()]; }, big);
  console.log('opened', t);
  await page.waitForFunction(() => sessionStorage.getItem('sayso.tab'), undefined, { timeout: 60000 });
  console.log('kept at', await page.evaluate(() => performance.now()), JSON.stringify(await page.evaluate(() => (window as any).tasks)));
  await page.evaluate(() => { (window as any).tasks.length = 0; });
  await page.evaluate(() => window.sayso!.select('e1'));
  await page.waitForTimeout(2500);
  console.log('small change', JSON.stringify(await page.evaluate(() => (window as any).tasks)));
  await page.reload();
  await untilLive(page);
  console.log('reloaded live', await page.evaluate(() => performance.now()), JSON.stringify(await page.evaluate(() => (window as any).tasks)), await page.evaluate(() => window.sayso!.dataset().relations.length));
  await page.waitForTimeout(1500);
  console.log('later', JSON.stringify(await page.evaluate(() => (window as any).tasks)));
});
