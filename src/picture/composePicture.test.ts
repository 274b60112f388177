// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { DataError } from '../model/dataError.ts';
import type { Dataset } from '../model/dataset.ts';
import { solveLayout } from '../model/layout.ts';
import type { Placement } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { eventOf } from '../model/standing.ts';
import { HOME } from '../model/view.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import { buildScene, cutScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import { sayRelation } from '../words/sayRelation.ts';
import { type ComposedPicture, composePicture, findGraphRoom } from './composePicture.ts';
import { embedFonts } from './embedFonts.ts';
import { gridScene } from './galleryFixture.ts';
import { PAPERS } from './paper.ts';
import { claim, disputedPair, entity, relation, sceneAt, tinyDataset } from './pictureFixture.ts';
import { expandFigures, figuresOf, listOf, parsePage, shapeBoxes, textBoxes, wordsOf } from './readPictureFixture.ts';
import type { PictureOptions } from './sheet.ts';

const ALL: PictureOptions = { title: true, legend: true, sources: true, background: 'paper' };

/** The first page, parsed. */
const firstPage = (picture: ComposedPicture): Document => parsePage(picture.pages[0]?.svg ?? '');
/** Everything that is written on all pages. */
const wordsOn = ({ pages }: ComposedPicture): string =>
  pages.map(({ svg }) => wordsOf(parsePage(svg).documentElement)).join(' ');

let dataset: Dataset;
let scene: Scene;

beforeAll(() => {
  dataset = buildDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')));
  const problem = buildProblem(dataset, new Set(dataset.entities.keys()));
  const placement = solveLayout(problem, { iterations: 3000 });
  scene = buildScene(dataset, HOME, placement);
});

const PAIR_PLACES: Placement = {
  nodes: new Map([
    ['ann', { x: 0, y: 0, side: 'below' }],
    ['bob', { x: 220, y: 0, side: 'right' }],
  ]),
  ties: new Map(),
};

