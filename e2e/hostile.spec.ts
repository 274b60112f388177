import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { listenForFaults } from './listenForFaults.ts';
import { details, heading, openSite, STORY } from './site.ts';

const SHARED = process.env['SAYSO_SHARED'] ?? fileURLToPath(new URL('../../shared', import.meta.url));
const CORPUS = join(SHARED, 'corpus');
const FILES = existsSync(CORPUS)
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.startsWith('11-hostile/') || /invalid[^/]*$/.test(path))
      .toSorted()
  : [];

/** What the report must own up to; files that are not named here lose nothing. */
const LOSSES: ReadonlyMap<string, readonly string[]> = new Map([
  ['igraph-invalid2.graphml', ['nothing-found']],
  ['bigint-ids.cx2', ['count-differs']],
  ['broken-quotes.csv', ['quote-not-closed', 'row-without-ends']],
  ['compound-cycle.cyjs', ['parent-cycle', 'own-parent', 'dangling-end', 'id-repeated']],
  ['dates-odd.csv', ['date-not-understood', 'dates-reversed']],
  ['dup-ids-edges.csv', ['missing-end']],
  ['dup-ids-nodes.csv', ['id-repeated']],
  ['ftm-odd.ndjson', ['record-skipped', 'missing-end', 'dangling-end']],
  ['nan-infinity.json', ['not-a-number']],
  ['nan-positions.gexf', ['position-unusable']],
]);
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['igraph-invalid1-latin1bytes.graphml', 'not-xml'],
  ['duplicate-node-ids.invalid.cx2', 'invalid'],
  ['invalid-edge-reference.invalid.cx2', 'invalid'],
  ['missing-status.invalid.cx2', 'invalid'],
  ['not-array.invalid.cx2', 'unknown-format'],
  ['truncated.invalid.cx2', 'not-json'],
  ['billion-laughs.graphml', 'doctype'],
  ['deep-nested-graphs-3000.graphml', 'too-deep'],
  ['empty.json', 'empty-file'],
  ['html-error-page.graphml', 'html-page'],
  ['only-bom.csv', 'empty-file'],
  ['xxe-external-entity.gexf', 'doctype'],
]);

interface Outcome {
  readonly refused: { readonly code: string; readonly message: string } | null;
  /** Codes of what was lost, doubtful or not as meant. */
  readonly losses: readonly string[];
  readonly isUnchanged: boolean;
  readonly isEmpty: boolean;
}

function openBytes(page: Page, name: string, bytes: Buffer): Promise<Outcome> {
  return page.evaluate(
    async ([fileName, base64]) => {
      const sayso = window.sayso!;
      const before = JSON.stringify(sayso.dataset());
      const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      let refused: Outcome['refused'] = null;
      let losses: string[] = [];
      try {
        const { issues } = await sayso.open(new File([content], fileName));
        losses = issues.flatMap(({ severity, code }) => (severity === 'note' ? [] : [code]));
      } catch (error) {
        const { code, message } = error as { readonly code: string; readonly message: string };
        refused = { code, message };
      }
      const isEmpty = sayso.dataset().entities.length === 0;
      return { refused, losses, isUnchanged: JSON.stringify(sayso.dataset()) === before, isEmpty };
    },
    [name, bytes.toString('base64')] as const,
  );
}

/** Where the links that are on the page lead, but for those that stay in it. */
async function expectTameLinks(page: Page, where: string): Promise<void> {
  const schemes = await page
    .locator('a')
    .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).protocol))]);
  for (const scheme of schemes) expect(['http:', 'https:', 'mailto:'], where).toContain(scheme);
}

async function visitRoom(page: Page, name: 'Table' | 'Sources' | 'Graph', file: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tabpanel', { name })).toBeVisible();
  await expectTameLinks(page, `${file}, ${name}`);
}

/** Every room answers a click, and none of them links to a script. */
async function visitRooms(page: Page, file: string): Promise<void> {
  const ids = await page.evaluate(() => {
    const { nodes, edges } = window.sayso!.scene();
    return [...nodes.slice(0, 1).map(({ id }) => id as string), ...edges.slice(0, 1).map(({ relations: [id] }) => id!)];
  });
  for (const id of ids) {
    await page.evaluate((each) => window.sayso!.select(each), id);
    await expect(heading(page)).not.toHaveText('About this story');
    await expectTameLinks(page, `${file}, details of ${id}`);
  }
  const hasSources = await page.evaluate(() => window.sayso!.dataset().sources.length > 0);
  for (const name of ['Table', ...(hasSources ? (['Sources'] as const) : []), 'Graph'] as const) {
    await visitRoom(page, name, file);
  }
}

const alert = (page: Page): Locator => page.getByRole('alert');

