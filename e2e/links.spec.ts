import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import type { ViewChange } from '../src/model/viewFile.ts';
import { clickEntity, details, heading, openSite, readScene, STORY } from './site.ts';

interface Golden {
  readonly fragment: string;
  readonly selection: readonly string[];
  readonly focus: { readonly ids: readonly string[]; readonly hops: number } | null;
  readonly tab: 'graph' | 'table' | 'sources' | 'timeline';
  /** What of the view is not as it opens, as `window.sayso.view()` says it. */
  readonly view?: ViewChange;
  readonly cameraAt?: object;
  readonly question?: object;
  readonly voice?: string;
  /** Where a link carries places: only in one for other data. */
  readonly places?: readonly object[];
  /** The step of a story that it leads to. */
  readonly told?: object;
}

/** Links as version 1 wrote them: added to, never edited, since they stand in articles. */
const ALL_LINKS: readonly Golden[] = JSON.parse(
  readFileSync(new URL('./fixtures/links-v1.json', import.meta.url), 'utf8'),
);
// Links to steps of a story are opened in stories.spec.
const LINKS = ALL_LINKS.filter(({ places, told }) => !places && !told);

const HOME = {
  asOf: null,
  held: null,
  keepUnrelated: false,
  expanded: [],
  collapsed: [],
  added: [],
  hidden: [],
  pinned: [],
  moved: [],
  arrangement: 'usual',
  callouts: [],
};
const NO_FILTERS = {
  kinds: null,
  groups: null,
  types: null,
  standings: null,
  modalities: null,
  stances: null,
  sources: null,
  publishers: null,
  speakers: null,
  minOrigins: 0,
  dispute: null,
  dated: null,
  text: '',
};

const ALL = STORY.entities.map(({ id }) => id as string);

function neighbourhood({ ids, hops }: NonNullable<Golden['focus']>): string[] {
  let reached = new Set<string>(ids);
  for (let hop = 0; hop < hops; hop += 1) {
    const ends = STORY.relations.filter(({ from, to }) => reached.has(from) || reached.has(to));
    reached = new Set([...reached, ...ends.flatMap(({ from, to }): string[] => [from, to])]);
  }
  return [...reached].toSorted();
}

/** What the heading of the details says for a selection. */
function headingFor(selection: readonly string[]): RegExp {
  const [id] = selection;
  if (id === undefined) return /^About this story$/;
  if (selection.length > 1) return new RegExp(`^${selection.length} (entities|things) selected$`);
  const relation = STORY.relations.find((each) => each.id === id);
  const type = STORY.relationTypes.find((each) => each.id === relation?.type);
  if (type) return new RegExp(type.forward.full);
  const record = STORY.entities.find((each) => each.id === id) ?? STORY.sources.find((each) => each.id === id);
  if (record) return new RegExp(`^${'name' in record ? record.name : record.label}$`);
  return /^Between .+ and .+$/;
}

/** What the page says its view is, and where its moved entities are drawn. */
async function expectView(page: Page, { focus, view = {} }: Golden): Promise<void> {
  const said = () =>
    page.evaluate(() => {
      const { shown: _, ...rest } = window.sayso!.view();
      return rest;
    });
  const filters = { ...NO_FILTERS, ...view.filters };
  await expect.poll(said).toEqual({ ...HOME, ...view, filters, focus });
  const { nodes } = await readScene(page);
  for (const { id, x, y } of view.moved ?? []) {
    const node = nodes.find((each) => each.id === id);
    if (node) expect([node.x, node.y]).toEqual([x, y]);
  }
}

async function expectOpened(page: Page, link: Golden): Promise<void> {
  const { selection, focus, tab, view } = link;
  await expectView(page, link);
  await expect(page.getByRole('tab', { selected: true })).toHaveText(new RegExp(tab, 'i'));
  await expect(page.getByRole('alert')).toHaveCount(0);
  // A question or a voice is read in place of what is selected.
  if (link.question || link.voice || view) return;
  await expect(heading(page)).toHaveText(headingFor(selection));
  if (selection.length > 1) {
    for (const id of selection) {
      await expect(details(page).locator(`li a[href="#v1&s=${id}"]`).first()).toBeAttached();
    }
  }
  const shown = focus ? neighbourhood(focus) : ALL.toSorted();
  await expect.poll(async () => (await readScene(page)).nodes.map(({ id }) => id as string).toSorted()).toEqual(shown);
}