describe('the picture of the bundled story', () => {
  it('has every label, as text', () => {
    const parsed = firstPage(composePicture(dataset, scene, ALL));
    const names = [...parsed.querySelectorAll('[id^="entity."] > text')].map((text) =>
      wordsOf(text).replace(/ \d+/, ''),
    );
    expect(names).toEqual(
      scene.nodes.map(({ label, standing }) => (standing?.disputed ? `${label} ≠ disputed` : label)),
    );
    const wordings = [...parsed.querySelectorAll('[id^="tie."] > text')];
    expect(wordings).toHaveLength(scene.edges.length);
  });

  it('numbers each relation and event once, in picture and list alike', () => {
    const picture = composePicture(dataset, scene, ALL);
    const [list, figures] = [listOf(picture), figuresOf(picture)];
    const drawn = [...figures.values()].flatMap(expandFigures);
    expect(drawn.toSorted()).toEqual([...list.keys()].toSorted());
    expect(new Set(drawn).size).toBe(drawn.length);
    const events = scene.nodes.filter(({ standing }) => standing).length;
    expect(drawn).toHaveLength(dataset.relations.size + events);
    for (const edge of scene.edges) {
      const said = expandFigures(figures.get(edge.id) ?? '').map((number) => list.get(number) ?? '');
      edge.relations.forEach((id, i) => expect(said[i]).toContain(sayRelation(dataset, dataset.relations.get(id)!)));
    }
  });

  it.each(['free', 'a4', 'a3-landscape'] as const)(
    'names everybody who denies or limits on %s: at the number, in the description, at the line',
    (paper) => {
      const picture = composePicture(dataset, scene, { ...ALL, paper });
      const parsed = firstPage(picture);
      const { long, short } = picture.alternative;
      const [list, figures] = [listOf(picture), figuresOf(picture)];
      let denials = 0;
      for (const { claim: said, relation: id } of dataset.claims.values()) {
        if (!id || (said.stance !== 'denies' && said.stance !== 'limits')) continue;
        denials += 1;
        const denied = dataset.relations.get(id)!;
        const edge = scene.edges.find(({ relations }) => relations.includes(id))!;
        const number = expandFigures(figures.get(edge.id) ?? '')[edge.relations.indexOf(id)] ?? '';
        const who = dataset.entities.get(said.attribution[0]?.entity ?? ('' as never))?.name ?? '';
        const by = `${said.stance === 'denies' ? 'denied' : 'limited'} by ${who}`;
        expect(list.get(number)).toContain(by);
        for (const words of [long, short]) {
          expect(words).toContain(`${sayRelation(dataset, denied)}: `);
          expect(words).toContain(by);
        }
        const group = [...parsed.querySelectorAll('[id^="tie."]:not([id$=".line"])')].find(
          (one) => one.getAttribute('data-id') === edge.id,
        )!;
        expect(wordsOf(group)).toContain('≠');
        expect(group.querySelector('title')?.textContent).toContain(by);
        expect(group.getAttribute('data-disputed')?.split(' ')).toContain(id);
      }
      expect(parsed.querySelector('desc')?.textContent).toBe(long);
      expect(parsed.querySelector('title')?.textContent).toBe(short);
      expect(denials).toBeGreaterThanOrEqual(3);
    },
  );

  it('says for each relation where it is found, and what our copy does not state', () => {
    const picture = composePicture(dataset, scene, ALL);
    for (const item of listOf(picture).values()) expect(item).toMatch(/, paragraphs? \d/);
    const words = wordsOn(picture);
    expect(words).toContain('title not stated in our copy');
    expect(words).toContain('Data of 23 November 2026');
    expect(words).toContain('Made with Sayso');
    expect(dataset.relations.size).toBe(
      [...dataset.relations.values()].filter((one) => one.claims.length > 0 || eventOf(dataset, one)).length,
    );
  });

  it('keeps everything inside, with bare background around it', () => {
    for (const part of [scene, cutScene(scene, new Set(['musk', 'putin', 'wsj'])), cutScene(scene, new Set(['x']))]) {
      const [page] = composePicture(dataset, part, ALL).pages;
      const parsed = parsePage(page?.svg ?? '');
      for (const { left, right, top, bottom, what } of [...textBoxes(parsed), ...shapeBoxes(parsed).rects]) {
        expect(left, what).toBeGreaterThanOrEqual(16);
        expect(right, what).toBeLessThanOrEqual((page?.width ?? 0) - 16);
        expect(top, what).toBeGreaterThanOrEqual(16);
        expect(bottom, what).toBeLessThanOrEqual((page?.height ?? 0) - 16);
      }
      expect(parsed.documentElement.getAttribute('viewBox')).toBe(`0 0 ${page?.width} ${page?.height}`);
    }
  });

  it('shows in its legend only what it shows', () => {
    const part = wordsOn(composePicture(dataset, cutScene(scene, new Set(['putin', 'russia'])), ALL));
    expect(part).toContain('public body');
    expect(part).not.toMatch(/rumoured|several relations|somebody denies/);
    expect(part).toContain('Shows 2 of 22 entities and 1 of 36 relations');
    expect(wordsOn(composePicture(dataset, scene, ALL))).toMatch(/somebody denies or limits it/);
    expect(wordsOn(composePicture(dataset, scene, { ...ALL, legend: false }))).not.toMatch(
      /somebody denies or limits it/,
    );
  });

  it('has the size of its paper on every page, each of which says which it is', () => {
    for (const paper of ['a4', 'a4-landscape', 'a3', 'wide'] as const) {
      const { pages } = composePicture(dataset, scene, { ...ALL, paper });
      expect(pages.length, paper).toBeGreaterThan(1);
      expect(new Set(pages.map(({ width, height }) => `${width} × ${height}`)).size).toBe(1);
      pages.slice(1).forEach(({ svg }, i) => {
        const words = wordsOf(parsePage(svg).documentElement);
        expect(words).toContain(`page ${i + 2} of ${pages.length}`);
        expect(words).toContain(dataset.file.title);
        expect(words).toContain('Data of 23 November 2026');
      });
      expect(wordsOf(firstPage({ pages, alternative: { short: '', long: '' }, least: 0 }).documentElement)).toMatch(
        /Who says so, and who denies it: pages? 2.*\. Disputed: \d+, \d+ and \d+\./,
      );
    }
  });

  it('refuses a paper on which it could not be read, and offers one that works', () => {
    expect(() => composePicture(dataset, scene, { ...ALL, paper: 'square' })).toThrow(DataError);
    for (const paper of PAPERS) {
      try {
        composePicture(dataset, scene, { ...ALL, paper });
      } catch (error) {
        const { params } = error as DataError;
        expect(params['would']).toBeLessThan(Number(params['least']));
        expect(() => composePicture(dataset, scene, { ...ALL, paper: params['offer'] as 'free' })).not.toThrow();
      }
    }
  });

  it('is the same each time', () => {
    expect(composePicture(dataset, scene, ALL)).toEqual(composePicture(dataset, scene, ALL));
  });
});

