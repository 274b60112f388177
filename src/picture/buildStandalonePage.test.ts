// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { parseDataset } from '../model/parseDataset.ts';
import type { DatasetFile } from '../model/records.ts';
import { HOME } from '../model/view.ts';
import { cutScene } from '../scene/buildScene.ts';
import { buildStandalonePage } from './buildStandalonePage.ts';
import { claim, claimBy, entity, relation, tinyDataset } from './pictureFixture.ts';
import { STORY_FILE, sceneInRows, standaloneInput } from './standaloneFixture.ts';

const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');
const pageOf = (...args: Parameters<typeof standaloneInput>): Document =>
  parse(buildStandalonePage(standaloneInput(...args)));
const textOf = (element: Element | null | undefined): string => element?.textContent ?? '';

describe('buildStandalonePage', () => {
  const page = pageOf(STORY_FILE);
  const dataset = buildDataset(STORY_FILE);

  it('tells every entity, relation, claim and source in words, each once and under an address of its own', () => {
    const count = (selector: string): number => page.querySelectorAll(selector).length;
    expect(count('article.entity')).toBe(dataset.entities.size);
    expect(count('article.relation')).toBe(dataset.relations.size);
    expect(count('article.source')).toBe(dataset.sources.size);
    for (const { claim: each } of dataset.claims.values()) expect(textOf(page.body)).toContain(each.text);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads from every shape, line and line of words to something on the page', () => {
    const links = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '');
    const ties: { anchor: string }[] = JSON.parse(textOf(page.getElementById('sayso-page'))).ties;
    const known = new Set(ties.map(({ anchor }) => anchor));
    expect(links.filter((link) => !page.getElementById(link) && !known.has(link))).toEqual([]);
    expect(page.querySelectorAll('svg a[href^="#e."]')).toHaveLength(dataset.entities.size);
  });

  it('shows a denial wherever its relation shows: in the picture, in its article, at both ends, in the description', () => {
    const disputed = [...page.querySelectorAll('article.relation')].filter((each) => each.querySelector('.dispute'));
    expect(disputed.length).toBeGreaterThan(2);
    for (const article of disputed) {
      const links = [...page.querySelectorAll(`.lines a[href="#${article.id}"]`)];
      const listed = links.filter((link) => link.closest('article.entity'));
      expect(listed.length).toBeGreaterThan(0);
      for (const link of listed) expect(textOf(link.closest('li')?.querySelector('.dispute'))).toMatch(/≠ disputed/);
    }
    expect(textOf(page.getElementById('graph-words'))).toMatch(/Disputed: .*denied by Donald Trump/);
    expect(page.querySelector('#graph .sy-disputed')).not.toBeNull();
  });

  it('carries the data of its part, which opens, and no private notes', () => {
    const part = cutScene(sceneInRows(dataset), new Set(['musk', 'putin']));
    const cut = pageOf({ ...STORY_FILE, notes: 'Ask again on Monday.' }, { scene: part, scope: 'Two men' });
    const file = JSON.parse(textOf(cut.getElementById('sayso-dataset'))) as DatasetFile;
    expect(parseDataset(file).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(file.relations.map(({ id }) => id)).toEqual(part.edges.flatMap(({ relations }) => relations));
    expect(cut.documentElement.outerHTML).not.toContain('Monday');
    expect(textOf(cut.querySelector('.scope'))).toBe('Two men');
    expect(cut.querySelectorAll('article.entity')).toHaveLength(2);
  });

  it('says under which clock and filters it was frozen, and tells nothing that was not public then', () => {
    const view = { ...HOME, asOf: 19_000, filters: { ...HOME.filters, modalities: ['reported' as const] } };
    const frozen = pageOf(STORY_FILE, { view, scene: sceneInRows(dataset, view) });
    expect(textOf(frozen.querySelector('.clocks'))).toBe('As published by 8 January 2022');
    expect(textOf(frozen.querySelector('.in-force'))).toMatch(
      /Filters: modality only reported.* 0 of 36 relations shown/,
    );
    expect(frozen.querySelector('.standfirst')).toBeNull();
    expect(frozen.querySelectorAll('article.relation')).toHaveLength(0);
  });

  it('takes text from data as text and links out only to safe addresses', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'\n&\u202e';
    const { file } = tinyDataset(
      [entity('"><b>', 'Person', hostile, { aliases: [hostile] }), entity('b', 'Company', 'B & <i>Co</i>')],
      [
        relation('r"1', 'leads', '"><b>', 'b', [
          claim('c', { text: hostile }),
          claimBy('d', 'b', { stance: 'denies' }),
        ]),
      ],
    );
    const sources = file.sources.map((source) => ({
      ...source,
      url: 'javascript:alert(1)',
      archivedUrl: 'https://a.example/x',
    }));
    const text = buildStandalonePage(standaloneInput({ ...file, title: hostile, sources }));
    const parsed = parse(text);
    expect(parsed.querySelectorAll('img, b, i, [onerror], [style]')).toHaveLength(0);
    const out = [...parsed.querySelectorAll('a[target]')].map((link) => link.getAttribute('href'));
    expect(out).toEqual(['https://a.example/x']);
    expect(textOf(parsed.querySelector('h1'))).toContain('<img src=x');
  });

  it('stands for nothing drawn as well', () => {
    const empty = pageOf(tinyDataset([], []).file);
    expect(empty.querySelector('#graph')).not.toBeNull();
    expect(empty.querySelectorAll('article')).toHaveLength(0);
  });

  it('repaints every colour of the picture in the page’s theme', () => {
    const style = textOf(page.querySelector('style'));
    const painted = [...page.querySelectorAll('#graph :is([fill], [stroke])')];
    const unruled = painted.filter(
      (element) =>
        !['none', null].includes(element.getAttribute('fill') ?? element.getAttribute('stroke')) &&
        ![...element.classList].some((name) => style.includes(`.${name}`)),
    );
    expect(unruled.map((element) => element.outerHTML)).toEqual([]);
  });
});

