import { expect, type Page, test } from '@playwright/test';
import { openSite } from './site.ts';

/** A picture as text, or as base64 of its bytes. */
function draw(page: Page, format: 'svg' | 'png'): Promise<string> {
  return page.evaluate(async (asked) => {
    const blob = await window.sayso!.picture({ format: asked, scope: 'neighbourhood', scale: 2 });
    return asked === 'svg' ? blob.text() : [...new Uint8Array(await blob.arrayBuffer())].join();
  }, format);
}

test('the same scene is drawn the same twice, to the pixel, in one page and in another', async ({ page, context }) => {
  const other = await context.newPage();
  await Promise.all([openSite(page, '#v1&s=xi'), openSite(other, '#v1&s=xi')]);
  for (const format of ['svg', 'png'] as const) {
    const [first, again, elsewhere] = [await draw(page, format), await draw(page, format), await draw(other, format)];
    expect(first.length).toBeGreaterThan(10_000);
    expect(again === first, `${format} again`).toBe(true);
    expect(elsewhere === first, `${format} elsewhere`).toBe(true);
  }
  await page.evaluate(() => window.sayso!.select('china'));
  expect((await draw(page, 'svg')) === (await draw(other, 'svg')), 'another scene is another picture').toBe(false);
});
