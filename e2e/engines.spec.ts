import { existsSync } from 'node:fs';
import { expect, firefox, test } from '@playwright/test';
import { openSite, readScene } from './site.ts';

/** Where systems keep a second engine. */
const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const found = process.env['PW_FIREFOX'] ?? PLACES.find((place) => existsSync(place));

test('a link gives the same scene and places in another engine', async ({ page, baseURL }) => {
  test.skip(!found, 'No Firefox here: the second engine was not tried.');
  await openSite(page);
  await page.evaluate(async () => {
    const { nodes } = window.sayso!.scene();
    const moved = nodes.slice(0, 10).map(({ id, x, y }, i) => ({ id, x: x + 13.37 * i, y: y - 7.01 * i }));
    await window.sayso!.set({ asOf: '2024-10-25', filters: { modalities: ['stated', 'reported'] }, moved });
    window.sayso!.select('musk');
  });
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('&z=');
  const hash = await page.evaluate(() => location.hash);
  expect(hash.length).toBeLessThan(2000);
  const strip = ({ nodes, edges, hidden }: Awaited<ReturnType<typeof readScene>>) => ({
    nodes: nodes.map(({ id, label, kind, x, y }) => ({ id, label, kind, x, y })),
    edges,
    hidden,
  });
  const here = strip(await readScene(page));
  const other = await firefox.launch({ executablePath: found!, channel: 'moz-firefox' });
  try {
    const there = await other.newPage({ viewport: { width: 1280, height: 800 } });
    await there.goto(`${baseURL}${hash}`);
    await there.waitForFunction(() => window.sayso !== undefined);
    await there.evaluate(() => window.sayso!.ready);
    expect(strip(await readScene(there))).toEqual(here);
    await expect(there.getByRole('complementary', { name: 'Details' }).getByRole('heading', { level: 2 })).toHaveText(
      'Elon Musk',
    );
  } finally {
    await other.close();
  }
});
