import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import type { Dataset } from './dataset.ts';
import type { DatasetFile, Relation } from './records.ts';
import { buildSearchIndex, type Hit, search } from './search.ts';

const DATA = new URL('../../data/musk-putin-2024.json', import.meta.url);

type Row = readonly [id: string, kind: string, name: string, ...otherNames: readonly string[]];

const PEOPLE: readonly Row[] = [
  ['musk', 'Person', 'Elon Musk', 'Илон Маск'],
  ['putin', 'Person', 'Vladimir Putin', 'Владимир Путин', 'Володимир Путін'],
  ['trump', 'Person', 'Donald Trump', 'Дональд Трамп'],
  ['xi', 'Person', 'Xi Jinping', '习近平', 'Си Цзиньпин'],
  ['bremmer', 'Person', 'Ian Bremmer'],
  ['tesla', 'Company', 'Tesla'],
  ['spacex', 'Company', 'SpaceX'],
  ['x', 'Company', 'X', 'Twitter'],
  ['wsj', 'Organization', 'The Wall Street Journal'],
  ['nyt', 'Organization', 'The New York Times'],
  ['pentagon', 'PublicBody', 'Pentagon', 'Department of Defense'],
  ['taiwan', 'Place', 'Taiwan', '台湾'],
  ['starlink', 'Asset', 'Starlink'],
  ['request', 'Event', 'Request about Starlink over Taiwan'],
];

const LINES: readonly (readonly [from: string, type: string, to: string])[] = [
  ['musk', 'ceo', 'tesla'],
  ['musk', 'ceo', 'spacex'],
  ['musk', 'contact', 'putin'],
  ['putin', 'contact', 'xi'],
  ['wsj', 'reported', 'musk'],
  ['putin', 'made', 'request'],
];

function standIn(): Dataset {
  const type = (id: string, full: string, short: string): unknown => ({
    id,
    forward: { full, short },
    reverse: { full: `${full} (reversed)`, short },
  });
  const file = {
    sayso: 1,
    id: 'stand-in',
    title: 'Stand-in',
    sources: [{ id: 's', label: 'News article, 25 October 2024', title: 'A title', publisher: 'A house', authors: [] }],
    entities: PEOPLE.map(([id, kind, name, ...others]) => ({ id, kind, name, aliases: others })),
    relations: LINES.map(([from, kind, to], index) => ({ id: `r${index}`, type: kind, from, to, claims: [] })),
    relationTypes: [
      type('ceo', 'is chief executive of', 'CEO of'),
      type('contact', 'has been in contact with', 'contact with'),
      type('reported', 'reported on', 'reported on'),
      type('made', 'made the', 'made'),
    ],
  };
  return buildDataset(file as unknown as DatasetFile);
}

function sayIn(dataset: Dataset): (relation: Relation) => string {
  return ({ from, type, to }) =>
    `${dataset.entities.get(from)?.name} ${dataset.types.get(type)?.forward.full} ${dataset.entities.get(to)?.name}`;
}

function find(dataset: Dataset, query: string, limit = 8): readonly Hit[] {
  return search(buildSearchIndex(dataset, sayIn(dataset)), query, limit);
}

const TABLE: readonly (readonly [query: string, type: Hit['type'], label: RegExp])[] = [
  ['путин', 'entity', /^Vladimir Putin$/],
  ['Путін', 'entity', /^Vladimir Putin$/],
  ['ПУТ', 'entity', /^Vladimir Putin$/],
  ['putin', 'entity', /^Vladimir Putin$/],
  ['vladmir', 'entity', /^Vladimir Putin$/],
  ['putin vladimir', 'entity', /^Vladimir Putin$/],
  ['Дональд', 'entity', /^Donald Trump$/],
  ['donlad', 'entity', /^Donald Trump$/],
  ['tru', 'entity', /^Donald Trump$/],
  ['Xi', 'entity', /^Xi Jinping$/],
  ['近平', 'entity', /^Xi Jinping$/],
  ['习', 'entity', /^Xi Jinping$/],
  ['jinping', 'entity', /^Xi Jinping$/],
  ['jipning', 'entity', /^Xi Jinping$/],
  ['muks', 'entity', /^Elon Musk$/],
  ['musk', 'entity', /^Elon Musk$/],
  ['elonmusk', 'entity', /^Elon Musk$/],
  ['маск', 'entity', /^Elon Musk$/],
  ['pentgon', 'entity', /Pentagon$/],
  ['the pentagon', 'entity', /Pentagon$/],
  ['dod', 'entity', /Pentagon$/],
  ['defence department', 'entity', /Pentagon$/],
  ['wall stret', 'entity', /^The Wall Street Journal$/],
  ['wall street journal', 'entity', /^The Wall Street Journal$/],
  ['wall streetjournal', 'entity', /^The Wall Street Journal$/],
  ['WSJ', 'entity', /^The Wall Street Journal$/],
  ['journal', 'entity', /^The Wall Street Journal$/],
  ['new york times', 'entity', /^The New York Times$/],
  ['nyt', 'entity', /^The New York Times$/],
  ['spacex', 'entity', /^SpaceX$/],
  ['space x', 'entity', /^SpaceX$/],
  ['pace', 'entity', /^SpaceX$/],
  ['x', 'entity', /^X$/],
  ['twiter', 'entity', /^X$/],
  ['bremer', 'entity', /^Ian Bremmer$/],
  ['starlnk', 'entity', /^Starlink/],
  ['taiwan', 'entity', /^Taiwan$/],
  ['台湾', 'entity', /^Taiwan$/],
  ['taiwan starlink', 'entity', /Starlink.*Taiwan/],
  ['ceo of tesla', 'relation', /^Elon Musk .* Tesla$/],
  ['musk ceo spacex', 'relation', /^Elon Musk .* SpaceX$/],
  ['маск путин', 'relation', /^Elon Musk .* Vladimir Putin$/],
  ['wsj musk', 'relation', /^The Wall Street Journal .* Elon Musk$/],
  ['chief executve tesla', 'relation', /^Elon Musk .* Tesla$/],
  ['news article', 'source', /^News article/],
];

