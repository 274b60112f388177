import { expect, type Page, test } from '@playwright/test';
import type { Claim, Relation } from '../src/model/records.ts';
import {
  clickEntity,
  details,
  expectChanged,
  findBox,
  findWording,
  heading,
  lookAt,
  middleOf,
  nameOf,
  openSite,
  STORY,
} from './site.ts';

const typeOf = ({ type }: Relation) => STORY.relationTypes.find(({ id }) => id === type)!;
const relationOf = (id: string): Relation => STORY.relations.find((relation) => relation.id === id)!;
const isDispute = ({ stance }: Claim): boolean => stance === 'denies' || stance === 'limits';

function sayDenial({ stance, attribution }: Claim): string {
  const [first] = attribution;
  const speaker = first?.entity ? nameOf(first.entity) : (first?.label ?? '');
  return `${stance === 'denies' ? 'denied' : 'limited'} by ${speaker}`;
}

/** Every relation of an entity is a line of its panel, with who denies it. */
async function expectRelations(page: Page, id: string): Promise<void> {
  for (const relation of STORY.relations.filter(({ from, to }) => from === id || to === id)) {
    const { forward, reverse } = typeOf(relation);
    const wording = relation.from === id ? forward.full : reverse.full;
    const other = nameOf(relation.from === id ? relation.to : relation.from);
    const line = details(page)
      .getByRole('listitem')
      .filter({ has: page.locator(`a[href="#v1&s=${relation.id}"]`) })
      .filter({ hasText: wording })
      .filter({ hasText: other })
      .first();
    await expect(line, relation.id).toBeVisible();
    for (const claim of relation.claims.filter(isDispute)) await expect(line).toContainText(sayDenial(claim));
  }
}

