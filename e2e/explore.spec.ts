import { expect, type Page, test } from '@playwright/test';
import type { ApiView } from '../src/api.ts';
import type { ViewChange } from '../src/model/viewFile.ts';
import { details, openSite, readScene, STORY } from './site.ts';

const set = (page: Page, change: ViewChange): Promise<void> =>
  page.evaluate((asked) => window.sayso!.set(asked), change);
const readView = (page: Page): Promise<ApiView> => page.evaluate(() => window.sayso!.view());

/** Ids of the relations that are drawn, sorted. */
async function drawn(page: Page): Promise<string[]> {
  const { edges } = await readScene(page);
  return edges.flatMap(({ relations }) => relations as readonly string[]).toSorted();
}

test('the story on both clocks: what could be known in October 2022, and what two years later', async ({ page }) => {
  await openSite(page);
  await set(page, { asOf: '2022-10' });
  expect(await drawn(page)).toEqual([
    'r-bremmer-musk',
    'r-musk-posted-x',
    'r-musk-putin-spoke-once',
    'r-musk-putin-war-talk',
  ]);
  const { edges, hidden } = await readScene(page);
  const tie = edges.find(({ relations }) => (relations as readonly string[]).includes('r-musk-putin-war-talk'))!;
  expect(tie.label).toContain('≠ 1 disputed');
  expect(hidden).toMatchObject({ relations: 32, why: { clock: 32, filters: 0, held: 0 } });
  await expect(page.getByRole('status')).toHaveText('4 of 36 relations shown');

  // The rumour about Trump, and his denial of it, came later, and together.
  await set(page, { asOf: '2024-10-24' });
  expect(await drawn(page)).toHaveLength(4);
  await set(page, { asOf: '2024-10-25' });
  expect(await drawn(page)).toHaveLength(36);
  const scene = await readScene(page);
  expect(scene.edges.filter(({ label }) => label.includes('≠'))).toHaveLength(3);

  // What is said to have held in spring 2021: the one talk that Musk himself dates there, and what has no date.
  await set(page, { asOf: null, held: '2021-03/2021-05' });
  const dated = new Set(STORY.relations.filter(({ valid }) => valid).map(({ id }) => id as string));
  expect((await drawn(page)).filter((id) => dated.has(id))).toEqual([
    'r-bremmer-musk',
    'r-musk-putin-spoke',
    'r-musk-putin-spoke-once',
  ]);
  expect((await drawn(page)).filter((id) => !dated.has(id))).toHaveLength(STORY.relations.length - dated.size);
});

test('a filter never hides the denial of what it shows, and what it hides is counted', async ({ page }) => {
  await openSite(page);
  await set(page, { filters: { modalities: ['rumoured'] } });
  expect(await drawn(page)).toEqual(['r-musk-putin-ties', 'r-trump-putin-ties']);
  const { edges, hidden } = await readScene(page);
  const ties = edges.find(({ relations }) => (relations as readonly string[]).includes('r-trump-putin-ties'))!;
  expect(ties.label).toContain('≠ disputed');
  expect(ties.standing).toMatchObject({ word: 'rumoured', disputed: true, deniedBy: [{ entity: 'trump' }] });
  expect(hidden).toMatchObject({ relations: 34, why: { filters: 34 } });
  expect((await readView(page)).shown).toEqual({ relations: 2, of: 36 });

  let before = await drawn(page);
  await set(page, { filters: { modalities: null } });
  for (const minOrigins of [0, 1, 2, 3]) {
    await set(page, { filters: { minOrigins } });
    const now = await drawn(page);
    if (minOrigins > 0) expect(before).toEqual(expect.arrayContaining(now));
    before = now;
  }
});

test('what is not understood is refused with its place and changes nothing', async ({ page }) => {
  await openSite(page);
  const before = await readView(page);
  for (const [asked, where] of [
    [{ asOf: '2024-13' }, 'asOf'],
    [{ held: '2023/2021' }, 'held'],
    [{ filters: { kinds: ['Nobody'] } }, 'filters.kinds[0]'],
    [{ filters: { surprise: 1 } }, 'filters.surprise'],
    [{ moved: [{ id: 'musk', x: Number.NaN, y: 0 }] }, 'moved[0].x'],
    [{ expanded: ['nobody'] }, 'expanded[0]'],
    [{ __proto__: 1, hidden: [], nonsense: true }, 'nonsense'],
  ] as const) {
    const refused = await page.evaluate(
      (change) =>
        window.sayso!.set(change).then(
          () => null,
          (error) => ({ code: error.code, where: error.where, message: error.message }),
        ),
      asked as never,
    );
    expect(refused).toMatchObject({ code: 'bad-view', where });
    expect(refused?.message).toMatch(/\w+.*\./);
  }
  expect(await readView(page)).toEqual(before);
});

/** All simple paths of the story between two entities, shortest first. */
function enumerate(from: string, to: string): string[][] {
  const next = new Map<string, Set<string>>();
  for (const relation of STORY.relations) {
    const [a, b]: [string, string] = [relation.from, relation.to];
    next.set(a, (next.get(a) ?? new Set()).add(b));
    next.set(b, (next.get(b) ?? new Set()).add(a));
  }
  const found: string[][] = [];
  const walk = (path: string[]): void => {
    for (const id of next.get(path.at(-1)!) ?? []) {
      if (id === to) found.push([...path, id]);
      else if (!path.includes(id)) walk([...path, id]);
    }
  };
  walk([from]);
  return found.toSorted((a, b) => a.length - b.length);
}

test('paths are all there are, shortest first, each with the standing of its steps', async ({ page }) => {
  await openSite(page);
  for (const [from, to] of [
    ['xi', 'tesla'],
    ['bremmer', 'china'],
    ['wsj', 'pentagon'],
  ] as const) {
    const paths = await page.evaluate(([a, b]) => window.sayso!.paths(a, b), [from, to] as const);
    const all = enumerate(from, to);
    const found = paths.map(({ steps }) => [from, ...steps.map(({ to: end }) => end as string)]);
    expect(found.map(({ length }) => length)).toEqual(all.slice(0, 10).map(({ length }) => length));
    expect(new Set(found.map(String)).size).toBe(found.length);
    for (const path of found) expect(all.map(String)).toContain(String(path));
    for (const { steps } of paths) for (const { standing } of steps) expect(standing.word).toBeTruthy();
  }
});

test('two selected entities: how are they connected, and what remains without rumours', async ({ page }) => {
  await openSite(page);
  await page.evaluate(() => window.sayso!.select(['trump', 'russia']));
  await page.getByRole('application').focus();
  await page.keyboard.press('t');
  await expect(details(page).getByRole('heading', { level: 2 })).toContainText('connected');
  await expect(details(page)).toContainText('Vladimir Putin');
  await expect(details(page)).toContainText('denied by Donald Trump');
});

test('undo and redo from the keyboard, from anywhere', async ({ page }) => {
  await openSite(page);
  await page.evaluate(() => window.sayso!.select('starlink'));
  await page.getByRole('application').focus();
  await page.keyboard.press('h');
  await expect.poll(async () => (await readScene(page)).nodes.length).toBe(STORY.entities.length - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await readScene(page)).nodes.length).toBe(STORY.entities.length);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await readScene(page)).nodes.length).toBe(STORY.entities.length - 1);
});
