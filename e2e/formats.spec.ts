import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Entity, Relation } from '../src/model/records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../src/model/sampleFixture.ts';
import { details, heading, openSite, readScene, STORY, UNTIL_ARRANGED } from './site.ts';

const FORMATS = ['ftm', 'graphml', 'gexf', 'cyjs', 'cx2', 'graphology', 'csv', 'sayso'] as const;
type Format = (typeof FORMATS)[number];

/** What must come back from another program's format: all but what that program wrote for itself, and empty lists. */
interface Told {
  readonly entities: readonly object[];
  readonly relations: readonly object[];
  /** By relation: what it amounts to, in the scene. */
  readonly standings: Readonly<Record<string, unknown>>;
  readonly disputed: readonly string[];
}

function strip(record: Entity | Relation): object {
  const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => key !== 'kept' && !isEmpty(value)));
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

async function readTold(page: Page): Promise<Told> {
  const { entities, relations } = await page.evaluate(() => window.sayso!.dataset());
  const { edges } = await readScene(page);
  const standings = edges.flatMap((edge) => {
    const all = Array.isArray(edge.standing) ? edge.standing : [edge.standing];
    return edge.relations.map((id, i) => [id as string, all[i]] as const);
  });
  return {
    entities: byId(entities).map(strip),
    relations: byId(relations).map(strip),
    standings: Object.fromEntries(standings),
    disputed: standings.flatMap(([id, { disputed }]) => (disputed ? [id] : [])).toSorted(),
  };
}

/** Exports what is open in every format, and keeps the files in the page. */
async function exportAll(page: Page, part: { readonly scope?: 'selection'; readonly ids?: string[] }): Promise<void> {
  await page.evaluate(
    async ([formats, asked]) => {
      const made = new Map<string, Blob>();
      for (const format of formats) made.set(format, await window.sayso!.export({ ...asked, format }));
      Object.assign(window, { made });
    },
    [FORMATS, part] as const,
  );
}

/** Opens one of them under a name that says nothing, and gives the format that was found in it. */
function openMade(page: Page, format: Format): Promise<string> {
  return page.evaluate(async (each) => {
    const { made } = window as unknown as { readonly made: ReadonlyMap<string, Blob> };
    const report = await window.sayso!.open(new File([made.get(each)!], 'from elsewhere'));
    return report.format;
  }, format);
}

const FOUND_AS: Readonly<Partial<Record<Format, string>>> = { csv: 'table' };

test('the story goes out in every format and comes back with all it says, and who denies what', async ({ page }) => {
  test.slow();
  await openSite(page);
  const before = await readTold(page);
  expect(before.disputed).toContain('r-trump-putin-ties');
  expect(before.relations).toHaveLength(STORY.relations.length);
  await exportAll(page, {});
  for (const format of FORMATS) {
    await test.step(format, async () => {
      expect(await openMade(page, format)).toBe(FOUND_AS[format] ?? format);
      expect(await readTold(page)).toEqual(before);
    });
  }
});

test('a part of the story goes out in every format, and comes back as that part', async ({ page }) => {
  test.slow();
  await openSite(page, '#v1&s=trump');
  await exportAll(page, { scope: 'selection', ids: ['trump', 'putin', 'musk', 'russia'] });
  await openMade(page, 'sayso');
  const part = await readTold(page);
  expect(part.relations.length).toBeGreaterThan(3);
  expect(part.relations.length).toBeLessThan(STORY.relations.length);
  expect(part.disputed).toContain('r-trump-putin-ties');
  for (const format of ['csv', 'ftm', 'gexf', 'cx2'] as const) {
    await test.step(format, async () => {
      await openMade(page, format);
      expect(await readTold(page)).toEqual(part);
    });
  }
});

const NAMES = 5000;
const nameOf = (i: number): string => `Person ${String(i).padStart(4, '0')}`;

/** 20,000 relations among 5,000 people, one ring through all of them among others. */
function writeLargeTable(): string {
  const rows = ['From,To,Relation,Source'];
  for (let i = 0; i < NAMES; i += 1) {
    for (const step of [1, 7, 61, 419]) {
      rows.push(
        `${nameOf(i)},${nameOf((i * (step === 1 ? 1 : 3) + step) % NAMES)},knows,https://example.org/${i % 50}`,
      );
    }
  }
  return rows.join('\n');
}