test('from an entity to a relation to its source, and back through the browser', async ({ page }) => {
  await openSite(page);
  await clickEntity(page, 'musk');
  await expect(heading(page)).toHaveText('Elon Musk');
  await expect(page).toHaveURL(/#v1&s=musk$/);
  await expect(page.getByRole('status').first()).toHaveText(/^Elon Musk, person, \d+ relations, 2 disputed$/);
  const panel = details(page);
  await expect(panel).toContainText('Person');
  await expect(panel).toContainText('Илон Маск');
  await expect(panel.getByRole('heading', { name: /^Says \d/ })).toBeVisible();
  await expect(panel.getByRole('heading', { name: /^Denies \d/ })).toBeVisible();
  await expectRelations(page, 'musk');

  await panel.locator('a[href="#v1&s=r-musk-sold-russia"]').first().click();
  await expect(heading(page)).toHaveText(/^Elon Musk sold Starlink terminals to Russia/);
  await expect(panel).toContainText('alleged');
  const denial = panel
    .getByRole('region', { name: /^Who denies or limits it/ })
    .getByRole('listitem')
    .first();
  const assertion = panel
    .getByRole('region', { name: /^Who says so/ })
    .getByRole('listitem')
    .first();
  await expect(denial).toContainText(/denied by\s*Elon Musk/);
  await expect(denial).toBeInViewport();
  await expect(assertion).toContainText(/paragraph \d+/);
  const [over, under] = [(await denial.boundingBox())!, (await assertion.boundingBox())!];
  expect(over.y, 'the denial is read no later than the assertion').toBeLessThanOrEqual(under.y);

  await assertion
    .getByRole('link', { name: /News article/ })
    .first()
    .click();
  await expect(heading(page)).toHaveText('News article, 25 October 2024');
  const marked = panel.locator('[aria-current="true"]');
  await expect(marked.first()).toBeInViewport();
  await expect(marked.first().getByRole('link')).toBeFocused();

  await page.goBack();
  await expect(heading(page)).toHaveText(/^Elon Musk sold Starlink terminals to Russia/);
  await page.goBack();
  await expect(heading(page)).toHaveText('Elon Musk');
  await page.goBack();
  await expect(heading(page)).toHaveText('About this story');
  await page.goForward();
  await page.goForward();
  await expect(heading(page)).toHaveText(/^Elon Musk sold Starlink terminals to Russia/);
  await panel.getByRole('button', { name: 'Close details' }).click();
  await expect(heading(page)).toHaveText('About this story');
  await expect(page).not.toHaveURL(/#v1/);
});

for (const relation of STORY.relations.filter(({ claims }) => claims.some(isDispute))) {
  test(`both sides of ${relation.id} are read at once`, async ({ page }) => {
    await openSite(page, `#v1&s=${relation.id}`);
    const panel = details(page);
    await expect(heading(page)).toContainText(typeOf(relation).forward.full);
    const against = panel.getByRole('region', { name: /^Who denies or limits it/ });
    for (const claim of relation.claims.filter(isDispute)) {
      await expect(panel.locator('.details-standing')).toContainText(sayDenial(claim));
      await expect(against).toContainText(claim.text);
      await expect(against.getByText(claim.text)).toBeInViewport();
    }
    for (const { text } of relation.claims.filter(({ stance }) => stance === 'asserts')) {
      await expect(panel.getByRole('region', { name: /^Who says so/ })).toContainText(text);
    }
    await expect(panel.getByRole('region', { name: /^Who says so/ }).getByRole('heading')).toBeInViewport();
  });
}

test('the wording of a line is as good to click as the line', async ({ page }) => {
  await openSite(page);
  const wording = await findWording(page, 'r-trump-putin-ties');
  await page.mouse.click(wording.x, wording.y);
  await expect(heading(page)).toHaveText('Donald Trump has ties with Vladimir Putin');
  await expect(details(page).locator('.details-standing')).toContainText('rumoured');
  await expect(details(page).locator('.details-standing')).toContainText('denied by Donald Trump');

  const tie = await findWording(page, 'r-musk-putin-ties');
  await page.mouse.click(tie.x, tie.y);
  await expect(heading(page)).toHaveText('Between Elon Musk and Vladimir Putin');
  const own = STORY.relations.filter(({ from, to }) => [from, to].toSorted().join() === 'musk,putin');
  const lines = details(page).getByRole('listitem');
  await expect(lines).toHaveCount(own.length);
  const disputed = own.find(({ claims }) => claims.some(isDispute))!;
  await expect(lines.first().getByRole('link').first()).toHaveAttribute('href', `#v1&s=${disputed.id}`);
  await expect(lines.first()).toContainText(sayDenial(disputed.claims.find(isDispute)!));
  expect(relationOf('r-musk-putin-ties').claims.some(isDispute)).toBe(false);
  const plain = lines.filter({ has: page.locator('a[href="#v1&s=r-musk-putin-ties"]') });
  await expect(plain).not.toContainText(/denied|limited/);
});

test('pointing at a claim lights up the graph, and pointing at the graph marks the claims', async ({ page }) => {
  await openSite(page);
  await details(page)
    .getByRole('link', { name: /News article/ })
    .click();
  await expect(details(page).getByRole('heading', { name: /in reading order/ })).toBeVisible();
  const graph = page.getByRole('application');
  await graph.hover({ position: { x: 3, y: 3 } });
  const [china, tesla] = [await findBox(page, 'china'), await findBox(page, 'tesla')];
  const [chinaBefore, teslaBefore] = [await lookAt(page, china), await lookAt(page, tesla)];
  const claim = details(page).locator('[data-claim="c-xi-leader"]');
  await claim.hover();
  await expectChanged(page, tesla, teslaBefore);
  expect((await lookAt(page, china)).equals(teslaBefore)).toBe(false);
  await graph.hover({ position: { x: 3, y: 3 } });
  await expect.poll(async () => (await lookAt(page, tesla)).equals(teslaBefore)).toBe(true);
  expect((await lookAt(page, china)).equals(chinaBefore)).toBe(true);

  const { x, y } = middleOf(china);
  await page.mouse.move(x, y);
  const marked = details(page).locator('[data-claim][aria-current="true"]');
  await expect(marked).toHaveCount(1);
  await expect(marked).toHaveAttribute('data-claim', 'c-xi-leader');
  await expect(marked).toBeInViewport();
});

test('the Sources tab has every claim in reading order beside the digest, and marks what is selected', async ({
  page,
}) => {
  await openSite(page, '#v1&s=xi');
  await page.getByRole('tab', { name: 'Sources' }).click();
  const tab = page.getByRole('tabpanel', { name: 'Sources' });
  const claims = [...STORY.relations, ...STORY.entities].flatMap((record) => record.claims ?? []);
  await expect(tab.locator('[data-claim]')).toHaveCount(claims.length);
  const paragraphs = await tab.getByRole('heading', { level: 4 }).allTextContents();
  const numbers = paragraphs.map((text) => Number(text.replace(/\D+/g, '')));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  for (const { text } of STORY.sources[0]!.passages!.items) await expect(tab.getByText(text)).toBeVisible();
  await expect(tab).toContainText('not stated in our copy');
  const ofXi = tab.locator('[aria-current="true"]');
  await expect(ofXi.first()).toBeInViewport();
  expect(await ofXi.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['claim']))).toContain(
    'c-xi-leader',
  );
  await tab
    .getByRole('link', { name: STORY.relations.find(({ id }) => id === 'r-putin-russia')!.claims[0]!.text })
    .click();
  await expect(heading(page)).toHaveText(/^Vladimir Putin is president of Russia/);
});

test('the help sheet explains every pattern and sign, and gives the focus back', async ({ page }) => {
  await openSite(page);
  const button = page.getByRole('banner').getByRole('button', { name: 'How to read this' });
  await button.click();
  const sheet = page.getByRole('dialog', { name: 'How to read this' });
  for (const word of ['stated', 'reported', 'alleged', 'rumoured', 'hypothetical', 'questioned', 'unsourced']) {
    await expect(
      sheet
        .locator('dt')
        .filter({ hasText: new RegExp(word, 'i') })
        .first(),
      word,
    ).toBeVisible();
  }
  await expect(sheet).toContainText('≠');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(button).toBeFocused();
});
