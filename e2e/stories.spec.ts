import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { details, heading, openSite, readScene, STORY, untilLive } from './site.ts';

interface Told {
  readonly id: string;
  readonly steps: readonly { readonly id: string; readonly title: string; readonly caption: string }[];
}

const [TOLD] = STORY.stories as readonly Told[];
const { id: STORY_ID, steps: STEPS } = TOLD!;
const COUNT = STEPS.length;

const bar = (page: Page): Locator => page.getByRole('region', { name: 'Story' });
const stepOf = (id: string): number => STEPS.findIndex((step) => step.id === id);
const fragmentOf = (id: string): string => `#v1&p=${STORY_ID}:${id}`;
const disputed = async (page: Page): Promise<number> =>
  (await readScene(page)).edges.filter(({ standing }) => [standing].flat().some((each) => each.disputed)).length;

async function expectStep(page: Page, index: number): Promise<void> {
  await expect(bar(page)).toContainText(`Step ${index + 1} of ${COUNT}`);
  await expect(bar(page).getByText(STEPS[index]!.caption)).toBeVisible();
}

test('the story is read from beginning to end by keys alone, said aloud, and left as it was found', async ({
  page,
}) => {
  await openSite(page);
  const start = page.getByRole('button', { name: `Read it in ${COUNT} steps` });
  await start.focus();
  await page.keyboard.press('Enter');
  await expectStep(page, 0);
  await expect(bar(page).getByRole('button', { name: 'Next' })).toBeFocused();
  for (let i = 1; i < COUNT; i += 1) {
    await page.keyboard.press(i % 2 ? 'n' : 'Enter');
    await expectStep(page, i);
    await expect(page.getByRole('status').first()).toContainText(`Step ${i + 1} of ${COUNT}. ${STEPS[i]!.title}.`);
    expect(new URL(page.url()).hash).toBe(fragmentOf(STEPS[i]!.id));
    // The captions lie on top of each other, so that the graph does not jump.
    await expect(bar(page).locator('[data-told]')).toHaveCount(1);
  }
  await page.keyboard.press('b');
  await expectStep(page, COUNT - 2);
  await page.keyboard.press('n');
  await bar(page).getByRole('button', { name: 'Explore the graph' }).press('Enter');
  await expect(bar(page)).toHaveCount(0);
  await expect(heading(page)).toBeFocused();
  expect((await readScene(page)).nodes).toHaveLength(STORY.entities.length);
  expect(await page.evaluate(() => window.sayso!.view().filters.dispute)).toBeNull();
});

test('a step of a denial shows the denial in the graph, in the words and beside them', async ({ page }) => {
  for (const [id, denied] of [
    ['the-terminals', 'denied by Elon Musk'],
    ['the-rumour', 'denied by Donald Trump'],
    ['october-2022', 'limited by Elon Musk'],
  ] as const) {
    await openSite(page, fragmentOf(id));
    await page.reload();
    await untilLive(page);
    await expectStep(page, stepOf(id));
    await expect(details(page).locator('.details-standing')).toContainText(denied);
    expect(await disputed(page)).toBeGreaterThan(0);
  }
  await openSite(page, fragmentOf('what-is-disputed'));
  await page.reload();
  await untilLive(page);
  const { edges } = await readScene(page);
  expect(await disputed(page)).toBe(edges.length);
  await expect(page.getByText(`3 of ${STORY.relations.length} relations shown`).first()).toBeVisible();
});

test('Back goes through the steps; who goes on from one is shown it again', async ({ page }) => {
  await openSite(page, fragmentOf('the-report'));
  await expectStep(page, 1);
  await expect(page.locator('body'), 'a link takes no focus').toBeFocused();
  await page.getByRole('button', { name: /^Step 4/ }).click();
  await expectStep(page, 3);
  await page.evaluate(() => window.sayso!.select('xi'));
  await expect(bar(page)).toContainText('You have moved on from this step.');
  await bar(page).getByRole('button', { name: 'Show it again' }).click();
  await expect(bar(page)).not.toContainText('You have moved on');
  await page.goBack();
  await expect(heading(page)).toHaveText('Xi Jinping');
  await page.goBack();
  await page.goBack();
  await expectStep(page, 1);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue(/&p=who-says-so:the-report$/);
});

test('on a phone the words stay under the graph and no sheet covers it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSite(page);
  await page.getByRole('button', { name: `Read it in ${COUNT} steps` }).click();
  for (let i = 0; i < COUNT; i += 1) {
    await expectStep(page, i);
    const [graph, words] = [await page.locator('.graph-field').boundingBox(), await bar(page).boundingBox()];
    expect(graph!.y + graph!.height).toBeLessThanOrEqual(words!.y + 1);
    expect(graph!.height).toBeGreaterThan(400);
    expect(words!.y + words!.height).toBeLessThanOrEqual(845);
    if (i < COUNT - 1) await bar(page).getByRole('button', { name: 'Next' }).click();
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const { scrollWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth }));
  expect(scrollWidth).toBe(320);
});

test('a story is written, saved, opened again and read', async ({ page }) => {
  await openSite(page);
  await page.getByRole('button', { name: 'Write a story from views of this graph' }).click();
  await page.getByRole('button', { name: 'New story' }).click();
  await page.getByLabel('Title of the story').fill('Two people');
  await page.evaluate(() => window.sayso!.focus('xi', 1));
  await page.getByRole('button', { name: 'Keep this view as a step' }).click();
  await page.keyboard.type('Xi is named as bn.');
  await page.evaluate(() => window.sayso!.set({ focus: null, filters: { dispute: 'denied' } }));
  await page.getByRole('button', { name: 'Keep this view as a step' }).click();
  await page.keyboard.type('What is denied.');
  await page.getByRole('button', { name: 'Delete: step 1' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Words of step 1')).toHaveValue('Xi is named as bn.');
  const file = await page.evaluate(() => window.sayso!.dataset());
  expect(file.stories).toHaveLength(2);
  await page.evaluate((saved) => window.sayso!.open(saved), file);
  await page.getByRole('button', { name: 'Read “Two people” in 2 steps' }).click();
  await expect(bar(page)).toContainText('Xi is named as bn.');
  expect((await readScene(page)).nodes.map(({ id }) => id as string).toSorted()).toEqual([
    'china',
    'taiwan-request',
    'xi',
  ]);
  await page.keyboard.press('n');
  await expect(page.getByText(`2 of ${STORY.relations.length} relations shown`).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`bar and writing have no accessibility problem in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openSite(page, fragmentOf('october-2022'));
    await expectStep(page, stepOf('october-2022'));
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 720 });
      expect((await new AxeBuilder({ page }).include('.story-bar').analyze()).violations).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Close the story' }).click();
    await page.getByRole('button', { name: 'Write a story from views of this graph' }).click();
    await page.getByRole('button', { name: 'Delete: step 2' }).click();
    expect((await new AxeBuilder({ page }).include('#details').analyze()).violations).toEqual([]);
  });
}