test('a large table is cancelled half-way and opened again: a part is drawn, and the rest is within reach', async ({
  page,
}) => {
  test.slow();
  await openSite(page);
  const before = await page.evaluate(() => JSON.stringify(window.sayso!.dataset()));
  // Presses the button in the middle of it, and looks how long the strip stays after that.
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      const shown = document.querySelector('.opening-progress');
      if ((shown?.querySelector('progress')?.value ?? 0) < 30) return;
      watch.disconnect();
      const pressed = performance.now();
      shown?.querySelector('button')?.click();
      const look = (): void => {
        if (document.querySelector('.opening-progress')) requestAnimationFrame(look);
        else Object.assign(window, { cancelledAfter: performance.now() - pressed });
      };
      look();
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  await page.getByRole('banner').getByRole('button', { name: 'Open', exact: true }).click();
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(writeLargeTable()) };
  await page.getByRole('dialog', { name: 'Open', exact: true }).getByLabel('Choose files').setInputFiles(file);
  const mapping = page.getByRole('dialog', { name: 'How the table is read' });
  await mapping.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForFunction(() => Reflect.has(window, 'cancelledAfter'));
  expect(await page.evaluate(() => Reflect.get(window, 'cancelledAfter') as number)).toBeLessThan(2000);
  await expect(page.locator('.page > [role="status"].unseen')).toHaveText(
    'Stopped. What was open before is still there.',
  );
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify(window.sayso!.dataset()))).toBe(before);

  const counts = await page.evaluate(
    (text) => window.sayso!.open(new File([text], 'people.csv')).then(({ counts: each }) => each),
    file.buffer.toString(),
  );
  expect(counts).toMatchObject({ entities: NAMES, relations: 4 * NAMES });
  await expectWithinReach(page);
});

/** What is not drawn is found by search, table, path and focus. */
async function expectWithinReach(page: Page): Promise<void> {
  const { nodes } = await readScene(page);
  expect(nodes.length).toBeGreaterThan(4);
  expect(nodes.length).toBeLessThan(200);
  await expect(page.getByText(`${nodes.length} of 5,000 entities are drawn`)).toBeVisible();
  const shown = new Set(nodes.map(({ label }) => label));
  const unseen = Array.from({ length: NAMES }, (_, i) => nameOf(i)).filter((name) => !shown.has(name));
  const [searched, listed, linked, focused] = unseen as [string, string, string, string];
  const isDrawn = (name: string) => async (): Promise<boolean> =>
    (await readScene(page)).nodes.some(({ label }) => label === name);
  const showEverything = page.getByRole('button', { name: 'Show everything again' });

  await page.getByRole('combobox', { name: 'Search' }).fill(searched);
  await expect(page.getByRole('option').first()).toContainText(searched);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(searched);
  await expect.poll(isDrawn(searched), { timeout: UNTIL_ARRANGED }).toBe(true);
  await showEverything.click();

  await page.getByRole('tab', { name: 'Table' }).click();
  await page.getByRole('searchbox', { name: 'Filter rows' }).fill(listed);
  await page.locator('tr[data-row] button').first().click();
  await expect(heading(page)).toContainText(listed);
  await page.getByRole('tab', { name: 'Graph' }).click();
  await expect.poll(isDrawn(listed), { timeout: UNTIL_ARRANGED }).toBe(true);
  await showEverything.click();

  const idOf = (name: string): Promise<string> =>
    page.evaluate((wanted) => window.sayso!.dataset().entities.find((each) => each.name === wanted)!.id, name);
  await page.evaluate((ids) => window.sayso!.select(ids), [nodes[0]!.id as string, await idOf(linked)]);
  await page.getByRole('application').focus();
  await page.keyboard.press('t');
  await expect(heading(page)).toContainText('connected');
  await expect(details(page)).toContainText(linked);
  await expect.poll(isDrawn(linked), { timeout: UNTIL_ARRANGED }).toBe(true);

  const id = await idOf(focused);
  await page.evaluate((each) => window.sayso!.focus(each, 1), id);
  await expect.poll(isDrawn(focused), { timeout: UNTIL_ARRANGED }).toBe(true);
}

