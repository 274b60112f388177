import { expect, test } from '@playwright/test';
import { sampleEntity, sampleFile } from '../src/model/sampleFixture.ts';
import { details, heading, openSite, readScene, STORY } from './site.ts';

test('a hosting page reads, selects, focuses, searches and listens by script', async ({ page }) => {
  await openSite(page);
  expect(await page.evaluate(() => window.sayso!.dataset())).toEqual(STORY);
  await page.evaluate(() => {
    Reflect.set(window.sayso!.dataset(), 'title', 'Changed');
  });
  expect(await page.evaluate(() => window.sayso!.dataset().title)).toBe(STORY.title);

  const { nodes, edges, hidden } = await readScene(page);
  expect(nodes.map(({ id, label }) => [id, label])).toEqual(STORY.entities.map(({ id, name }) => [id, name]));
  expect(edges.flatMap(({ relations }) => relations).toSorted()).toEqual(
    STORY.relations.map(({ id }) => id).toSorted(),
  );
  const sale = edges.find(({ relations }) => relations.some((id) => (id as string) === 'r-musk-sold-russia'));
  expect(sale!.standing).toMatchObject({ word: 'alleged', disputed: true, deniedBy: [{ entity: 'musk' }] });
  const tie = edges.find(({ relations }) => relations.length > 1)!;
  expect(tie.standing).toHaveLength(tie.relations.length);
  expect(hidden).toMatchObject({ entities: 0, relations: 0 });

  const heard = await page.evaluate(async () => {
    const selections: string[][] = [];
    const stop = window.sayso!.on('selected', (ids) => selections.push([...ids]));
    window.sayso!.select(['tesla', 'nobody']);
    window.sayso!.select(null);
    stop();
    window.sayso!.select('xi');
    return selections;
  });
  expect(heard).toEqual([['tesla'], []]);
  await expect(heading(page)).toHaveText('Xi Jinping');

  await page.evaluate(() => window.sayso!.focus('xi', 0));
  expect((await readScene(page)).nodes.map(({ id }) => id as string)).toEqual(['xi']);
  await page.evaluate(() => window.sayso!.focus(null));
  expect((await readScene(page)).nodes).toHaveLength(STORY.entities.length);
  const [first] = await page.evaluate(() => window.sayso!.search('wsj', 3));
  expect(first).toMatchObject({ type: 'entity', id: 'wsj', label: 'The Wall Street Journal', matched: 'WSJ' });
});

test('a dataset is opened as a file or as an object, with a report; a cancelled one leaves everything', async ({
  page,
}) => {
  await openSite(page);
  const small = sampleFile([sampleEntity('a', { name: 'Ada' }), sampleEntity('b', { name: 'Ben' })], [], {
    id: 'small',
  });
  const cancelled = await page.evaluate(async (file) => {
    const stopping = new AbortController();
    const opening = window.sayso!.open(file, { signal: stopping.signal });
    stopping.abort();
    return opening.then(
      () => 'opened',
      (error: unknown) => Reflect.get(Object(error), 'code') as string,
    );
  }, small);
  expect(cancelled).toBe('cancelled');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await readScene(page)).nodes).toHaveLength(STORY.entities.length);

  const [report, heard] = await page.evaluate(async (file) => {
    const opened: unknown[] = [];
    window.sayso!.on('opened', (detail) => opened.push(detail));
    return [await window.sayso!.open(file), opened] as const;
  }, small);
  expect(report).toMatchObject({
    format: 'sayso',
    counts: { entities: 2, relations: 0, claims: 0, sources: 1 },
    issues: [],
  });
  expect(report.ms).toBeGreaterThan(0);
  expect(heard).toEqual([report]);
  expect((await readScene(page)).nodes.every(({ screen }) => screen !== null)).toBe(true);
  await expect(details(page)).toContainText('2 entities, no relations');
  const again = await page.evaluate(
    (text) => window.sayso!.open(new File([text], 'story.json')).then(({ counts }) => counts.entities),
    JSON.stringify(STORY),
  );
  expect(again).toBe(STORY.entities.length);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(STORY.title);
});
