import { expect, type Page, test } from '@playwright/test';
import { buildGeneratedDataset } from '../scripts/generateGraph.mjs';
import { findInk } from './pixels.ts';
import { clickEntity, details, findBox, heading, middleOf, openSite, readScene, STORY } from './site.ts';

type Places = Record<string, readonly [number, number]>;

async function places(page: Page): Promise<Places> {
  const { nodes } = await readScene(page);
  return Object.fromEntries(nodes.map(({ id, x, y }) => [id, [x, y]]));
}

async function shown(page: Page): Promise<string[]> {
  return Object.keys(await places(page)).toSorted();
}

/** Entities within so many steps of one, by the file. */
function within(id: string, hops: number): string[] {
  let ids = new Set([id]);
  for (let hop = 0; hop < hops; hop += 1) {
    const ends = STORY.relations.map(({ from, to }) => [from, to] as readonly string[]);
    ids = new Set([...ids, ...ends.filter((pair) => pair.some((end) => ids.has(end))).flat()]);
  }
  return [...ids].toSorted();
}

const graph = (page: Page) => page.getByRole('application');
const action = (page: Page, name: string | RegExp) => details(page).getByRole('button', { name });
const tool = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name });
const ALL = STORY.entities.map(({ id }) => id as string).toSorted();

test('what is around an entity, by one, two and three steps, and back', async ({ page }) => {
  await openSite(page);
  await clickEntity(page, 'china');
  for (const hops of [1, 2, 3]) {
    await action(page, `Show only what is around this, ${hops} step`).click();
    await expect.poll(() => shown(page)).toEqual(within('china', hops));
    const said = `Only what is around China${hops > 1 ? ` in ${hops} steps` : ''}: ${within('china', hops).length} of`;
    await expect(page.getByRole('main')).toContainText(said);
  }
  await page.getByRole('button', { name: 'Show everything again' }).click();
  await expect.poll(() => shown(page)).toEqual(ALL);
});

test('a badge says how many neighbours are not drawn, and a click on it draws them', async ({ page }) => {
  await openSite(page);
  await clickEntity(page, 'china');
  await action(page, 'Show only what is around this, 1 step').click();
  await expect.poll(() => shown(page)).toEqual(['china', 'xi']);
  await expect.poll(async () => (await findBox(page, 'xi')).height).toBeGreaterThan(50);
  const before = await places(page);
  const { x, y, width, height } = await findBox(page, 'xi');
  // The name stands beside its disc, at whichever side the layout found room: the disc is where the ink is dense.
  const ends = [x, x + width - height].map((left) => ({ x: left, y, width: height, height }));
  const [left, right] = await findInk(page, await page.screenshot(), ends);
  const isLeft = left!.weight > right!.weight;
  const middle = isLeft ? x + height / 2 : x + width - height / 2;
  // The badge keeps off the name.
  await page.mouse.click(middle + (isLeft ? -1 : 1) * (0.39 * height + 14), y + height / 2 - 0.39 * height);
  await expect.poll(() => shown(page)).toEqual(within('china', 2));
  expect(await places(page)).toMatchObject(before);
  await expect(heading(page), 'nothing else was selected').toHaveText('China');
  await page.keyboard.press('Control+z');
  await expect.poll(() => shown(page)).toEqual(['china', 'xi']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => shown(page)).toEqual(within('china', 2));
});