const BOARDS = readFileSync(new URL('./fixtures/boards.csv', import.meta.url), 'utf8');

test('an address may name data that lie beside the page, and what to look at in them', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/own/boards.csv', (route) => route.fulfill({ body: BOARDS, contentType: 'text/csv' }));
  const entities = () => page.evaluate(() => window.sayso!.dataset().entities.map(({ id, name }) => ({ id, name })));

  await openSite(page, '?data=own/boards.csv');
  await expect.poll(async () => (await entities()).map(({ name }) => name)).toContain('Ann Able');
  const [ann] = (await entities()).filter(({ name }) => name === 'Ann Able');
  await openSite(page, `?data=own/boards.csv#v1&s=${encodeURIComponent(ann!.id)}`);
  await expect(heading(page)).toHaveText('Ann Able');

  const refusals: readonly (readonly [string, RegExp])[] = [
    ['?data=https://elsewhere.invalid/boards.csv', /only opened from where this page lies itself.*elsewhere\.invalid/],
    ['?data=own/gone.csv', /Nothing was found at own\/gone\.csv/],
  ];
  for (const [address, sentence] of refusals) {
    await openSite(page, address);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(sentence);
    await expect(alert.locator('p')).toHaveText(/^[A-Z](?!.*[.!?] [A-Z].*[.!?] [A-Z]).+; .+\./);
    // Nothing else takes the place of what was asked for, and one's own data can be opened.
    expect(await entities()).toEqual([]);
    await page.getByRole('banner').getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Open', exact: true })).toBeVisible();
  }
  expect(asked.filter((url) => !url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url))).toEqual([]);
});

test('what is added takes no denial away, and a list of people goes with its list of relations', async ({ page }) => {
  await openSite(page);
  const before = await readTold(page);
  // Somebody else's file about the same two: it asserts, and has never heard of a denial.
  const added = sampleFile(
    [sampleEntity('trump', { name: 'Donald Trump' }), sampleEntity('putin', { name: 'Vladimir Putin' })],
    [
      sampleRelation('r-trump-putin-ties', 'trump', 'putin', [
        sampleClaim('c-more', { modality: 'reported', attribution: [named('trump')] }),
      ]),
    ],
    { id: 'elsewhere' },
  );
  await page.evaluate(async (file) => {
    await window.sayso!.open(new File([JSON.stringify(file)], 'more.json'), { add: true });
  }, added);
  const after = await readTold(page);
  expect(after.entities).toHaveLength(before.entities.length);
  expect(after.disputed).toEqual(expect.arrayContaining([...before.disputed]));
  for (const id of before.disputed) {
    expect(after.standings[id], id).toMatchObject({
      deniedBy: (before.standings[id] as { readonly deniedBy: readonly object[] }).deniedBy,
    });
  }

  await page.getByRole('banner').getByRole('button', { name: 'Open', exact: true }).click();
  const table = (name: string, lines: readonly string[]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  });
  await page
    .getByRole('dialog', { name: 'Open', exact: true })
    .getByLabel('Choose files')
    .setInputFiles([
      table('relations.csv', ['source;target;relation', 'p1;p2;owner of', 'p3;p2;director of']),
      table('people.csv', ['id;name;type', 'p1;Ann Able;Person', 'p2;Acme Ltd;Company', 'p3;Ben Bold;Person']),
    ]);
  const mapping = page.getByRole('dialog', { name: 'How the tables are read' });
  await expect(mapping).toContainText('Ann Able');
  await mapping.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('main', { name: 'Graph' })).toBeVisible();
  await expect
    .poll(async () => {
      const { entities, relations } = await page.evaluate(() => window.sayso!.dataset());
      return [entities.map(({ name, kind }) => `${name}, ${kind}`), relations.length];
    })
    .toEqual([['Ann Able, Person', 'Acme Ltd, Company', 'Ben Bold, Person'], 2]);
});