async function expectRefusal(page: Page, { refused, isUnchanged }: Outcome): Promise<void> {
  expect(refused!.message, 'one sentence: what, where, what to do').toMatch(/^[A-Z](?!.*[.!?] [A-Z]).+; .+\.$/);
  expect(isUnchanged, 'what was open is as it was').toBe(true);
  await expect(alert(page)).toContainText(refused!.message);
  await expect(alert(page)).toContainText('was open before is still there');
  await alert(page).getByRole('button', { name: 'Close' }).click();
  await expect(alert(page)).toHaveCount(0);
}

/** What was lost is said on the page itself, and can be read. */
async function expectReported(page: Page, { losses }: Outcome): Promise<void> {
  const notice = page.getByRole('region', { name: 'What was understood' });
  if (losses.length === 0) return;
  await expect(notice).toContainText(/things? to look at/);
  await notice.getByRole('button', { name: 'What was understood' }).click();
  const report = page.getByRole('dialog', { name: 'What was understood' });
  await expect(report).toContainText('Lost, doubtful or not as it was meant');
  await page.keyboard.press('Escape');
  await expect(report).toHaveCount(0);
}

// In two, for two workers.
for (const half of [0, 1]) {
  test(`hostile and broken files are refused with a sentence or read with their losses told, and do nothing else, part ${half + 1}`, async ({
    page,
    baseURL,
  }) => {
    test.skip(FILES.length === 0, `No corpus at ${CORPUS}: hostile files were not tried.`);
    test.slow();
    const { bad, requests } = await listenForFaults(page);
    await openSite(page);
    for (const path of FILES.filter((_, i) => i % 2 === half)) {
      await test.step(path, async () => {
        const name = basename(path);
        const outcome = await openBytes(page, name, readFileSync(join(CORPUS, path)));
        expect(outcome.refused?.code ?? null).toBe(REFUSED.get(name) ?? null);
        if (outcome.refused) {
          await expectRefusal(page, outcome);
          await visitRoom(page, 'Table', name);
          await visitRoom(page, 'Graph', name);
        } else {
          expect([...new Set(outcome.losses)]).toEqual(expect.arrayContaining([...(LOSSES.get(name) ?? [])]));
          expect(outcome.losses.length > 0).toBe(LOSSES.has(name));
          await expectReported(page, outcome);
          await visitRooms(page, name);
        }
        // So that the next has something to leave as it was.
        if (outcome.isEmpty) await page.evaluate((file) => window.sayso!.open(file), STORY);
      });
    }
    expect(await page.evaluate(() => [Reflect.get(window, '__pwned'), Reflect.get({}, 'polluted')])).toEqual([
      undefined,
      undefined,
    ]);
    expect(requests.filter((url) => !url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url))).toEqual([]);
    expect(bad).toEqual([]);
    // After all that, the page still opens and reads what is well.
    await page.evaluate((file) => window.sayso!.open(file), STORY);
    await page.evaluate(() => window.sayso!.select('r-trump-putin-ties'));
    await expect(details(page)).toContainText('denied by Donald Trump');
  });
}

test('prototype keys, markup and endless names arrive as what they are: text', async ({ page }) => {
  test.skip(FILES.length === 0, `No corpus at ${CORPUS}: hostile files were not tried.`);
  await openSite(page);
  const opened = async (name: string): Promise<(readonly [string, string])[]> => {
    await openBytes(page, name, readFileSync(join(CORPUS, '11-hostile', name)));
    return page.evaluate(() => window.sayso!.dataset().entities.map(({ id, name: said }) => [id, said] as const));
  };
  expect((await opened('proto-keys.graphology.json')).map(([id]) => id)).toEqual(
    expect.arrayContaining(['__proto__', 'constructor', 'toString']),
  );
  expect((await opened('script-labels.graphml')).map(([, name]) => name)).toEqual([
    '<script>window.__pwned=1</script>',
    '<img src=x onerror="window.__pwned=1">',
    '"><b>bold</b>',
  ]);
  const [first] = await page.evaluate(() => window.sayso!.dataset().entities);
  await page.evaluate((id) => window.sayso!.select(id), first!.id);
  await expect(details(page)).toContainText('javascript:window.__pwned=1');
  await expectTameLinks(page, 'an address that is a script');
  await page.getByRole('tab', { name: 'Table' }).click();
  await expect(page.getByRole('table')).toContainText('<img src=x onerror="window.__pwned=1">');
  const names = (await opened('one-megabyte-label.ftm.json')).map(([, name]) => name.length);
  // Shown shortened, kept whole.
  expect(Math.max(...names)).toBeLessThan(1000);
  expect(await page.evaluate(() => JSON.stringify(window.sayso!.dataset()).length)).toBeGreaterThan(1_000_000);
  expect(await page.evaluate(() => document.body.innerText.length)).toBeLessThan(10_000);
});
