// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../model/dataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { HOME } from '../model/view.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import { bundledScene } from './bundledFixture.ts';
import { composePicture, findGraphRoom } from './composePicture.ts';
import { embedFonts } from './embedFonts.ts';
import { gridScene } from './galleryFixture.ts';
import { PAPER_SPECS, PAPERS } from './paper.ts';
import { claim, disputedPair, entity, relation, sceneAt, tinyDataset } from './pictureFixture.ts';
import {
  EVERYTHING,
  figuresOf,
  firstPage,
  listOf,
  parsePage,
  textBoxes,
  wordsOf,
  wordsOn,
} from './readPictureFixture.ts';
import type { PictureOptions } from './sheet.ts';

let dataset: Dataset;
let scene: Scene;

beforeAll(() => {
  ({ dataset, scene } = bundledScene());
});

const PAIR_PLACES: Placement = {
  nodes: new Map([
    ['ann', { x: 0, y: 0, side: 'below' }],
    ['bob', { x: 220, y: 0, side: 'right' }],
  ]),
  ties: new Map(),
};

describe('composePicture', () => {
  it('lists who denies what even without the numbered sources', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const picture = composePicture(pair, drawn, { ...EVERYTHING, sources: false });
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
      ...EVERYTHING,
      title: 'My <title>',
      scope: 'Ann Lee and what is within 1 step',
    });
    expect(firstPage(own).querySelector('text')?.textContent).toBe('My <title>');
    expect(wordsOn(own)).toContain('within 1 step');
    expect(own.alternative.long).toMatch(/^My <title>\./);
    const none = composePicture(pair, drawn, { ...EVERYTHING, title: false });
    expect(none.pages[0]?.height).toBeLessThan(own.pages[0]?.height ?? 0);
    expect(none.alternative.short).toMatch(/^A tiny story\./);
  });

  it('says of itself what it is told to, and else what it shows', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const alternative = { short: 'A < B', long: 'Both, at length.' };
    const picture = composePicture(pair, drawn, { ...EVERYTHING, alternative });
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
      composePicture(pair, drawn, { ...EVERYTHING, ...options }).pages[0]?.svg ?? '';
    expect(svgOf({})).toMatch(/<rect width="640" height="\d+" fill="#fbf9f4"\/>/);
    expect(svgOf({ style: 'dark' })).toMatch(/fill="#16171a"\/>/);
    expect(svgOf({ style: 'print' })).toMatch(/<rect width="640" height="\d+" fill="#ffffff"\/>/);
    expect(svgOf({ background: 'transparent' })).not.toContain('#fbf9f4');
  });

  it('embeds the fonts that it is given, behind its description', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const font = { family: 'Source Sans 3', weight: 600, dataUri: 'data:font/woff2;base64,AAAA', range: 'U+0-FF' };
    const svg = composePicture(pair, drawn, { ...EVERYTHING, title: '</desc>\n' }).pages[0]?.svg ?? '';
    const style = parsePage(embedFonts(svg, [font])).querySelector('svg > desc + style');
    expect(style?.textContent).toBe(
      "@font-face{font-family:'Source Sans 3';font-weight:600;unicode-range:U+0-FF;src:url(data:font/woff2;base64,AAAA) format('woff2')}",
    );
    expect(embedFonts(svg, [])).toBe(svg);
  });

  it('draws callouts with their words', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const callouts = [{ id: 'n1', at: { entity: 'ann' as EntityId }, text: 'Moved in <May>' }];
    const picture = composePicture(pair, buildScene(pair, { ...HOME, callouts }, PAIR_PLACES), EVERYTHING);
    expect(wordsOf(firstPage(picture).querySelector('[data-callout="n1"] > text'))).toBe('Moved in <May>');
    expect(picture.alternative.long).toContain('Moved in <May>');
    expect(drawn.callouts).toEqual([]);
  });

  it('finds for each paper the room that it leaves for a graph', () => {
    expect(findGraphRoom(dataset, scene, EVERYTHING)).toBeNull();
    for (const paper of PAPERS.slice(1)) {
      const room = findGraphRoom(dataset, scene, { ...EVERYTHING, paper });
      if (paper !== 'square') expect(room?.width, paper).toBeGreaterThan(300);
    }
    const [wide, tall] = (['wide', 'a3'] as const).map(
      (paper) => findGraphRoom(dataset, scene, { ...EVERYTHING, paper })!,
    );
    expect(wide!.width).toBeGreaterThan(wide!.height);
    expect(tall!.height).toBeGreaterThan(tall!.width);
  });

  it('gives long lists pages of their own', () => {
    const people = Array.from({ length: 70 }, (_, i) => entity(`e${i}`, 'Person', `Person ${i}`));
    const ties = people.slice(1).map((_, i) => relation(`r${i}`, 'leads', `e${i}`, `e${i + 1}`, [claim(`c${i}`)]));
    const many = tinyDataset(people, ties);
    const drawn = gridScene(many, 10);
    for (const paper of ['free', 'a3'] as const) {
      const picture = composePicture(many, drawn, { ...EVERYTHING, paper });
      expect(listOf({ ...picture, pages: picture.pages.slice(0, 1) }).size).toBe(0);
      expect([...listOf(picture).keys()]).toEqual(ties.map((_, i) => String(i + 1)));
    }
  });

  it('leaves lines of a list room for Arial, where embedded fonts are not read, and keeps its corners whole', () => {
    const names = Array.from({ length: 40 }, (_, i) => `Lady Pemberton ${'Smythe '.repeat(1 + (i % 9))}${i}`);
    const people = names.map((name, i) => entity(`e${i}`, 'Person', name));
    const ties = people.slice(1).map((_, i) => relation(`r${i}`, 'leads', `e${i}`, `e${i + 1}`, [claim(`c${i}`)]));
    const many = tinyDataset(people, ties);
    const { pages } = composePicture(many, gridScene(many, 8), { ...EVERYTHING, paper: 'a3' });
    const right = PAPER_SPECS.a3.width! - PAPER_SPECS.a3.margin;
    expect(pages.length).toBeGreaterThan(1);
    for (const [i, { svg }] of pages.entries()) {
      const lines = textBoxes(parsePage(svg));
      const said = lines.map(({ what }) => what);
      expect(said).toContain('Made with Sayso');
      if (i === 0) continue;
      expect(said).toContain(`page ${i + 1} of ${pages.length}`);
      for (const { left, right: end, what } of lines) {
        if (left < right / 2) expect(left + (end - left) * 1.09, what).toBeLessThanOrEqual(right);
      }
      const items = lines.filter(({ what }) => what.includes('Pemberton'));
      for (const item of items) {
        const next = Math.min(...items.map(({ left }) => left).filter((left) => left > item.left + 100), right);
        expect(item.left + (item.right - item.left) * 1.09, item.what).toBeLessThanOrEqual(next);
      }
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
        for (const { svg, width } of composePicture(hostile, drawn, EVERYTHING).pages) {
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