describe('composePicture', () => {
  it('lists who denies what even without the numbered sources', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const picture = composePicture(pair, drawn, { ...ALL, sources: false });
    expect(figuresOf(picture).size).toBe(0);
    expect([...listOf(picture)]).toEqual([
      [
        '≠',
        'Ann Lee has ties with Bob Ray: rumoured · origin unknown denied by Bob Ray The Daily, 3 May 2024, paragraphs 1 and 4',
      ],
    ]);
  });

  it('takes another title, or none, and names the part it shows', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const own = composePicture(pair, drawn, {
      ...ALL,
      title: 'My <title>',
      scope: 'Ann Lee and what is within 1 step',
    });
    expect(firstPage(own).querySelector('text')?.textContent).toBe('My <title>');
    expect(wordsOn(own)).toContain('within 1 step');
    expect(own.alternative.long).toMatch(/^My <title>\./);
    const none = composePicture(pair, drawn, { ...ALL, title: false });
    expect(none.pages[0]?.height).toBeLessThan(own.pages[0]?.height ?? 0);
    expect(none.alternative.short).toMatch(/^A tiny story\./);
  });

  it('says of itself what it is told to, and else what it shows', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const alternative = { short: 'A < B', long: 'Both, at length.' };
    const picture = composePicture(pair, drawn, { ...ALL, alternative });
    expect(picture.alternative).toEqual(alternative);
    const parsed = firstPage(picture);
    expect([parsed.querySelector('title'), parsed.querySelector('desc')].map((node) => node?.textContent)).toEqual([
      'A < B',
      'Both, at length.',
    ]);
  });

  it('paints paper only where it is asked for, and in the colours of its style', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const svgOf = (options: Partial<PictureOptions>): string =>
      composePicture(pair, drawn, { ...ALL, ...options }).pages[0]?.svg ?? '';
    expect(svgOf({})).toMatch(/<rect width="640" height="\d+" fill="#fbf9f4"\/>/);
    expect(svgOf({ style: 'dark' })).toMatch(/fill="#16171a"\/>/);
    expect(svgOf({ style: 'print' })).toMatch(/<rect width="640" height="\d+" fill="#ffffff"\/>/);
    expect(svgOf({ background: 'transparent' })).not.toContain('#fbf9f4');
  });

  it('embeds the fonts that it is given, behind its description', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const font = { family: 'Source Sans 3', weight: 600, dataUri: 'data:font/woff2;base64,AAAA', range: 'U+0-FF' };
    const svg = composePicture(pair, drawn, { ...ALL, title: '</desc>\n' }).pages[0]?.svg ?? '';
    const style = parsePage(embedFonts(svg, [font])).querySelector('svg > desc + style');
    expect(style?.textContent).toBe(
      "@font-face{font-family:'Source Sans 3';font-weight:600;unicode-range:U+0-FF;src:url(data:font/woff2;base64,AAAA) format('woff2')}",
    );
    expect(embedFonts(svg, [])).toBe(svg);
  });

  it('draws callouts with their words', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const callouts = [{ id: 'n1', at: { entity: 'ann' as EntityId }, text: 'Moved in <May>' }];
    const picture = composePicture(pair, buildScene(pair, { ...HOME, callouts }, PAIR_PLACES), ALL);
    expect(wordsOf(firstPage(picture).querySelector('[data-callout="n1"] > text'))).toBe('Moved in <May>');
    expect(picture.alternative.long).toContain('Moved in <May>');
    expect(drawn.callouts).toEqual([]);
  });

  it('finds for each paper the room that it leaves for a graph', () => {
    expect(findGraphRoom(dataset, scene, ALL)).toBeNull();
    for (const paper of PAPERS.slice(1)) {
      const room = findGraphRoom(dataset, scene, { ...ALL, paper });
      if (paper !== 'square') expect(room?.width, paper).toBeGreaterThan(300);
    }
    const [wide, tall] = (['wide', 'a3'] as const).map((paper) => findGraphRoom(dataset, scene, { ...ALL, paper })!);
    expect(wide!.width).toBeGreaterThan(wide!.height);
    expect(tall!.height).toBeGreaterThan(tall!.width);
  });

  it('gives long lists pages of their own', () => {
    const people = Array.from({ length: 70 }, (_, i) => entity(`e${i}`, 'Person', `Person ${i}`));
    const ties = people.slice(1).map((_, i) => relation(`r${i}`, 'leads', `e${i}`, `e${i + 1}`, [claim(`c${i}`)]));
    const many = tinyDataset(people, ties);
    const drawn = gridScene(many, 10);
    for (const paper of ['free', 'a3'] as const) {
      const picture = composePicture(many, drawn, { ...ALL, paper });
      expect(listOf({ ...picture, pages: picture.pages.slice(0, 1) }).size).toBe(0);
      expect([...listOf(picture).keys()]).toEqual(ties.map((_, i) => String(i + 1)));
    }
  });

  it('stays well-formed and inside for any text in the data', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        '<b>&amp;</b>]]>',
        '\u202eright to left',
        'x'.repeat(3000),
        'שלום עולם',
        '👩🏽‍🚀🇺🇦',
        '\u0000\u001b',
        '-->',
      ),
    );
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, title, label) => {
        const sources = [
          { id: 's', label, kind: 'other', title, publisher: null, authors: [], published: null, url: null },
        ];
        const hostile = tinyDataset(
          [entity('a', 'Person', name), entity('b', 'Event', `${name}2`)],
          [
            relation('r', 'made', 'a', 'b', [
              claim('c', { stance: 'denies', attribution: [{ label, kind: 'unnamed' }] }),
            ]),
          ],
          { title, description: label, licence: name, sources },
        );
        const drawn = sceneAt(hostile, { a: [0, 0], b: [150, 90] });
        for (const { svg, width } of composePicture(hostile, drawn, ALL).pages) {
          for (const { left, right } of textBoxes(parsePage(svg))) {
            expect(left).toBeGreaterThanOrEqual(16);
            expect(right).toBeLessThanOrEqual(width - 16);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
