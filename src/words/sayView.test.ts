import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { dayNumber } from '../model/dates.ts';
import { findFacetValues, findVoices } from '../model/facetValues.ts';
import { FILTER_NAMES, NO_FILTERS } from '../model/view.ts';
import { filterText, viewBarText } from './filterText.ts';
import {
  sayClocks,
  sayFilter,
  sayFilters,
  sayFilterValue,
  sayHiddenBy,
  sayHiddenCounts,
  sayHiders,
  sayShownRelations,
  sayVoice,
} from './sayView.ts';
import { claimOf, datasetOf } from './wordsFixture.ts';

const dataset = datasetOf([
  claimOf({ id: 'c1', attribution: [{ entity: 'ann', kind: 'named' }] }),
  claimOf({
    id: 'c2',
    attribution: [
      { label: 'Sources', kind: 'unnamed' },
      { entity: 'wsj', kind: 'named' },
    ],
  }),
  claimOf({ id: 'c3', attribution: [{ entity: 'wsj', kind: 'named' }] }),
  claimOf({ id: 'c4', attribution: [{ kind: 'unstated', label: 'not stated' }] }),
  claimOf({ id: 'c5' }),
]);

const say = (filters: object): string[] => sayFilters(dataset, { ...NO_FILTERS, ...filters }).map(({ text }) => text);

describe('filters', () => {
  it('says nothing of what asks for nothing', () => {
    expect(say({})).toEqual([]);
    expect(say({ text: '  ', minOrigins: 0 })).toEqual([]);
    expect(FILTER_NAMES.map((name) => sayFilter(dataset, NO_FILTERS, name)).every((said) => said === null)).toBe(true);
  });

  it('words a list by its shorter side', () => {
    expect(say({ modalities: ['alleged', 'rumoured'] })).toEqual(['modality: only alleged, rumoured']);
    expect(say({ modalities: ['stated', 'reported', 'alleged', 'hypothetical'] })).toEqual([
      'modality: without rumoured',
    ]);
    expect(say({ kinds: ['Person'] })).toEqual(['kind of entity: only people']);
    expect(say({ stances: [] })).toEqual(['stance: none']);
    expect(say({ standings: ['unsupported', 'unsourced'] })).toEqual(['standing: only not asserted, unsourced']);
  });

  it('cuts what is long: lists after three, texts after forty letters', () => {
    expect(say({ standings: ['stated', 'reported', 'alleged', 'rumoured'] })).toEqual([
      'standing: only stated, reported, alleged and 1 more',
    ]);
    const [text = ''] = say({ text: 'x'.repeat(10_000) });
    expect(text).toBe(`words: “${'x'.repeat(39)}…”`);
    expect(say({ types: ['ceo'] })[0]).toBe('type: only “is chief executive of”');
    expect(say({ speakers: ['id wsj'] })[0]).toBe('who says so: only The Journal');
    expect(say({ speakers: ['id wsj', 'own s'] })[0]).toBe(
      'who says so: only “The Journal”, “The digest, in its own voice”',
    );
  });

  it('names each in the order in which they are blamed', () => {
    expect(say({ dated: 'undated', minOrigins: 2, dispute: 'disputed', groups: ['role'] })).toEqual([
      'group: only role',
      'at least 2 independent origins',
      'only what is denied or limited',
      'only what has no date',
    ]);
  });

  it('shows what the dataset does not have as it is written, object members and odd characters too', () => {
    expect(say({ kinds: ['constructor'], groups: ['__proto__'], types: ['x-9'], sources: ['s-9'] })).toEqual([
      'kind of entity: only constructor',
      'group: only __proto__',
      'type: only “x-9”',
      'source: only s-9',
    ]);
    expect(sayFilterValue(dataset, 'publishers', 'A\u202eB\nC')).toBe('AB C');
    expect(sayFilterValue(dataset, 'publishers', '')).toBe('not stated in our copy');
  });
});

