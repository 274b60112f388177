// @vitest-environment jsdom
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../model/records.ts';
import { PALETTES } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { claim, claimBy, disputedPair, entity, relation, sceneAt, tinyDataset } from './pictureFixture.ts';
import { writeScene } from './writeScene.ts';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';

function draw(scene: Scene, options: Partial<Parameters<typeof writeScene>[2]> = {}): string {
  const { x, y, width, height } = scene.bounds;
  const drawn = writeScene(scene, PALETTES.light, { classes: false, ...options });
  return `<svg ${NAMESPACE} viewBox="${x} ${y} ${width} ${height}">\n${drawn}\n</svg>\n`;
}

function parse(svg: string): Document {
  const parsed = new DOMParser().parseFromString(svg, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed;
}

/** Compares with golden/NAME.svg, which is written anew with SAYSO_UPDATE_GOLDEN=1. */
function expectGolden(name: string, svg: string): void {
  const path = new URL(`golden/${name}.svg`, `file://${import.meta.dirname}/`);
  if (process.env['SAYSO_UPDATE_GOLDEN'] === '1') writeFileSync(path, svg);
  expect(svg).toBe(readFileSync(path, 'utf8'));
}

function severalScene(): Scene {
  const company = entity('acme', 'Company', 'Acme Rockets and Satellites');
  const dataset = tinyDataset(
    [entity('ann', 'Person', 'Ann Lee'), company],
    [
      relation('r1', 'leads', 'ann', 'acme', [claim('c1')]),
      relation('r2', 'knows', 'ann', 'acme', [
        claim('c2', { modality: 'alleged' }),
        claimBy('c3', 'ann', { stance: 'limits' }),
      ]),
      relation('r3', 'leads', 'acme', 'ann', [claim('c4', { stance: 'questions' })]),
    ],
  );
  return sceneAt(dataset, { ann: [0, 0], acme: [0, 160] });
}

function eventScene(): Scene {
  const story = [claim('c1', { modality: 'alleged' }), claimBy('c2', 'bob', { stance: 'denies' })];
  const dataset = tinyDataset(
    [
      entity('ann', 'Person', 'Ann Lee'),
      entity('bob', 'PublicBody', 'Ministry'),
      entity('ask', 'Event', 'Request to switch off', { claims: story }),
    ],
    [relation('r1', 'made', 'ann', 'ask', []), relation('r2', 'asked', 'bob', 'ask', [])],
  );
  return sceneAt(dataset, { ann: [0, 0, 'above'], ask: [140, 60], bob: [280, 0, 'left'] });
}

function hostileScene(): Scene {
  const dataset = tinyDataset(
    [entity('a"><b', 'Person', '<script>alert(1)</script>'), entity('שלום', 'Place', 'ירושלים (القدس)')],
    [relation('r1', 'leads', 'a"><b', 'שלום', []), relation('r2', 'knows', 'a"><b', 'a"><b', [claim('c1')])],
  );
  return sceneAt(dataset, { 'a"><b': [0, 0], שלום: [200, 90, 'right'] });
}

describe('golden pictures', () => {
  it('draws a disputed relation with its chip', () => expectGolden('disputedPair', draw(disputedPair().scene)));
  it('draws a tie of several with its numbers', () => {
    const scene = severalScene();
    expectGolden('tieOfSeveral', draw(scene, { numbers: new Map([[scene.edges[0]!.id, '1–3']]) }));
  });
  it('draws a disputed event with its roles', () => expectGolden('eventWithRoles', draw(eventScene())));
  it('draws markup, other scripts, a loop and what has no source', () =>
    expectGolden('hostileLabels', draw(hostileScene(), { classes: true })));
});

describe('writeScene', () => {
  it('names each group by its record, with valid unique ids', () => {
    const parsed = parse(draw(hostileScene()));
    const ids = [...parsed.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z][\w.-]*$/);
    expect([...parsed.querySelectorAll('[data-id]')].map((group) => group.getAttribute('data-id'))).toContain('a"><b');
  });

  it('writes one text for each entity, its words kept apart', () => {
    const texts = [...parse(draw(severalScene())).querySelectorAll('[id^="entity."] > text')];
    expect(texts.map(({ textContent }) => textContent)).toEqual(['Ann Lee', 'Acme Rockets and Satellites']);
  });

  it('has classes only where they are asked for, and never a style', () => {
    expect(draw(severalScene())).not.toMatch(/class=|style/);
    const parsed = parse(draw(eventScene(), { classes: true }));
    const painted = [...parsed.querySelectorAll('[fill], [stroke]')];
    expect(painted.every((one) => one.hasAttribute('class'))).toBe(true);
    expect(draw(eventScene(), { classes: true })).not.toMatch(/style/);
  });

  it('paints no ground when bare, and leaves the line open under its wording', () => {
    const ground = PALETTES.light.ground;
    const bare = draw(severalScene(), { bare: true });
    expect(bare).not.toContain(ground);
    const [edge] = eventScene().edges;
    const line =
      parse(draw(eventScene(), { bare: true }))
        .querySelector('[id$=".line"] > path')
        ?.getAttribute('d') ?? '';
    expect(edge?.disputed).toBe(true);
    expect(line.match(/M/g)).toHaveLength(1);
    const plain = tinyDataset(
      [entity('a', 'Person', 'A'), entity('b', 'Person', 'B')],
      [relation('r', 'leads', 'a', 'b', [claim('c')])],
    );
    const open = parse(draw(sceneAt(plain, { a: [0, 0], b: [200, 0] }), { bare: true }));
    expect(open.querySelector('[id$=".line"] > path')?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });

  it('draws hollow lines where nobody asserts, and sparse grey ones without a source', () => {
    const people = [entity('a', 'Person', 'A'), entity('b', 'Person', 'B')];
    const lineOf = (claims: Parameters<typeof relation>[4]): (string | null)[] => {
      const scene = sceneAt(tinyDataset(people, [relation('r', 'knows', 'a', 'b', claims)]), {
        a: [0, 0],
        b: [200, 0],
      });
      return [...parse(draw(scene)).querySelectorAll('[id$=".line"] > path')].map((path) =>
        path.getAttribute('stroke'),
      );
    };
    const { line, ground, faint } = PALETTES.light;
    expect(lineOf([claim('c', { stance: 'questions' })])).toEqual([line, ground]);
    expect(lineOf([])).toEqual([faint]);
    expect(lineOf([claim('c')])).toEqual([line]);
  });

  it('draws every kind', () => {
    const dataset = tinyDataset(
      KINDS.map((kind) => entity(kind, kind, kind)),
      [],
    );
    const scene = sceneAt(dataset, Object.fromEntries(KINDS.map((kind, i) => [kind, [i * 100, 0] as const])));
    const drawn = parse(draw(scene));
    expect(drawn.querySelectorAll('circle')).toHaveLength(1);
    expect(drawn.querySelectorAll('polygon')).toHaveLength(KINDS.length - 1);
  });

  it('stays well-formed and keeps the name for any label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (name) => {
        const dataset = tinyDataset([entity('a', 'Person', name)], []);
        const group = parse(draw(sceneAt(dataset, { a: [0, 0] }))).querySelector('[data-id="a"]');
        expect(group?.querySelectorAll('text')).toHaveLength(1);
        expect(group?.querySelectorAll('script, a, image')).toHaveLength(0);
      }),
      { numRuns: 30 },
    );
  });
});