test('hiding, folding away, and the ways back', async ({ page }) => {
  await openSite(page);
  await clickEntity(page, 'tesla');
  await action(page, 'Hide').click();
  await expect.poll(() => shown(page)).toEqual(ALL.filter((id) => id !== 'tesla'));
  await expect(page.getByRole('main')).toContainText('1 entity hidden');
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect.poll(() => shown(page)).toEqual(ALL);
  await tool(page, 'Undo').click();
  await tool(page, 'Undo').click();
  await expect.poll(() => shown(page)).toEqual(ALL);
  await expect(tool(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');

  await clickEntity(page, 'xi');
  await action(page, 'Collapse').click();
  await expect.poll(() => shown(page)).toEqual(ALL.filter((id) => id !== 'china'));
  await action(page, 'Expand +1').click();
  await expect.poll(() => shown(page)).toEqual(ALL);
});

test('a drag is one step back, and one forward', async ({ page }) => {
  await openSite(page);
  const before = await places(page);
  const { x, y } = middleOf(await findBox(page, 'bremmer'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const by of [20, 40, 60]) await page.mouse.move(x + by, y - by);
  await page.mouse.up();
  const after = await places(page);
  expect(after['bremmer']).not.toEqual(before['bremmer']);
  await graph(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => places(page)).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => places(page)).toEqual(after);
});

test('arranged by kind, pins stay where they are, and the old picture comes back', async ({ page }) => {
  await openSite(page);
  const before = await places(page);
  await clickEntity(page, 'russia');
  await action(page, 'Pin').click();
  await expect(action(page, 'Unpin')).toBeVisible();
  await tool(page, 'Arrange by kind').click();
  await expect.poll(async () => (await places(page))['musk']).not.toEqual(before['musk']);
  const byKind = await places(page);
  expect(byKind['russia']).toEqual(before['russia']);
  const x = (id: string): number => byKind[id]?.[0] ?? Number.NaN;
  expect(x('musk')).toBeLessThan(x('tesla'));
  await expect(tool(page, 'Arrange by kind')).toHaveAttribute('aria-pressed', 'true');
  await tool(page, 'Arrange by kind').click();
  await expect.poll(() => places(page)).toEqual(before);
});

test('the menu of an entity, by the other button and by keys alone', async ({ page }) => {
  await openSite(page);
  const menu = page.getByRole('menu', { name: 'What to do with Xi Jinping' });
  await clickEntity(page, 'xi', { button: 'right' });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(graph(page)).toBeFocused();

  await clickEntity(page, 'xi');
  await graph(page).focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => shown(page)).toEqual(within('xi', 2));
  await expect(graph(page)).toBeFocused();
  await page.keyboard.press('ContextMenu');
  await page.keyboard.press('h');
  await page.keyboard.press('Enter');
  await expect.poll(() => shown(page)).toEqual(within('xi', 2).filter((id) => id !== 'xi'));
});

test('a long press opens the menu', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await openSite(page);
  const touch = await context.newCDPSession(page);
  const point = middleOf(await findBox(page, 'xi'));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await expect(page.getByRole('menu')).toBeVisible();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(heading(page)).toHaveText('About this story');
  await context.close();
});

test('a notch of the wheel zooms by about 15%, and Cytoscape has nothing to warn of', async ({ page }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await openSite(page);
  const whole = await findBox(page, 'musk');
  const { x, y } = middleOf(whole);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -100);
  await expect.poll(async () => (await findBox(page, 'musk')).width / whole.width).toBeCloseTo(1.15, 2);
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => (await findBox(page, 'musk')).width / whole.width).toBeCloseTo(1, 2);
  expect(warnings).toEqual([]);
});

test('of a large dataset a part is drawn; what is placed stays exactly when it grows', async ({ page }) => {
  await openSite(page);
  const file = buildGeneratedDataset(2000, 8000, 5);
  await page.evaluate((dataset) => window.sayso!.open(dataset), file);
  const before = await places(page);
  const tied = (id: string): number => file.relations.filter(({ from, to }) => [from, to].includes(id as never)).length;
  const id = Object.keys(before).toSorted((a, b) => tied(b) - tied(a))[1]!;
  await page.evaluate((one) => window.sayso!.select(one), id);
  await action(page, /^Expand \+/).click();
  await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(Object.keys(before).length);
  const after = await places(page);
  expect(after).toMatchObject(before);
  await tool(page, 'Undo').click();
  await expect.poll(() => places(page)).toEqual(before);
  await tool(page, 'Redo').click();
  await expect.poll(() => places(page)).toEqual(after);
});
