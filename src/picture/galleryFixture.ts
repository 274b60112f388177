import { buildGeneratedDataset } from '../../scripts/generateGraph.mjs';
import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import type { Claim, Entity, Kind, Relation } from '../model/records.ts';
import { HOME, type View } from '../model/view.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import { claim, claimBy, entity, relation, tinyDataset } from './pictureFixture.ts';

/** Something to draw, with what is hard about it as its name. */
export interface Exhibit {
  readonly name: string;
  readonly dataset: Dataset;
  readonly scene: Scene;
}

/** Every entity in a grid of its own, wide enough for any name; lines and wordings fall as they will. */
export function gridScene(dataset: Dataset, columns: number, view: Partial<View> = {}): Scene {
  const ids = [...dataset.entities.keys()];
  const places = ids.map((id, i) => {
    const row = Math.floor(i / columns);
    return [id, { x: (i % columns) * 210 + (row % 2) * 60, y: row * 150, side: 'below' }] as const;
  });
  const placement: Placement = { nodes: new Map(places), ties: new Map() };
  return buildScene(dataset, { ...HOME, keepUnrelated: true, ...view }, placement);
}

/** A chain of people with these names, whose second relation is denied. */
function named(names: readonly string[], over: Record<string, unknown> = {}): Dataset {
  const kinds: Kind[] = ['Person', 'Company', 'PublicBody', 'Place'];
  const entities = names.map((name, i) => entity(`e${i}`, kinds[i % kinds.length] ?? 'Person', name));
  const relations = names.slice(1).map((_, i) => {
    const denial = i % 2 === 1 ? [claimBy(`d${i}`, `e${i}`, { stance: 'denies' })] : [];
    return relation(`r${i}`, i % 2 ? 'knows' : 'leads', `e${i}`, `e${i + 1}`, [claim(`c${i}`), ...denial]);
  });
  return tinyDataset(entities, relations, over);
}

function parallel(count: number): Dataset {
  const people: Entity[] = [entity('a', 'Person', 'Ann Lee'), entity('b', 'Company', 'Acme')];
  const claimsOf = (i: number): Claim[] => [
    claim(`c${i}`, { modality: i % 2 ? 'alleged' : 'stated' }),
    ...(i === 1 ? [claimBy('no', 'a', { stance: 'denies' }), claimBy('less', 'b', { stance: 'limits' })] : []),
  ];
  const relations: Relation[] = Array.from({ length: count }, (_, i) =>
    relation(`r${i}`, 'leads', i % 2 ? 'b' : 'a', i % 2 ? 'a' : 'b', claimsOf(i)),
  );
  return tinyDataset(people, relations);
}

function disputedEvent(): Dataset {
  const story = [claim('c1', { modality: 'alleged' }), claimBy('c2', 'bob', { stance: 'denies' })];
  return tinyDataset(
    [
      entity('ann', 'Person', 'Ann Lee'),
      entity('bob', 'PublicBody', 'Ministry of the Interior and of Regional Development'),
      entity('ask', 'Event', 'Request to switch off', { claims: story }),
    ],
    [relation('r1', 'made', 'ann', 'ask', []), relation('r2', 'asked', 'bob', 'ask', [])],
  );
}

function manySources(): Dataset {
  const sources = Array.from({ length: 40 }, (_, i) => ({
    id: `s${i}`,
    label: `Report ${i}`,
    kind: 'article',
    title: `What was found in the harbour, part ${i}`,
    publisher: i % 3 ? 'The Daily' : null,
    authors: [],
    published: '2024-05-03',
    url: i % 2 ? `https://example.org/?a=1&b=${i}` : 'javascript:alert(1)',
  }));
  const claims = sources.map(({ id }, i) => claim(`c${i}`, { source: id }));
  const people = [entity('a', 'Person', 'Ann Lee'), entity('b', 'Person', 'Bob Ray')];
  return tinyDataset(people, [relation('r', 'knows', 'a', 'b', claims)], { sources });
}

const LONG = 'International Commission for the Coordination of Harbour and Inland Waterway Inspection Authorities';

const SMALL: readonly (readonly [name: string, dataset: () => Dataset, columns: number])[] = [
  ['long names', () => named([LONG, 'Ann Lee', `${LONG} (Northern Section)`, 'Bob Ray']), 2],
  [
    'one long word',
    () => named(['Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft', 'Bo']),
    2,
  ],
  [
    'right to left',
    () => named(['ירושלים (القدس) 12!', 'بنك مصر', 'משה כהן', 'Ann Lee'], { title: 'מי מכיר את מי (2024)?' }),
    2,
  ],
  ['mixed directions', () => named(['Bank مصر (Cairo)', 'שלום Ltd.', 'A-ב-C'], { description: 'سلام to all' }), 2],
  [
    'Chinese, Japanese, Korean',
    () => named(['中国国家开发银行股份有限公司', '株式会社テスト・ホールディングス', '대한민국 정부', '漢字']),
    2,
  ],
  ['Cyrillic and Greek', () => named(['Владимир Путин', 'Ελληνική Δημοκρατία', 'Їжакевич Ґалина']), 2],
  ['marks', () => named(['Ňüg̃eń Thị Hồng Nhung', 'Zà̤lgō̂ Tê̄s̈t', 'A\u0301\u0302\u0303b']), 2],
  ['emoji', () => named(['👩🏽‍🚀 Space Fans', '🇺🇦 Дія', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Alba', '❤️‍🔥']), 2],
  ['markup', () => named(['<script>alert(1)</script>', 'a & b "c" \'d\'', ']]>', '--><!--'], { title: '<&>' }), 2],
  ['control characters', () => named(['a\u0000\u0007b', 'x\ud800y', '\u202eturned', 'p\uffffq']), 2],
  [
    'a self relation',
    () => tinyDataset([entity('a', 'Company', 'Acme')], [relation('r', 'knows', 'a', 'a', [claim('c')])]),
    1,
  ],
  ['parallel relations', () => parallel(3), 2],
  ['a dozen parallel relations', () => parallel(12), 2],
  ['a disputed event', disputedEvent, 2],
  ['one entity', () => tinyDataset([entity('a', 'Person', 'Ann Lee')], []), 1],
  ['none', () => tinyDataset([], []), 1],
  [
    'no source',
    () => tinyDataset([entity('a', 'Person', 'A'), entity('b', 'Place', 'B')], [relation('r', 'leads', 'a', 'b', [])]),
    2,
  ],
  ['many sources', manySources, 2],
  ['30 elements', () => buildDataset(buildGeneratedDataset(12, 18, 3)), 4],
  ['300 elements', () => buildDataset(buildGeneratedDataset(100, 200, 3)), 12],
];

/** Twenty things that are hard to draw. For tests. */
export function buildGallery(): Exhibit[] {
  return SMALL.map(([name, build, columns]) => {
    const dataset = build();
    return { name, dataset, scene: gridScene(dataset, columns) };
  });
}
