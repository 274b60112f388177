// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { solveLayout } from '../model/layout.ts';
import { eventOf } from '../model/standing.ts';
import { measureText } from '../model/textMetrics.ts';
import { HOME } from '../model/view.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import { buildScene, cutScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import { sayRelation } from '../words/sayRelation.ts';
import { composePicture, type PictureOptions } from './composePicture.ts';
import { claim, disputedPair, entity, relation, sceneAt, tinyDataset } from './pictureFixture.ts';

const ALL: PictureOptions = { title: true, legend: true, sources: true, background: 'paper', theme: 'light' };

function parse(svg: string): Document {
  const parsed = new DOMParser().parseFromString(svg, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

const textOf = (node: Element): string => (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

/** The numbered items of the list: number → its words. */
function listOf(parsed: Document): Map<string, string> {
  const items = new Map<string, string>();
  for (const text of parsed.querySelectorAll('text[x="0"]')) {
    const rest = [...(text.parentElement?.children ?? [])].filter(
      (other) => other !== text && !other.matches('text[x="0"]'),
    );
    items.set(textOf(text), rest.map(textOf).join(' '));
  }
  return items;
}

/** The figures at lines and names: record → "3" or "3–5". */
function figuresOf(parsed: Document): Map<string, string> {
  const numbers = [...parsed.querySelectorAll('[data-id] tspan > tspan')];
  return new Map(numbers.map((one) => [one.closest('[data-id]')?.getAttribute('data-id') ?? '', textOf(one)]));
}

function expand(figures: string): string[] {
  const [first = 0, last = first] = figures.split('–').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

function shiftOf(node: Element): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let at: Element | null = node; at; at = at.parentElement) {
    const [, dx, dy] = /translate\((\S+) (\S+?)\)/.exec(at.getAttribute('transform') ?? '') ?? [];
    x += Number(dx ?? 0);
    y += Number(dy ?? 0);
  }
  return { x, y };
}

/** Left and right end and baseline of every line of text, in the picture's px. */
function textExtents(parsed: Document): { left: number; right: number; y: number; text: string }[] {
  return [...parsed.querySelectorAll('tspan[x], text[x]')].map((span) => {
    const read = (name: string): string | null => span.closest(`[${name}]`)?.getAttribute(name) ?? null;
    const text = textOf(span);
    const weight = read('font-weight') === '600' ? 'semibold' : 'regular';
    const serif = read('font-family')?.includes('Serif 4') ? 1.15 : 1;
    const width = measureText(text, Number(read('font-size')), weight) * serif;
    const anchor = span.closest('text')?.getAttribute('text-anchor');
    const shift = shiftOf(span);
    const x = Number(span.getAttribute('x')) + shift.x;
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return { left, right: left + width, y: Number(span.getAttribute('y')) + shift.y, text };
  });
}

let dataset: Dataset;
let scene: Scene;

beforeAll(() => {
  dataset = buildDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')));
  const problem = buildProblem(dataset, new Set(dataset.entities.keys()));
  const placement = solveLayout(problem, { iterations: 3000 });
  scene = buildScene(dataset, HOME, placement);
});

describe('the picture of the bundled story', () => {
  it('has every label, as text', () => {
    const parsed = parse(composePicture(dataset, scene, ALL).svg);
    const names = [...parsed.querySelectorAll('[id^="entity."] > text')].map((text) =>
      textOf(text).replace(/ \d+/, ''),
    );
    expect(names).toEqual(
      scene.nodes.map(({ label, standing }) => (standing?.disputed ? `${label} ≠ disputed` : label)),
    );
    const wordings = [...parsed.querySelectorAll('[id^="tie."] > text')];
    expect(wordings).toHaveLength(scene.edges.filter(({ labelBox }) => labelBox).length);
  });

  it('numbers each relation and event once, in picture and list alike', () => {
    const parsed = parse(composePicture(dataset, scene, ALL).svg);
    const list = listOf(parsed);
    const figures = figuresOf(parsed);
    const drawn = [...figures.values()].flatMap(expand);
    expect(drawn.toSorted()).toEqual([...list.keys()].toSorted());
    expect(new Set(drawn).size).toBe(drawn.length);
    const events = scene.nodes.filter(({ standing }) => standing).length;
    expect(drawn).toHaveLength(dataset.relations.size + events);
    for (const edge of scene.edges) {
      const said = expand(figures.get(edge.id) ?? '').map((number) => list.get(number) ?? '');
      edge.relations.forEach((id, i) => expect(said[i]).toContain(sayRelation(dataset, dataset.relations.get(id)!)));
    }
  });

  it('names everybody who denies or limits: at the number, in the description, at the line', () => {
    const { svg, description } = composePicture(dataset, scene, ALL);
    const parsed = parse(svg);
    const [list, figures] = [listOf(parsed), figuresOf(parsed)];
    let denials = 0;
    for (const { claim: said, relation: id } of dataset.claims.values()) {
      if (!id || (said.stance !== 'denies' && said.stance !== 'limits')) continue;
      denials += 1;
      const denied = dataset.relations.get(id)!;
      const edge = scene.edges.find(({ relations }) => relations.includes(id))!;
      const number = expand(figures.get(edge.id) ?? '')[edge.relations.indexOf(id)] ?? '';
      const who = dataset.entities.get(said.attribution[0]?.entity ?? ('' as never))?.name ?? '';
      const by = `${said.stance === 'denies' ? 'denied' : 'limited'} by ${who}`;
      expect(list.get(number)).toContain(by);
      expect(description).toContain(`${sayRelation(dataset, denied)}: `);
      expect(description).toContain(by);
      expect(parsed.querySelector('desc')?.textContent).toBe(description);
      const group = [...parsed.querySelectorAll('[id^="tie."]:not([id$=".line"])')].find(
        (one) => one.getAttribute('data-id') === edge.id,
      )!;
      expect(textOf(group)).toContain('≠');
      expect(group.querySelector('title')?.textContent).toContain(by);
    }
    expect(denials).toBeGreaterThanOrEqual(3);
  });

  it('says for each relation where it is found, and what our copy does not state', () => {
    const { svg } = composePicture(dataset, scene, ALL);
    const list = [...listOf(parse(svg)).values()];
    for (const item of list) expect(item).toMatch(/, paragraphs? \d/);
    expect(svg).toContain('title not stated in our copy');
    expect(svg).toContain('Data of 23 November 2026');
    expect(svg).toContain('Made with Sayso');
    expect(dataset.relations.size).toBe(
      [...dataset.relations.values()].filter((one) => one.claims.length > 0 || eventOf(dataset, one)).length,
    );
  });

  it('keeps everything inside, with bare background around it', () => {
    for (const part of [scene, cutScene(scene, new Set(['musk', 'putin', 'wsj'])), cutScene(scene, new Set(['x']))]) {
      const { svg, width, height } = composePicture(dataset, part, ALL);
      const parsed = parse(svg);
      for (const { left, right, y, text } of textExtents(parsed)) {
        expect(left, text).toBeGreaterThanOrEqual(16);
        expect(right, text).toBeLessThanOrEqual(width - 16);
        expect(y, text).toBeGreaterThanOrEqual(24);
        expect(y, text).toBeLessThanOrEqual(height - 16);
      }
      for (const rect of [...parsed.querySelectorAll('rect')].slice(1)) {
        const { x, y } = shiftOf(rect);
        const at = (name: string): number => Number(rect.getAttribute(name) ?? 0);
        expect(x + at('x')).toBeGreaterThanOrEqual(16);
        expect(x + at('x') + at('width')).toBeLessThanOrEqual(width - 16);
        expect(y + at('y') + at('height')).toBeLessThanOrEqual(height - 16);
      }
      expect(parsed.documentElement.getAttribute('viewBox')).toBe(`0 0 ${width} ${height}`);
    }
  });

  it('shows in its legend only what it shows', () => {
    const part = composePicture(dataset, cutScene(scene, new Set(['putin', 'russia'])), ALL).svg;
    expect(part).toContain('public body');
    expect(part).not.toMatch(/rumoured<|several relations|somebody denies/);
    expect(part).toContain('Shows 2 of 22 entities and 1 of 36 relations');
    expect(composePicture(dataset, scene, ALL).svg).toMatch(/somebody denies or limits it/);
    expect(composePicture(dataset, scene, { ...ALL, legend: false }).svg).not.toMatch(/somebody denies or limits it/);
  });

  it('is the same each time', () => {
    expect(composePicture(dataset, scene, ALL)).toEqual(composePicture(dataset, scene, ALL));
  });
});

describe('composePicture', () => {
  it('lists who denies what even without the numbered sources', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const parsed = parse(composePicture(pair, drawn, { ...ALL, sources: false }).svg);
    expect(figuresOf(parsed).size).toBe(0);
    expect([...listOf(parsed)]).toEqual([
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
    expect(parse(own.svg).querySelector('text')?.textContent).toBe('My <title>');
    expect(own.svg).toContain('within 1 step');
    expect(own.description).toMatch(/^My <title>\./);
    const none = composePicture(pair, drawn, { ...ALL, title: false });
    expect(none.height).toBeLessThan(own.height);
    expect(none.description).toMatch(/^A tiny story\./);
  });

  it('paints paper only where it is asked for, and in the theme’s colours', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    expect(composePicture(pair, drawn, ALL).svg).toMatch(/<rect width="640" height="\d+" fill="#fbf9f4"\/>/);
    expect(composePicture(pair, drawn, { ...ALL, theme: 'dark' }).svg).toMatch(/fill="#16171a"\/>/);
    expect(composePicture(pair, drawn, { ...ALL, background: 'transparent' }).svg).not.toContain('#fbf9f4');
  });

  it('embeds the fonts that it is given', () => {
    const { dataset: pair, scene: drawn } = disputedPair();
    const font = { family: 'Source Sans 3', weight: 600, dataUri: 'data:font/woff2;base64,AAAA', range: 'U+0-FF' };
    const style = parse(composePicture(pair, drawn, { ...ALL, fonts: [font] }).svg).querySelector('style');
    expect(style?.textContent).toBe(
      "@font-face{font-family:'Source Sans 3';font-weight:600;unicode-range:U+0-FF;src:url(data:font/woff2;base64,AAAA) format('woff2')}",
    );
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
        const { svg, width } = composePicture(hostile, drawn, ALL);
        for (const { left, right } of textExtents(parse(svg))) {
          expect(left).toBeGreaterThanOrEqual(16);
          expect(right).toBeLessThanOrEqual(width - 16);
        }
      }),
      { numRuns: 15 },
    );
  });
});
