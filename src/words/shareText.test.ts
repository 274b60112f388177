import { expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { dayNumber } from '../model/dates.ts';
import { sampleEntity, sampleFile } from '../model/sampleFixture.ts';
import { HOME, NO_FILTERS } from '../model/view.ts';
import { type LinkSubject, listLinkContents, shareText } from './shareText.ts';

const dataset = buildDataset(
  sampleFile(
    ['Ann', 'Ben', 'Cid', 'Dora'].map((name) => sampleEntity(name)),
    [],
  ),
);
const bare: LinkSubject = {
  dataset,
  view: HOME,
  selection: [],
  tab: 'graph',
  cameraAt: null,
  question: null,
  voice: null,
};
const list = (change: Partial<Record<keyof LinkSubject, unknown>>, view: object = {}, places = 0): string[] =>
  listLinkContents({ ...bare, ...change, view: { ...HOME, ...view } } as LinkSubject, places);

test('the opening view has nothing to be said', () => {
  expect(list({})).toEqual([]);
});

test('everything that a link holds is said', () => {
  const at = { x: 1, y: 2 };
  const view = {
    filters: { ...NO_FILTERS, minOrigins: 2, text: 'money' },
    asOf: dayNumber(2022, 10, 25),
    held: { from: dayNumber(2022, 1, 1), to: null },
    keepUnrelated: true,
    focus: { ids: ['Ann', 'Ben'], hops: 1 },
    expanded: ['Ann'],
    collapsed: ['Ben'],
    added: ['Cid', 'Dora'],
    hidden: ['Dora'],
    pinned: ['Ann'],
    moved: new Map([
      ['Ann', at],
      ['Ben', at],
      ['Cid', at],
    ]),
    arrangement: 'kind',
  };
  const others = {
    cameraAt: { ...at, zoom: 2 },
    question: { from: 'Ann', to: 'Cid' },
    voice: 'unnamed',
    selection: ['Ann'],
    tab: 'timeline',
  };
  expect(list(others, view, 60)).toEqual([
    '2 filters (at least 2 independent origins; words: “money”)',
    'the public clock: as published by 25 October 2022',
    'valid time: held from 2022 onwards',
    'entities without relations kept',
    'only what is within 1 step of Ann and Ben',
    '1 entity with all neighbours',
    '1 entity with neighbours folded away',
    '2 entities brought in',
    '1 entity hidden',
    'the arrangement by kind',
    '3 moved entities, 1 of them pinned',
    'the places of 60 entities',
    'where the picture is moved and how large it is',
    'the question how Ann and Cid are connected',
    'what comes from everyone who is not named, lit up',
    'what is selected: Ann',
    'the tab Timeline',
  ]);
});

test.each([
  [{ focus: { ids: ['Ann', 'Ben', 'Cid', 'Dora'], hops: 0 } }, 'only 4 entities'],
  [{ moved: new Map([['Ann', { x: 0, y: 0 }]]), pinned: ['Ann'] }, '1 moved entity, pinned'],
])('%o', (view, phrase) => {
  expect(list({}, view)).toEqual([phrase]);
});

test.each([
  [{ voice: 'id Ann' }, 'what comes from Ann, lit up'],
  [{ voice: 'source s1' }, 'what comes from The source, lit up'],
  [{ question: { from: 'Ann', to: null } }, 'a question about paths'],
  [{ selection: ['Ann', 'Ben'] }, 'what is selected: 2 things'],
])('%o', (change, phrase) => {
  expect(list(change)).toEqual([phrase]);
});

test('what a link had to leave out is named', () => {
  expect(shareText.tooLong(20_000, ['places', 'moved'])).toBe(
    'Left out, since a link of more than 20,000 characters would not be read: the places of what is drawn and what was moved or pinned.',
  );
});
