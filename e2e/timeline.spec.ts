import { expect, type Page, test } from '@playwright/test';
import { openSite, readScene, STORY } from './site.ts';

const all = STORY.relations.length;
const clock = (page: Page) => page.getByRole('slider', { name: 'As published by' });
const status = (page: Page) => page.getByRole('status');
const side = (page: Page) => page.getByRole('region', { name: 'Step by step' });

async function openTimeline(page: Page): Promise<void> {
  await openSite(page);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(clock(page)).toBeVisible();
}

const drawn = async (page: Page): Promise<string[]> => {
  const { edges } = await readScene(page);
  return edges.flatMap(({ relations }) => relations).toSorted();
};

test('the story of October 2022 is told with the keyboard alone', async ({ page }) => {
  await openTimeline(page);
  await expect.poll(() => drawn(page)).toHaveLength(all);
  await expect(clock(page)).toHaveAttribute('aria-valuetext', /^everything, as published by 25 October 2024/);

  await clock(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(clock(page)).toHaveAttribute('aria-valuetext', /^31 October 2022: 5 claims become public/);
  await expect
    .poll(() => drawn(page))
    .toEqual(['r-bremmer-musk', 'r-musk-posted-x', 'r-musk-putin-spoke-once', 'r-musk-putin-war-talk'].toSorted());
  await expect(status(page)).toContainText(`As published by 31 October 2022: 4 of ${all} relations.`);
  const step = side(page).getByRole('listitem').filter({ hasText: 'shown now' }).first();
  await expect(step).toContainText('31 October 2022');
  await expect(step).toContainText('limited by Elon Musk');
  await expect(step).toContainText('Elon Musk spoke once, and about space, with Vladimir Putin');

  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => drawn(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => drawn(page)).toHaveLength(all);
  await expect(status(page)).toContainText(
    'Donald Trump has ties with Vladimir Putin (rumoured, denied by Donald Trump',
  );
});

test('a typed month, what it hides, and the way back', async ({ page }) => {
  await openTimeline(page);
  const field = page.getByRole('textbox', { name: 'As published by' });
  await field.fill('2022-10');
  await field.press('Enter');
  await expect(field).toHaveValue('2022-10-31');
  await expect.poll(() => drawn(page)).toHaveLength(4);
  await field.fill('2022-13');
  await field.press('Enter');
  await expect(page.getByText('“2022-13” is not a date that exists.').first()).toBeVisible();
  await expect.poll(() => drawn(page)).toHaveLength(4);
  await page.getByRole('button', { name: 'Everything known' }).click();
  await expect.poll(() => drawn(page)).toHaveLength(all);
});

test('valid time hides what is dated elsewhere and keeps what has no date', async ({ page }) => {
  await openTimeline(page);
  const undated = STORY.relations.filter(({ valid }) => !valid).map(({ id }) => id as string);
  await page.getByRole('textbox', { name: 'What held between' }).fill('2024');
  await page.getByRole('textbox', { name: 'What held between' }).press('Enter');
  await expect.poll(() => drawn(page)).toEqual([...undated, 'r-musk-putin-contact'].toSorted());
  await page.getByRole('textbox', { name: /^and/ }).fill('2020');
  await page.getByRole('textbox', { name: /^and/ }).press('Enter');
  await expect(page.getByText('1 January 2024 comes after 31 December 2020').first()).toBeVisible();
  await page.getByRole('button', { name: 'Any time' }).click();
  await expect.poll(() => drawn(page)).toHaveLength(all);
});

test('both ends are dragged, stop at each other, and can be undone', async ({ page }) => {
  await openTimeline(page);
  const from = page.getByRole('slider', { name: 'Held from' });
  const to = page.getByRole('slider', { name: 'Held to' });
  const track = (await from.boundingBox())!;
  const y = track.y + track.height / 2;
  await page.mouse.move(track.x + 12, y);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width / 2, y, { steps: 6 });
  await page.mouse.up();
  const middle = Number(await from.inputValue());
  const end = (await to.boundingBox())!;
  await page.mouse.move(end.x + end.width - 12, y);
  await page.mouse.down();
  await page.mouse.move(end.x + 20, y, { steps: 6 });
  await page.mouse.up();
  expect([Number(await from.inputValue()), Number(await to.inputValue())]).toEqual([middle, middle]);
  await expect(status(page)).toContainText('What held on');
  await page.keyboard.press('Control+z');
  expect(Number(await to.inputValue())).toBeGreaterThan(middle);
  expect(Number(await from.inputValue())).toBe(middle);
});

test.describe('playing', () => {
  test('goes claim by claim and stops at the end', async ({ page }) => {
    await openTimeline(page);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('fast');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(clock(page)).toHaveAttribute('aria-valuetext', /^31 October 2022/);
    await expect(clock(page)).toHaveAttribute('aria-valuetext', /^everything/);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  });

  test('says that it goes in steps where motion is not wanted', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openTimeline(page);
    await page.getByRole('button', { name: 'Play in steps' }).click();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  });
});

test('nothing is wider than a small phone, and undated relations are listed with their standing', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openTimeline(page);
  await page.getByRole('button', { name: /^Undated and open-ended/ }).click();
  const list = page.getByRole('region', { name: /^Undated and open-ended/ });
  await expect(list).toContainText('Relations without a date');
  await expect(list.getByText('denied by Donald Trump')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