describe('search, query by query', () => {
  const datasets: [string, Dataset][] = [['the stand-in', standIn()]];
  if (existsSync(DATA)) datasets.push(['the bundled data', buildDataset(JSON.parse(readFileSync(DATA, 'utf8')))]);
  describe.each(datasets)('in %s', (_, dataset) => {
    it.each(TABLE)('%s → %s %s', (query, type, label) => {
      const [first] = find(dataset, query);
      expect(first?.type).toBe(type);
      expect(first?.label).toMatch(label);
    });

    it('finds every entity first by each name it shares with none', () => {
      for (const { id, name, names = {}, aliases = [] } of dataset.entities.values()) {
        for (const each of [name, ...aliases, ...Object.values(names).flat()]) {
          expect(find(dataset, each)[0]?.id, each).toBe(id);
        }
      }
    });
  });
});

describe('search', () => {
  const dataset = standIn();

  it('says what matched, where, and of which kind', () => {
    expect(find(dataset, 'twit', 1)).toEqual([
      { type: 'entity', id: 'x', kind: 'Company', label: 'X', matched: 'Twitter', ranges: [[0, 4]] },
    ]);
    expect(find(dataset, 'ceo of tesla', 1)).toEqual([
      {
        type: 'relation',
        id: 'r0',
        label: 'Elon Musk is chief executive of Tesla',
        matched: 'Elon Musk is chief executive of Tesla',
        ranges: [
          [13, 14],
          [19, 20],
          [29, 31],
          [32, 37],
        ],
      },
    ]);
  });

  it('puts the better connected first among equals, then goes by name', () => {
    expect(find(dataset, 't', 3).map(({ label }) => label)).toEqual(['Tesla', 'The Wall Street Journal', 'Taiwan']);
  });

  it('reaches a relation through an alias of its ends', () => {
    expect(find(dataset, '习近平 Владимир').map(({ id }) => id)).toEqual(['r3']);
  });

  it('forgives a slip only where no whole name was written', () => {
    const names = ['Putin', 'Puting', 'Butin'];
    const entities = names.map((name) => ({ id: name, kind: 'Person', name }));
    const small = buildDataset({ ...dataset.file, entities, relations: [] } as unknown as DatasetFile);
    expect(find(small, 'putin').map(({ id }) => id)).toEqual(['Putin', 'Puting']);
    expect(find(small, 'puti').map(({ id }) => id)).toEqual(['Putin', 'Puting']);
    expect(find(small, 'putim').map(({ id }) => id)).toEqual(['Putin']);
  });

  it('finds words run together in the middle of a name', () => {
    const entities = [{ id: 'dod', kind: 'PublicBody', name: 'U.S. Department of Defense' }];
    const small = buildDataset({ ...dataset.file, entities, relations: [] } as unknown as DatasetFile);
    expect(find(small, 'department ofdefense')[0]?.ranges).toEqual([[5, 26]]);
  });

  it('puts an entity one slip away before relations that only hold the letters', () => {
    const entities = [
      { id: 'laiti', kind: 'Person', name: 'Laiti Energy' },
      { id: 'nolatid', kind: 'Person', name: 'Nolatid' },
      { id: 'energy', kind: 'Person', name: 'Energy Group' },
    ];
    const relations = [{ id: 'r', type: 'contact', from: 'nolatid', to: 'energy', claims: [] }];
    const small = buildDataset({ ...dataset.file, entities, relations } as unknown as DatasetFile);
    expect(find(small, 'lati energy').map(({ id }) => id)).toEqual(['laiti', 'r']);
    expect(find(small, 'lati energy', 1).map(({ id }) => id)).toEqual(['laiti']);
  });

  it('asks for every word, and for no slip in words of three letters', () => {
    expect(find(dataset, 'elon zzzz')).toEqual([]);
    expect(find(dataset, 'iam')).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['spaces', ' \t\u00a0\u200b '],
    ['long', 'musk '.repeat(2000)],
    ['one long word', 'x'.repeat(10_000)],
    ['regular expression', '.*+?^${}()|[]\\'],
    ['right to left', '\u202eשלום'],
    ['emoji', '👩‍🚀'],
    ['prototype', '__proto__'],
    ['constructor', 'constructor'],
    ['lone surrogate', '\ud83d'],
    ['line break', '\n elon'],
  ])('survives a query that is %s', (_, query) => {
    const hits = find(dataset, query);
    expect(hits.every(({ ranges }) => Array.isArray(ranges))).toBe(true);
    if (query.includes('elon')) expect(hits[0]?.label).toBe('Elon Musk');
    else if (!query.includes('musk')) expect(hits).toEqual([]);
  });

  it('gives no more than asked for', () => {
    expect(find(dataset, 'e', 2)).toHaveLength(2);
    for (const limit of [0, -1, Number.NaN]) expect(find(dataset, 'e', limit)).toEqual([]);
    expect(find(dataset, 'musk', Number.POSITIVE_INFINITY).length).toBeGreaterThan(3);
    expect(
      find(buildDataset({ ...dataset.file, sources: [], entities: [], relations: [], relationTypes: [] }), 'a'),
    ).toEqual([]);
  });
});