describe('voices', () => {
  it('names them as attributions do', () => {
    const names = [
      'id ann',
      'id gone',
      'un sources',
      'unstated',
      'own s',
      'own gone',
      'source s',
      'unnamed',
      'as some one',
      'odd',
    ];
    expect(names.map((key) => sayVoice(dataset, key as never))).toEqual([
      'Ann Lee',
      'gone',
      'Sources (not named)',
      'someone not stated',
      'The digest, in its own voice',
      'gone, in its own voice',
      'The digest',
      'everyone who is not named',
      'some one',
      'odd',
    ]);
  });

  it('lists each once with its claims, the most talkative first', () => {
    expect([...findVoices(dataset)]).toEqual([
      ['id wsj', { label: 'The Journal', claims: 2 }],
      ['id ann', { label: 'Ann Lee', claims: 1 }],
      ['un sources', { label: 'Sources', claims: 1 }],
      ['unstated', { label: null, claims: 1 }],
      ['own s', { label: 'The digest', claims: 1 }],
    ]);
  });

  it('counts a voice once for each claim, however often it stands in it', () => {
    const step = { label: 'Ann', kind: 'named' };
    const twice = datasetOf([claimOf({ attribution: [step, { ...step, label: ' ANN ' }] })]);
    expect(findVoices(twice).get('as ann' as never)?.claims).toBe(1);
  });

  it('lists the types of one group together, and the kinds that there are', () => {
    const { types, kinds, groups, publishers } = findFacetValues(dataset);
    expect({ types, kinds, groups, publishers }).toEqual({
      types: ['ceo', 'ties', 'call'],
      kinds: ['Person', 'Company'],
      groups: ['role', 'contact'],
      publishers: ['Daily'],
    });
    const { file } = dataset;
    const sources = [null, null, 'B', null, 'A', 'A'].map((publisher, i) => ({
      ...file.sources[0]!,
      id: `s${i}` as never,
      publisher,
    }));
    expect(findFacetValues(buildDataset({ ...file, sources })).publishers).toEqual(['A', 'B', '']);
  });
});

describe('clocks', () => {
  const held = (from: number | null, to: number | null): string | undefined =>
    sayClocks({ asOf: null, held: { from, to } })[0]?.text;

  it('says until when a claim must have been published', () => {
    expect(sayClocks({ asOf: null, held: null })).toEqual([]);
    expect(sayClocks({ asOf: dayNumber(2022, 10, 31), held: { from: null, to: null } })).toEqual([
      { name: 'asOf', text: 'as published by 31 October 2022' },
      { name: 'held', text: 'held at any time' },
    ]);
  });

  it('writes as much of the dates as both ends need', () => {
    expect(held(dayNumber(2021, 1, 1), dayNumber(2022, 12, 31))).toBe('held between 2021 and 2022');
    expect(held(dayNumber(2021, 1, 1), dayNumber(2021, 12, 31))).toBe('held in 2021');
    expect(held(dayNumber(2021, 1, 1), dayNumber(2021, 1, 31))).toBe('held in January 2021');
    expect(held(dayNumber(2021, 1, 1), dayNumber(2022, 10, 31))).toBe('held between January 2021 and October 2022');
    expect(held(dayNumber(2021, 1, 1), dayNumber(2022, 10, 30))).toBe(
      'held between 1 January 2021 and 30 October 2022',
    );
    expect(held(dayNumber(2024, 10, 25), dayNumber(2024, 10, 25))).toBe('held on 25 October 2024');
    expect(held(dayNumber(2022, 10, 1), null)).toBe('held from October 2022 onwards');
    expect(held(null, dayNumber(2022, 12, 31))).toBe('held until 2022');
  });
});

describe('counts', () => {
  it('says how many are shown, and what hides the others, the most first', () => {
    expect(sayShownRelations(22, 36)).toBe('22 of 36 relations shown');
    expect(sayShownRelations(1000, 10_000)).toBe('1,000 of 10,000 relations shown');
    expect(sayShownRelations(0, 1)).toBe('0 of 1 relation shown');
    expect(sayShownRelations(0, 0)).toBe('no relations');
    const hidden = new Map([
      ['clock', 5],
      ['modalities', 9],
      ['text', 0],
    ] as const);
    expect(sayHiddenCounts(hidden, 36)).toBe('14 of 36 relations hidden: 9 by modality, 5 by the public clock');
    expect(sayHiddenCounts(new Map(), 36)).toBe('no relation hidden');
    expect(sayHiders(hidden)).toBe('9 by modality, 5 by the public clock');
  });

  it('has a name for everything that hides', () => {
    const names = ([...FILTER_NAMES, 'clock', 'held', 'claims'] as const).map(sayHiddenBy);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('interface text', () => {
  const allTexts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [value(3, '3')];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : [];
  };

  it('has no straight apostrophe, no pronoun of a gender, and nothing empty', () => {
    for (const line of allTexts([filterText, { ...viewBarText, removeFilter: viewBarText.removeFilter('x') }])) {
      expect(line).toMatch(/\S/);
      expect(line).not.toMatch(/undefined|NaN|\w'\w|\b(he|she|his|her|hers|him|node|edge|vertex|attribution)\b/i);
    }
  });

  it('takes from a chip what could turn the words around it', () => {
    expect(viewBarText.removeFilter('a\u202eb')).toBe('Remove filter: ab');
    expect(filterText.nothingShown(1, '1 by text')).toBe('The one relation of this dataset is hidden: 1 by text.');
    expect(filterText.nothingShown(36, '36 by text')).toBe('All 36 relations are hidden: 36 by text.');
  });
});
