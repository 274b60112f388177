import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { ApiScene } from '../src/api.ts';
import type { Box } from '../src/model/layoutProblem.ts';
import type { DatasetFile } from '../src/model/records.ts';

/** The bundled story as it lies in the repository: what the page is held to. */
export const STORY: DatasetFile = JSON.parse(
  readFileSync(new URL('../data/musk-putin-2024.json', import.meta.url), 'utf8'),
);

/** How long a part that has no places yet may take to be drawn where other tests run beside it, ms. */
export const UNTIL_ARRANGED = 20_000;

/** Opens the page, at a fragment if one is given, and waits until a click on the graph answers. */
export async function openSite(page: Page, fragment = ''): Promise<void> {
  await page.goto(`./${fragment}`);
  await untilLive(page);
}

/** Waits until a click on the graph answers. */
export async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction(() => window.sayso !== undefined);
  await page.evaluate(() => window.sayso!.ready);
}

export function readScene(page: Page): Promise<ApiScene> {
  return page.evaluate(() => window.sayso!.scene());
}

/** The drawn box of an entity with its name, CSS px of the page. */
export async function findBox(page: Page, id: string): Promise<Box> {
  const { nodes } = await readScene(page);
  const box = nodes.find((node) => node.id === id)?.screen;
  if (!box) throw new Error(`${id} is not drawn`);
  return box;
}

export function middleOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The id of the tie that draws a relation. */
async function findTie(page: Page, relation: string): Promise<string> {
  const { edges } = await readScene(page);
  const edge = edges.find(({ relations }) => (relations as readonly string[]).includes(relation));
  if (!edge) throw new Error(`${relation} is not drawn`);
  return edge.id;
}

/**
 * Boxes in CSS px of the page, by `data-id`, of everything with that class in the picture that was written at build; the
 * live graph has it at the same places as long as nobody moves the camera.
 */
export function findWrittenBoxes(page: Page, selector: string): Promise<Record<string, Box[]>> {
  return page.evaluate((wanted) => {
    const holder = document.querySelector<HTMLElement>('.first-picture')!;
    const before = holder.style.display;
    holder.style.display = 'block';
    const found: Record<string, Box[]> = {};
    for (const element of holder.querySelectorAll(`svg ${wanted}`)) {
      const id = element.closest<SVGElement>('g[data-id]')?.dataset['id'] ?? '';
      const { x, y, width, height } = element.getBoundingClientRect();
      const boxes = found[id] ?? [];
      boxes.push({ x, y, width, height });
      found[id] = boxes;
    }
    holder.style.display = before;
    return found;
  }, selector);
}

/** Where the wording of a relation's line stands in the opening view. */
export async function findWording(page: Page, relation: string): Promise<{ x: number; y: number }> {
  const tie = await findTie(page, relation);
  const [box] = (await findWrittenBoxes(page, '.sy-wording'))[tie] ?? [];
  if (!box) throw new Error(`${relation} has no wording`);
  return middleOf(box);
}

export async function clickEntity(page: Page, id: string, options: Parameters<Page['mouse']['click']>[2] = {}) {
  const { x, y } = middleOf(await findBox(page, id));
  await page.mouse.click(x, y, options);
}

export function details(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Details' });
}

/** The heading of what is being read. */
export function heading(page: Page): Locator {
  return details(page).getByRole('heading', { level: 2 });
}

export function nameOf(id: string): string {
  return STORY.entities.find((entity) => entity.id === id)!.name;
}

/** What is drawn there, as PNG bytes: for telling whether something was drawn differently. */
export async function lookAt(page: Page, box: Box): Promise<Buffer> {
  // A canvas draws in the next frame what it was told in this one.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  );
  return page.screenshot({ clip: box, animations: 'disabled' });
}

/** Waits until what is drawn there is no longer as it was. */
export async function expectChanged(page: Page, box: Box, before: Buffer): Promise<void> {
  await expect.poll(async () => (await lookAt(page, box)).equals(before), { message: 'drawn differently' }).toBe(false);
}
