import { expect, type Page, test } from '@playwright/test';
import type { Box } from '../src/model/layoutProblem.ts';
import { clickEntity, details, findBox, heading, openSite } from './site.ts';

/** The contrast of the lightest to the darkest pixel in a box, as WCAG counts it. */
async function measureContrast(page: Page, box: Box): Promise<number> {
  const png = await page.screenshot({ clip: box });
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const linear = (value: number): number => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    let [low, high] = [1, 0];
    for (let i = 0; i < data.length; i += 4) {
      const light = 0.2126 * linear(data[i]!) + 0.7152 * linear(data[i + 1]!) + 0.0722 * linear(data[i + 2]!);
      [low, high] = [Math.min(low, light), Math.max(high, light)];
    }
    return (high + 0.05) / (low + 0.05);
  }, png.toString('base64'));
}

/** How much larger an entity is drawn at the very moment after a click on "Zoom in". */
function zoomAtOnce(page: Page, id: string): Promise<number> {
  return page.evaluate((wanted) => {
    const width = (): number => window.sayso!.scene().nodes.find((node) => node.id === wanted)!.screen!.width;
    const before = width();
    document.querySelector<HTMLElement>('[aria-label="Zoom in"]')!.click();
    return width() / before;
  }, id);
}

test('whoever wants less motion gets the next view at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSite(page);
  expect(await zoomAtOnce(page, 'musk')).toBeCloseTo(1.3, 3);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await zoomAtOnce(page, 'musk')).toBeLessThan(1.2);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with forced colours everything can still be read and told apart, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await openSite(page);
    expect(await measureContrast(page, await findBox(page, 'bremmer'))).toBeGreaterThan(4.5);
    await clickEntity(page, 'trump');
    await expect(heading(page)).toHaveText('Donald Trump');
    const chip = details(page).locator('.dispute-mark .chip').first();
    await expect(chip).toBeVisible();
    expect(await chip.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
    expect(await measureContrast(page, (await heading(page).boundingBox())!)).toBeGreaterThan(7);
    const swatch = (await page.getByRole('region', { name: 'Legend' }).locator('svg').first().boundingBox())!;
    expect(await measureContrast(page, swatch)).toBeGreaterThan(3);
    const tabs = page.getByRole('tab');
    const looks = await tabs.evaluateAll((all) => all.map((tab) => getComputedStyle(tab).borderBottomColor));
    expect(looks[0], 'the chosen tab looks different').not.toBe(looks[1]);
  });
}

test('the colours chosen are kept, in the page and in the graph', async ({ page }) => {
  await openSite(page);
  const brightness = async (): Promise<number> => {
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    return Math.max(...background.match(/\d+/g)!.map(Number));
  };
  expect(await brightness()).toBeGreaterThan(200);
  await page.getByRole('button', { name: 'Switch to dark colours' }).click();
  expect(await brightness()).toBeLessThan(70);
  await expect
    .poll(async () => measureContrast(page, await findBox(page, 'bremmer')), { message: 'names are light on dark' })
    .toBeGreaterThan(7);
  await page.reload();
  await openSite(page);
  expect(await brightness()).toBeLessThan(70);
  await expect(page.getByRole('button', { name: 'Switch to light colours' })).toBeVisible();
});

test('a selection is said once, and a dispute is heard with it', async ({ page }) => {
  await openSite(page);
  await page.evaluate(() => {
    const said: string[] = [];
    Reflect.set(window, 'said', said);
    for (const region of document.querySelectorAll('[aria-live], [role="status"]')) {
      new MutationObserver(() => said.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
  });
  const said = () => page.evaluate(() => Reflect.get(window, 'said') as string[]);
  await clickEntity(page, 'tesla');
  await expect.poll(said).toEqual([expect.stringMatching(/^Tesla, company, \d+ relations?$/)]);
  await page.evaluate(() => window.sayso!.select('r-trump-putin-ties'));
  await expect.poll(said).toHaveLength(2);
  expect((await said())[1]).toMatch(/^Donald Trump has ties with Vladimir Putin: rumoured.*denied by Donald Trump/);
  await page.keyboard.press('Escape');
  await expect.poll(said).toHaveLength(3);
  expect((await said())[2]).toBe('Nothing selected');
});

test('at 320 px and 400% zoom every control is within reach and as large as a finger needs', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    viewport: { width: 320, height: 256 },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  for (const fragment of ['', '#v1&s=r-musk-sold-russia', '#v1&s=article&t=sources', '#v1&t=table']) {
    await page.goto('about:blank');
    await openSite(page, fragment);
    const controls = page.locator(
      'header :is(button, input, a):visible, main :is(button, input, select):visible, #details :is(button, a):visible',
    );
    await expect(controls.nth(5)).toBeAttached();
    const lost = await controls.evaluateAll((all) =>
      all.flatMap((control) => {
        // As the Tab key leads there; what is only partly in view after it is scrolled to the rest of the way.
        (control as HTMLElement).focus();
        control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
        const isIn = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
        const isLine = getComputedStyle(control).display === 'inline';
        const isTall = bottom - top > innerHeight;
        const [x, y] = [left + Math.min(width, 8) / 2, (top + bottom) / 2];
        const hit = document.elementFromPoint(x, y);
        const isFree = hit !== null && (control.contains(hit) || hit.contains(control));
        const isLarge = isLine || (width >= 24 && height >= 24) || control.matches('tbody *, .line-link');
        const fault = [
          isIn || isTall ? '' : 'out of view',
          isFree || isLine || isTall ? '' : `under ${hit?.outerHTML.slice(0, 60)}`,
          isLarge ? '' : `only ${Math.round(width)} × ${Math.round(height)}`,
        ].filter(Boolean);
        return fault.length > 0 ? [`${control.outerHTML.slice(0, 80)}: ${fault.join(', ')}`] : [];
      }),
    );
    expect(lost, fragment).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), fragment).toBeLessThanOrEqual(321);
  }
  await context.close();
});