test('links of version 1 open what they opened when they were written', async ({ page }) => {
  test.slow();
  expect(LINKS.length).toBeGreaterThanOrEqual(15);
  // The rest of them open in a page that is open already, below: a page load each costs a second.
  for (const link of LINKS.filter((_, i) => i % 3 === 0)) {
    await test.step(link.fragment, async () => {
      await page.goto('about:blank');
      await page.goto(`./${link.fragment}`, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => window.sayso !== undefined);
      await expectOpened(page, link);
    });
  }
});

test('the same links open in a page that is open already, and Back leads through them', async ({ page }) => {
  test.slow();
  await openSite(page);
  const links = LINKS.filter(({ fragment }) => fragment.length > 3);
  for (const link of links) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link.fragment);
    await expectOpened(page, link);
  }
  for (const link of links.toReversed().slice(1)) {
    await page.goBack();
    await expectOpened(page, link);
  }
});

test('what is done on the page is in its address, and the address opens the same elsewhere', async ({
  page,
  context,
}) => {
  await openSite(page);
  await clickEntity(page, 'spacex');
  await details(page).getByRole('button', { name: 'Show only what is around this, 1 step' }).click();
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page).toHaveURL(/#v1&s=spacex&f=1:spacex&t=table$/);
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await elsewhere.waitForFunction(() => window.sayso !== undefined);
  await expectOpened(elsewhere, {
    fragment: '',
    selection: ['spacex'],
    focus: { ids: ['spacex'], hops: 1 },
    tab: 'table',
  });
});

/** Packed as anybody could pack it, without our dictionary. */
const pack = (text: string): string => deflateRawSync(text, { level: 9 }).toString('base64url');

const BROKEN = [
  { fragment: '#v1&s=%E0%A4%A', sentence: /link cannot be read/i },
  { fragment: '#v1&s=musk&f=1:%', sentence: /link cannot be read/i },
  { fragment: '#v9&s=musk', sentence: /link cannot be read/i },
  { fragment: `#v1&s=${'musk,'.repeat(5000)}`, sentence: /link cannot be read/i },
  { fragment: '#v1&s=nobody-we-know', sentence: /nobody-we-know/ },
  { fragment: '#v1&s=__proto__,constructor', sentence: /__proto__/ },
  { fragment: '#v1&f=1:toString', sentence: /toString/ },
  {
    fragment: `#v1&s=${encodeURIComponent('<img src=x onerror="window.__pwned=1">')}`,
    sentence: /<img src=x onerror=/,
  },
  { fragment: '#v1&s=javascript:window.__pwned=1', sentence: /javascript:/ },
  { fragment: '#v1&z=AAAA', sentence: /link cannot be read/i },
  { fragment: '#v1&s=musk&z=%00<script>', sentence: /link cannot be read/i },
  { fragment: `#v1&z=${pack('{"h":[19000,18000]}')}`, sentence: /link cannot be read/i },
  { fragment: `#v1&z=${pack('{"m":["musk",1e999,0]}')}`, sentence: /link cannot be read/i },
  { fragment: `#v1&z=${pack('{"f":{"k":{"__proto__":{"polluted":1}}}}')}`, sentence: /link cannot be read/i },
  { fragment: `#v1&z=${pack('['.repeat(90_000))}`, sentence: /link cannot be read/i },
  { fragment: `#v1&z=${pack('0'.repeat(12_000_000))}`, sentence: /link cannot be read/i },
  { fragment: `#v1&z=${pack('{"i":["nobody-at-all"]}')}`, sentence: /1 of 1 thing/ },
] as const;

test('broken and hostile links are refused with a sentence, and the page stays usable', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  for (const [i, { fragment, sentence }] of BROKEN.entries()) {
    await test.step(fragment.slice(0, 40), async () => {
      // Every third is a page load of its own; the others come to a page that is open.
      if (i % 3 === 0) await page.goto('about:blank');
      await page.goto(`./${fragment}`);
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expect(page.getByRole('alert')).toContainText(/\.\s/);
      await expect(heading(page)).toHaveText('About this story');
      expect((await readScene(page)).nodes).toHaveLength(ALL.length);
    });
  }
  expect(await page.evaluate(() => [Reflect.get(window, '__pwned'), Reflect.get({}, 'polluted')])).toEqual([
    undefined,
    undefined,
  ]);
  expect(errors).toEqual([]);
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await clickEntity(page, 'tesla');
  await expect(heading(page)).toHaveText('Tesla');
});

test('ten million letters are refused with a sentence', async ({ page }) => {
  await openSite(page, '#v1&s=musk');
  await page.evaluate(() => {
    location.hash = `#v1&s=${'a'.repeat(10_000_000)}`;
  });
  await expect(page.getByRole('alert')).toContainText(/link cannot be read/i);
  await expect(heading(page)).toHaveText('About this story');
  expect((await readScene(page)).nodes).toHaveLength(ALL.length);
});
