import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { clickEntity, details, findBox, findWording, heading, middleOf, openSite, untilLive } from './site.ts';

const callouts = (page: Page) => page.evaluate(() => window.sayso!.view().callouts);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Callouts' });
const said = (page: Page) => page.locator('.page > [role="status"]');
const sceneOf = (page: Page) =>
  page.evaluate(() => window.sayso!.picture({ format: 'svg' }).then((blob) => blob.text()));

async function write(page: Page, text: string): Promise<void> {
  await expect(dialog(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
}

test('callouts are written at an entity, a line and a spot, drawn, shared, changed and taken back', async ({
  page,
}) => {
  await openSite(page);
  await clickEntity(page, 'musk', { button: 'right' });
  await page.getByRole('menuitem', { name: 'Write a callout at this' }).click();
  await expect(dialog(page).getByLabel('Callout at Elon Musk')).toBeVisible();
  await write(page, 'Has not said whether the calls took place');
  await expect(said(page)).toHaveText('Callout at Elon Musk: “Has not said whether the calls took place”');

  const { x, y } = await findWording(page, 'r-trump-putin-ties');
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Write a callout at this line' }).click();
  await expect(dialog(page).getByLabel('Callout at the line between Donald Trump and Vladimir Putin')).toBeVisible();
  await write(page, 'He denies it');

  const field = (await page.locator('.graph-field').boundingBox())!;
  await page.mouse.click(field.x + 8, field.y + 8, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Write a callout here' }).click();
  await write(page, 'מאמר אחד');
  expect((await callouts(page)).map(({ text }) => text)).toEqual([
    'Has not said whether the calls took place',
    'He denies it',
    'מאמר אחד',
  ]);

  // In the picture: drawn, in its alternative text, and the denial is still there.
  const svg = await sceneOf(page);
  for (const { id } of await callouts(page)) expect(svg).toContain(`data-callout="${id}"`);
  expect(svg).toContain('Callout at the line between Donald Trump and Vladimir Putin: “He denies it”');

  // In the link.
  await expect.poll(() => page.url()).toContain('z=');
  const written = await callouts(page);
  await page.reload();
  await untilLive(page);
  await expect.poll(() => callouts(page)).toEqual(written);
  await expect(details(page).getByRole('heading', { name: '3 callouts in this view' })).toBeVisible();

  // Changed and removed where they are listed; undo brings them back.
  await details(page).getByRole('button', { name: 'Change “He denies it”' }).click();
  await expect(dialog(page).getByRole('textbox')).toHaveValue('He denies it');
  await page.keyboard.press('ControlOrMeta+a');
  await write(page, 'He denies it, in writing');
  await details(page).getByRole('button', { name: 'Change “מאמר אחד”' }).click();
  await dialog(page).getByRole('button', { name: 'Remove “מאמר אחד”' }).click();
  await expect(dialog(page)).toContainText('Undo brings it back');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  expect(await callouts(page)).toHaveLength(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => callouts(page)).toHaveLength(3);
});

test('by keyboard alone: m writes about what is selected; what is hidden with its callout is counted', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSite(page);
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  const name = (await heading(page).textContent()) ?? '';
  await page.keyboard.press('m');
  await expect(dialog(page).getByLabel(`Callout at ${name}`)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await write(page, 'To be asked again');
  await expect(page.getByRole('application')).toBeFocused();
  await page.keyboard.press('h');
  await expect(page.getByText('1 callout not drawn, since what it is about is not')).toBeVisible();
  await page.getByRole('button', { name: 'List callouts' }).click();
  await expect(dialog(page)).toContainText('not drawn: what it is about is not in the picture');
});

test('a callout comes along with a disc that is dragged', async ({ page }) => {
  await openSite(page);
  await page.evaluate(() =>
    window.sayso!.set({ callouts: [{ id: 'c', at: { entity: 'xi' }, text: 'Along' }] } as never),
  );
  const { x, y } = middleOf(await findBox(page, 'xi'));
  const boxOf = async () => (await sceneOf(page)).match(/<g data-callout="c">.*?<rect[^>]* x="([\d.-]+)"/s)?.[1];
  const before = await boxOf();
  expect(before).toBeDefined();
  const disc = await findBox(page, 'xi');
  await page.mouse.move(disc.x + 18, disc.y + 18);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(boxOf).not.toBe(before);
});

test('on a phone the dialog fits', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSite(page, '#v1&s=xi');
  await details(page).getByRole('button', { name: 'Callout', exact: true }).click();
  await expect(dialog(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('x'.repeat(201));
  await expect(dialog(page)).toContainText('1 character too many');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
