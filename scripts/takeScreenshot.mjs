import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, LAUNCH_ARGS } from './browser.mjs';
import { buildSite } from './build.mjs';
import { createSiteServer } from './serve.mjs';
import { isMain, ROOT, runMain } from './setUp.mjs';

const SIZE = { width: 1280, height: 800 };
/** The picture in the README: the bundled story with a disputed relation open. */
const RELATION = 'r-trump-putin-ties';
const PICTURE = join(ROOT, 'public/screenshot.png');

async function main() {
  await buildSite();
  const server = createSiteServer(join(ROOT, 'dist'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: await findBrowser({ install: true }), args: LAUNCH_ARGS });
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => window.sayso);
  await page.evaluate(() => window.sayso.ready);
  await page.evaluate((id) => window.sayso.select(id), RELATION);
  await page.getByRole('complementary', { name: 'Details' }).getByText('denies it').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.screenshot({ path: PICTURE });
  await browser.close();
  server.close();
  console.log(`Wrote ${PICTURE}`);
  return 0;
}

if (isMain(import.meta.url)) await runMain(main);
