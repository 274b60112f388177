import { expect, type Page, test } from '@playwright/test';
import type { Box } from '../src/model/layoutProblem.ts';
import { findInk } from './pixels.ts';
import {
  clickEntity,
  details,
  expectChanged,
  findBox,
  heading,
  lookAt,
  middleOf,
  openSite,
  readScene,
  STORY,
} from './site.ts';

const notice = (page: Page) => page.getByText(/^Only what is around/);

function neighboursOf(id: string): string[] {
  const ends = STORY.relations.filter(({ from, to }) => from === id || to === id);
  return [...new Set(ends.flatMap(({ from, to }): string[] => [from, to]))].toSorted();
}

async function shownIds(page: Page): Promise<string[]> {
  return (await readScene(page)).nodes.map(({ id }) => id as string).toSorted();
}

function isNear(a: Box, b: Box, within: number): boolean {
  return [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].every((by) => Math.abs(by) <= within);
}

/** Waits until the camera rests, and returns where an entity then is. */
async function settle(page: Page, id: string): Promise<Box> {
  let last = await findBox(page, id);
  await expect
    .poll(async () => {
      const now = await findBox(page, id);
      const rests = isNear(now, last, 0);
      last = now;
      return rests;
    })
    .toBe(true);
  return last;
}

test('a double click shows the neighbourhood alone, and there are ways back', async ({ page }) => {
  await openSite(page);
  const { x, y } = middleOf(await findBox(page, 'xi'));
  await page.mouse.dblclick(x, y);
  await expect(notice(page)).toContainText(`Xi Jinping: ${neighboursOf('xi').length} of ${STORY.entities.length}`);
  await expect.poll(() => shownIds(page)).toEqual(neighboursOf('xi'));
  await expect(page).toHaveURL(/#v1&s=xi&f=1:xi$/);
  await expect(heading(page)).toHaveText('Xi Jinping');
  const legend = await page.getByRole('region', { name: 'Legend' }).getByRole('listitem').allTextContents();
  expect(legend.join(' ')).not.toContain('company');

  await page.getByRole('button', { name: 'Show everything again' }).click();
  await expect.poll(() => shownIds(page)).toHaveLength(STORY.entities.length);
  await expect(notice(page)).toHaveCount(0);
  await page.goBack();
  await expect.poll(() => shownIds(page)).toEqual(neighboursOf('xi'));
  await page.getByRole('application').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => shownIds(page)).toHaveLength(STORY.entities.length);
});

test('two quick clicks on two entities are no double click', async ({ page }) => {
  await openSite(page);
  const [first, second] = [middleOf(await findBox(page, 'tesla')), middleOf(await findBox(page, 'china'))];
  await page.mouse.click(first.x, first.y);
  await page.mouse.click(second.x, second.y);
  await expect(heading(page)).toHaveText('China');
  expect(await shownIds(page)).toHaveLength(STORY.entities.length);
});

test('an entity is dragged with its name and its lines, and put back', async ({ page }) => {
  await openSite(page);
  const [before, scene] = [await findBox(page, 'bremmer'), await readScene(page)];
  const was = scene.nodes.find(({ id }) => (id as string) === 'bremmer')!;
  const pixels = await lookAt(page, before);
  const { x, y } = middleOf(before);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y - 20, { steps: 4 });
  await page.mouse.move(x + 60, y - 40, { steps: 4 });
  await page.mouse.up();
  const putBack = page.getByRole('button', { name: 'Put what was moved back in its place' });
  await expect(putBack).toBeVisible();
  const moved = await findBox(page, 'bremmer');
  expect(isNear(moved, { ...before, x: before.x + 60, y: before.y - 40 }, 1.5), JSON.stringify(moved)).toBe(true);
  const is = (await readScene(page)).nodes.find(({ id }) => (id as string) === 'bremmer')!;
  const zoom = before.width > 0 ? 60 / (is.x - was.x) : 0;
  expect(is.y - was.y).toBeCloseTo(-40 / zoom, 0);
  await expectChanged(page, before, pixels);
  await page.mouse.click(...(Object.values(middleOf(moved)) as [number, number]));
  await expect(heading(page)).toHaveText('Ian Bremmer');
  await page.keyboard.press('Escape');

  await putBack.click();
  await expect(putBack).toHaveCount(0);
  expect(await findBox(page, 'bremmer')).toEqual(before);
  await expect.poll(async () => (await lookAt(page, before)).equals(pixels)).toBe(true);
});

test('dragging the ground moves the picture', async ({ page }) => {
  await openSite(page);
  const before = await findBox(page, 'musk');
  const area = (await page.getByRole('application').boundingBox())!;
  await page.mouse.move(area.x + 4, area.y + 4);
  await page.mouse.down();
  await page.mouse.move(area.x + 54, area.y + 34, { steps: 5 });
  await page.mouse.up();
  expect(isNear(await findBox(page, 'musk'), { ...before, x: before.x + 50, y: before.y + 30 }, 1)).toBe(true);
});