describe('a story in the page', () => {
  const dataset = buildDataset(STORY_FILE);
  const focused = { ...HOME, focus: { ids: [...dataset.entities.keys()].slice(0, 1), hops: 1 } };
  const asOf = { ...HOME, asOf: 19_000 };
  const step = {
    title: null,
    caption: 'A <b>caption</b>',
    selection: ['r-musk-putin-contact'],
    show: ['musk', 'putin'],
  };
  const story = {
    title: 'Told',
    steps: [
      { ...step, view: HOME, scene: sceneInRows(dataset) },
      { ...step, view: focused, scene: sceneInRows(dataset, focused), show: null },
      { ...step, view: asOf, scene: sceneInRows(dataset, asOf) },
    ],
  };
  const page = pageOf(STORY_FILE, { story });
  const { steps } = JSON.parse(textOf(page.getElementById('sayso-page')));

  it('is a list of captions where no script runs', () => {
    expect([...page.querySelectorAll('#story li .caption')].map(textOf)).toEqual(Array(3).fill('A <b>caption</b>'));
    expect(textOf(page.querySelectorAll('#story li')[2])).toContain('As published by 8 January 2022');
  });

  it('changes nothing for a step that shows the page’s own picture, and frames what it is about', () => {
    expect(steps[0]).toMatchObject({
      gone: [],
      drawn: [],
      read: ['r.r-musk-putin-contact'],
      selection: ['["musk","putin"]'],
    });
    expect(steps[0].frame.width).toBeLessThan(sceneInRows(dataset).bounds.width);
  });

  it('takes away what a step does not show, and draws anew what it shows otherwise', () => {
    expect(steps[1].gone).toContainEqual({ layer: 'sy-entities', id: 'ukraine' });
    expect(steps[1].nodes.length).toBeLessThan(dataset.entities.size);
    expect(steps[2].gone.length).toBeGreaterThan(20);
  });
});
