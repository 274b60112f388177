// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { DataError } from '../model/dataError.ts';
import type { Dataset } from '../model/dataset.ts';
import { eventOf } from '../model/standing.ts';
import { cutScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import { sayRelation } from '../words/sayRelation.ts';
import { bundledScene } from './bundledFixture.ts';
import { composePicture } from './composePicture.ts';
import { PAPERS } from './paper.ts';
import {
  EVERYTHING,
  expandFigures,
  figuresOf,
  firstPage,
  listOf,
  parsePage,
  shapeBoxes,
  textBoxes,
  wordsOf,
  wordsOn,
} from './readPictureFixture.ts';

let dataset: Dataset;
let scene: Scene;

beforeAll(() => {
  ({ dataset, scene } = bundledScene());
});

describe('the picture of the bundled story', () => {
  it('has every label, as text', () => {
    const parsed = firstPage(composePicture(dataset, scene, EVERYTHING));
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
    const picture = composePicture(dataset, scene, EVERYTHING);
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
      const picture = composePicture(dataset, scene, { ...EVERYTHING, paper });
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
    const picture = composePicture(dataset, scene, EVERYTHING);
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
      const [page] = composePicture(dataset, part, EVERYTHING).pages;
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
    const part = wordsOn(composePicture(dataset, cutScene(scene, new Set(['putin', 'russia'])), EVERYTHING));
    expect(part).toContain('public body');
    expect(part).not.toMatch(/rumoured|several relations|somebody denies/);
    expect(part).toContain('Shows 2 of 22 entities and 1 of 36 relations');
    expect(wordsOn(composePicture(dataset, scene, EVERYTHING))).toMatch(/somebody denies or limits it/);
    expect(wordsOn(composePicture(dataset, scene, { ...EVERYTHING, legend: false }))).not.toMatch(
      /somebody denies or limits it/,
    );
  });

  it('keeps the list of a small part beside its legend, under the graph of a sheet that lies', () => {
    const part = cutScene(scene, new Set(['trump', 'putin', 'musk']));
    const { pages } = composePicture(dataset, part, { ...EVERYTHING, paper: 'a4-landscape' });
    expect(pages).toHaveLength(1);
    const boxes = textBoxes(parsePage(pages[0]?.svg ?? ''));
    const find = (start: string) => boxes.find(({ what }) => what.startsWith(start))!;
    const [list, legend] = [find('Who says so'), find('several relations')];
    expect(list.left).toBeGreaterThan(legend.right);
    expect(list.top).toBeGreaterThan(find('Elon Musk').bottom);
  });

  it('has the size of its paper on every page, each of which says which it is', () => {
    for (const paper of ['a4', 'a4-landscape', 'a3', 'wide'] as const) {
      const { pages } = composePicture(dataset, scene, { ...EVERYTHING, paper });
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
    expect(() => composePicture(dataset, scene, { ...EVERYTHING, paper: 'square' })).toThrow(DataError);
    for (const paper of PAPERS) {
      try {
        composePicture(dataset, scene, { ...EVERYTHING, paper });
      } catch (error) {
        const { params } = error as DataError;
        expect(params['would']).toBeLessThan(Number(params['least']));
        expect(() => composePicture(dataset, scene, { ...EVERYTHING, paper: params['offer'] as 'free' })).not.toThrow();
      }
    }
  });

  it('is the same each time', () => {
    expect(composePicture(dataset, scene, EVERYTHING)).toEqual(composePicture(dataset, scene, EVERYTHING));
  });
});