test('a box drawn with Shift, and clicks with Shift, select several', async ({ page }) => {
  await openSite(page);
  const area = (await page.getByRole('application').boundingBox())!;
  const half = area.x + area.width / 2;
  const { nodes } = await readScene(page);
  const inside = nodes.filter(({ screen }) => screen!.x + screen!.width < half);
  const touched = nodes.filter(({ screen }) => screen!.x < half);
  await page.keyboard.down('Shift');
  await page.mouse.move(area.x + 3, area.y + 3);
  await page.mouse.down();
  await page.mouse.move(half, area.y + area.height - 3, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(heading(page)).toHaveText(/^\d+ entities selected$/);
  const names = await details(page).getByRole('listitem').locator('.relation-sentence a').allTextContents();
  for (const { label } of inside) expect(names).toContain(label);
  for (const name of names) expect(touched.map(({ label }) => label)).toContain(name);

  await page.mouse.click(area.x + 3, area.y + 3);
  await expect(heading(page)).toHaveText('About this story');
  await clickEntity(page, 'tesla');
  await page.keyboard.down('Shift');
  await clickEntity(page, 'spacex');
  await expect(heading(page)).toHaveText('2 entities selected');
  await clickEntity(page, 'xi');
  await expect(heading(page)).toHaveText('3 entities selected');
  // Not the same one again, which would be a double click.
  await clickEntity(page, 'tesla');
  await expect(heading(page)).toHaveText('2 entities selected');
  await page.keyboard.up('Shift');
  await details(page).getByRole('button', { name: 'Show only these' }).click();
  await expect.poll(() => shownIds(page)).toEqual(['spacex', 'xi']);
});

test('buttons, wheel and keys zoom; fit shows the whole again', async ({ page }) => {
  await openSite(page);
  const whole = await findBox(page, 'musk');
  const graph = page.getByRole('application');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(async () => (await findBox(page, 'musk')).width / whole.width).toBeCloseTo(1.3, 2);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(async () => isNear(await findBox(page, 'musk'), whole, 1)).toBe(true);

  const { x, y } = middleOf(await settle(page, 'musk'));
  await page.mouse.move(x, y);
  for (let notch = 0; notch < 6; notch += 1) await page.mouse.wheel(0, -120);
  await expect.poll(async () => (await findBox(page, 'musk')).width / whole.width).toBeGreaterThan(1.1);
  const near = middleOf(await settle(page, 'musk'));
  expect(Math.hypot(near.x - x, near.y - y), 'the wheel zooms about the pointer').toBeLessThan(3);
  await page.getByRole('button', { name: 'Show the whole graph' }).click();
  await expect.poll(async () => isNear(await findBox(page, 'musk'), whole, 1)).toBe(true);

  await graph.focus();
  await page.keyboard.press('+');
  await expect.poll(async () => (await findBox(page, 'musk')).width / whole.width).toBeCloseTo(1.3, 2);
  const still = await settle(page, 'musk');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(async () => still.x - (await findBox(page, 'musk')).x).toBeGreaterThan(40);
  await page.keyboard.press('0');
  await expect.poll(async () => isNear(await findBox(page, 'musk'), whole, 1)).toBe(true);
});

test('two fingers zoom', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await openSite(page);
  const whole = await findBox(page, 'musk');
  const touch = await context.newCDPSession(page);
  const at = (spread: number) => [
    { x: 440 - spread, y: 400 },
    { x: 440 + spread, y: 400 },
  ];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(40) });
  for (const spread of [50, 60, 70, 80]) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(spread) });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(async () => (await findBox(page, 'musk')).width / whole.width).toBeGreaterThan(1.4);
  await context.close();
});

test('pointing at an entity fades what is not related to it', async ({ page }) => {
  await openSite(page);
  const graph = page.getByRole('application');
  await graph.hover({ position: { x: 3, y: 3 } });
  const boxes = [await findBox(page, 'china'), await findBox(page, 'tesla')];
  const weigh = async (): Promise<number[]> =>
    (await findInk(page, await page.screenshot(), boxes)).map(({ weight }) => weight);
  const [related = 0, other = 0] = await weigh();
  const { x, y } = middleOf(await findBox(page, 'xi'));
  await page.mouse.move(x, y);
  await expect.poll(async () => (await weigh())[1]! / other).toBeLessThan(0.5);
  expect((await weigh())[0]! / related).toBeGreaterThan(0.85);
  await graph.hover({ position: { x: 3, y: 3 } });
  // To within what no eye sees: edges of letters may be smoothed otherwise in another frame.
  await expect.poll(async () => (await weigh())[1]! / other).toBeCloseTo(1, 2);
});
