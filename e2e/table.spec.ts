import { expect, type Page, test } from '@playwright/test';
import { details, expectChanged, findBox, heading, lookAt, nameOf, openSite, STORY } from './site.ts';

const rows = (page: Page) => page.locator('tbody tr');
const openTable = async (page: Page): Promise<void> => {
  await openSite(page);
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page.getByRole('table')).toBeVisible();
};

/** Cells of a column, by its heading. */
async function column(page: Page, name: string): Promise<string[]> {
  const heads = await page.getByRole('columnheader').allTextContents();
  const at = heads.findIndex((head) => head.startsWith(name));
  return rows(page).evaluateAll((all, index) => all.map((row) => row.children[index]?.textContent?.trim() ?? ''), at);
}

test('every relation, entity and source of the graph is a row, with who says so and who denies it', async ({
  page,
}) => {
  await openTable(page);
  await expect(rows(page)).toHaveCount(STORY.relations.length);
  for (const relation of STORY.relations) {
    const row = page.locator(`tr[data-row="${relation.id}"]`);
    const type = STORY.relationTypes.find(({ id }) => id === relation.type)!;
    await expect(row).toContainText(nameOf(relation.from));
    await expect(row).toContainText(type.forward.full);
    await expect(row).toContainText(nameOf(relation.to));
    for (const { stance, attribution } of relation.claims) {
      const speaker = attribution[0]?.entity;
      if (stance === 'denies') await expect(row).toContainText(`denied by ${nameOf(speaker!)}`);
      if (stance === 'limits') await expect(row).toContainText(`limited by ${nameOf(speaker!)}`);
      if (stance === 'asserts' && speaker) await expect(row).toContainText(nameOf(speaker));
    }
  }
  await page.getByRole('button', { name: 'Entities', exact: true }).click();
  await expect(rows(page)).toHaveCount(STORY.entities.length);
  expect((await column(page, 'Name')).toSorted()).toEqual(STORY.entities.map(({ name }) => name).toSorted());
  await page.getByRole('group', { name: 'What to list' }).getByRole('button', { name: 'Sources' }).click();
  await expect(rows(page)).toHaveCount(STORY.sources.length);
  await expect(rows(page).first()).toContainText(STORY.sources[0]!.label);
});

test('rows are sorted, filtered and walked by keys, and a row selects in the graph', async ({ page }) => {
  await openTable(page);
  await page.getByRole('columnheader', { name: 'To' }).getByRole('button').click();
  const order = await column(page, 'To');
  expect(order).toEqual(order.toSorted((a, b) => a.localeCompare(b, 'en')));
  await expect(page.getByRole('columnheader', { name: 'To' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('columnheader', { name: 'To' }).getByRole('button').click();
  expect(await column(page, 'To')).toEqual(order.toReversed().toSorted((a, b) => b.localeCompare(a, 'en')));
  await page.getByRole('columnheader', { name: 'Who denies or limits' }).getByRole('button').click();
  const disputed = STORY.relations.filter(({ claims }) =>
    claims.some((c) => c.stance === 'denies' || c.stance === 'limits'),
  );
  const denials = await column(page, 'Who denies or limits');
  for (const cell of denials.slice(0, disputed.length)) expect(cell).toMatch(/(denied|limited) by/);

  const filter = page.getByRole('searchbox', { name: 'Filter rows' });
  await filter.fill('bremmer');
  await expect.poll(() => rows(page).count()).toBeLessThan(6);
  await expect(rows(page).first()).toContainText('Ian Bremmer');
  await filter.fill('zzz');
  await expect(page.getByText('No row contains “zzz”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all rows' }).click();
  await expect(rows(page)).toHaveCount(STORY.relations.length);

  await page.locator('tr[data-row="r-xi-china"] button').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(rows(page).last().getByRole('button')).toBeFocused();
  await page.locator('tr[data-row="r-xi-china"] button').focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/^Xi Jinping is leader of China/);
  await expect(page.locator('tr[data-row="r-xi-china"] [aria-current="true"]')).toBeVisible();
  await page.locator('tr[data-row="r-russia-ukraine"] button').click({ modifiers: ['ControlOrMeta'] });
  await expect(heading(page)).toHaveText('2 things selected');
  await expect(details(page).getByRole('listitem')).toHaveCount(2);

  await page.getByRole('tab', { name: 'Graph' }).click();
  const tesla = await findBox(page, 'tesla');
  const faded = await lookAt(page, tesla);
  await page.keyboard.press('Escape');
  await expectChanged(page, tesla, faded);
});
