import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Frame, type Page, test } from '@playwright/test';
import type { ViewFile } from '../src/model/viewFile.ts';

const HOST_PAGE = readFileSync(new URL('./fixtures/embedHost.html', import.meta.url));
const MUSK = 'musk';

/** A page of somebody else, at an address of its own. */
async function serveHost(): Promise<{ server: Server; origin: string }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(HOST_PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

let host: Awaited<ReturnType<typeof serveHost>>;
test.beforeAll(async () => {
  host = await serveHost();
});
test.afterAll(() => {
  host.server.close();
});

async function openFramed(page: Page, baseURL: string, { named = true, fragment = '' } = {}): Promise<Frame> {
  const graph = `${baseURL}?embed${named ? `&host=${encodeURIComponent(host.origin)}` : ''}${fragment}`;
  await page.goto(`${host.origin}/?graph=${encodeURIComponent(graph)}`);
  const frame = await (await page.locator('#graph').elementHandle())?.contentFrame();
  if (!frame) throw new Error('there is no frame');
  await frame.waitForFunction(() => window.sayso !== undefined);
  await frame.evaluate(() => window.sayso!.ready);
  return frame;
}

const heard = (page: Page, type: string) =>
  page.evaluate(
    (wanted) => (window as never as { heard: { type: string }[] }).heard.filter((m) => m.type === wanted),
    type,
  );

async function findMusk(frame: Frame): Promise<{ x: number; y: number }> {
  const box = await frame.evaluate((id) => window.sayso!.scene().nodes.find((node) => node.id === id)!.screen!, MUSK);
  const outer = (await (await frame.frameElement()).boundingBox())!;
  return { x: outer.x + box.x + box.width / 2, y: outer.y + box.y + box.height / 3 };
}

test('an embed is the graph under one line, and talks with the page around it', async ({ page, baseURL }) => {
  const frame = await openFramed(page, baseURL!);
  await expect(frame.getByRole('link', { name: 'Open in Sayso' })).toBeVisible();
  for (const name of ['Share', 'Export', 'Filters']) await expect(frame.getByRole('button', { name })).toBeHidden();
  await expect(frame.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect.poll(() => heard(page, 'height')).toHaveLength(1);
  expect(Number(await page.locator('#graph').getAttribute('height'))).toBeGreaterThan(400);

  // A click reads about somebody beside the graph, and the page around it is told.
  await expect(async () => {
    const { x, y } = await findMusk(frame);
    await page.mouse.click(x, y);
    await expect(page.locator('#selected')).toHaveText(MUSK, { timeout: 1000 });
  }).toPass();
  await expect(frame.getByRole('complementary', { name: 'Details' }).getByRole('heading', { level: 2 })).toHaveText(
    'Elon Musk',
  );
  // The address is written a moment after what was done was painted; the link says it from when it is reached.
  await expect.poll(() => frame.evaluate(() => location.hash)).toContain(MUSK);
  const whole = frame.getByRole('link', { name: 'Open in Sayso' });
  await whole.focus();
  await expect(whole).toHaveAttribute('href', new RegExp(`^${baseURL}#.*${MUSK}`));
  await frame.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('#selected')).toHaveText('nothing');
  await expect(frame.getByRole('complementary', { name: 'Details' })).toBeHidden();

  // The page around it asks, and what is in force is said over the graph.
  await page.getByRole('button', { name: 'Show Musk' }).click();
  await expect(page.locator('#selected')).toHaveText(MUSK);
  await page.getByRole('button', { name: 'Only what is disputed' }).click();
  await expect(frame.locator('.embed-bar')).toContainText('3 of 36 relations');
  const views = await heard(page, 'viewChanged');
  expect((views.at(-1) as never as { view: ViewFile }).view.filters.dispute).toBe('disputed');

  // Back is the host's own: nothing in the frame became a step.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  const found = await new AxeBuilder({ page }).include('#graph').analyze();
  expect(found.violations).toEqual([]);
});

test('an embed whose address names no host tells nobody what is read, and obeys nobody', async ({ page, baseURL }) => {
  const frame = await openFramed(page, baseURL!, { named: false, fragment: `#v1&s=${MUSK}` });
  await expect(frame.getByRole('complementary', { name: 'Details' })).toBeVisible();
  await page.getByRole('button', { name: 'Only what is disputed' }).click();
  await frame.getByRole('button', { name: 'Close' }).click();
  await expect(frame.getByRole('complementary', { name: 'Details' })).toBeHidden();
  await expect(frame.locator('.embed-bar')).not.toContainText('of 36');
  const types = await page.evaluate(() => (window as never as { heard: { type: string }[] }).heard.map((m) => m.type));
  expect([...new Set(types)].toSorted()).toEqual(['height', 'ready']);
});

test('the wheel and one finger move the page around an embed, not the graph', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const frame = await openFramed(page, baseURL!);
  const zoom = () => frame.evaluate(() => window.sayso!.scene().nodes[0]!.screen!.width);
  // The frame has the height that it asked for, and the graph has been fitted to it.
  await expect.poll(() => heard(page, 'height')).not.toHaveLength(0);
  await expect
    .poll(async () => {
      const { height } = (await heard(page, 'height')).at(-1) as never as { height: number };
      return height - (await frame.evaluate(() => innerHeight));
    })
    .toBe(0);
  await frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const wait = (left: number): void =>
          left === 0 ? resolve() : void requestAnimationFrame(() => wait(left - 1));
        wait(5);
      }),
  );
  const before = await zoom();
  const { x, y } = await findMusk(frame);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect(await zoom()).toBe(before);
  await expect(frame.locator('.embed-hint')).toBeVisible();
  await page.mouse.wheel(0, -400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);

  // A finger that is drawn over the graph scrolls the page, and taps nothing.
  const session = await context.newCDPSession(page);
  const at = await findMusk(frame);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: at.x, y: at.y - up }],
    });
  await touch('touchStart', 0);
  for (let up = 10; up <= 200; up += 10) await touch('touchMove', up);
  await touch('touchEnd', 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  await expect(frame.locator('.embed-hint')).toContainText('two fingers');
  expect(await zoom()).toBe(before);
  await expect(page.locator('#selected')).toHaveText('nothing');
  await page.evaluate(() => scrollTo(0, 0));
  const tap = await findMusk(frame);
  await page.touchscreen.tap(tap.x, tap.y);
  await expect(page.locator('#selected')).toHaveText(MUSK);
  await context.close();
});
