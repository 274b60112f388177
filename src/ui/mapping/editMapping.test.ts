import { expect, test } from 'vitest';
import type { TableRule } from '../../model/tableMapping.ts';
import { mergeWordings, openSuggestions, partWording, reshape, setRole } from './editMapping.ts';

const RULE: Extract<TableRule, { shape: 'relations' }> = {
  name: 'a.csv',
  header: ['Who', 'Whom', 'How'],
  hasHeader: true,
  dateOrder: 'dmy',
  separator: null,
  shape: 'relations',
  columns: ['from', 'to', 'wording'],
  fromKind: 'Person',
  toKind: 'Company',
  wording: 'knows',
  modality: 'reported',
  directed: false,
};

test('a role that only one column can have leaves the column that had it', () => {
  expect(setRole(RULE, 0, 'wording').columns).toEqual(['wording', 'to', 'property']);
  // A name in two columns, two columns that deny.
  expect(setRole(RULE, 2, 'from').columns).toEqual(['from', 'to', 'from']);
  const sources = setRole(setRole(RULE, 0, 'source'), 2, 'source');
  expect(sources.columns).toEqual(['source', 'to', 'source']);
});

test('another shape begins with what it needs and keeps what both have', () => {
  const entities = reshape(RULE, 'entities');
  expect(entities).toMatchObject({ shape: 'entities', columns: ['name', 'property', 'property'], kind: 'Person' });
  expect(reshape(entities, 'relations')).toMatchObject({ columns: ['from', 'to', 'property'], fromKind: 'Person' });
  expect(reshape(RULE, 'matrix')).toMatchObject({ wording: 'knows', directed: false });
  expect(reshape(RULE, 'skip')).not.toHaveProperty('columns');
});

test('merges lead to the end of a chain, never in a circle, whatever the wording', () => {
  const once = mergeWordings([], [['Owner', 'owns']]);
  const chained = mergeWordings(once, [['owns', 'owner of']]);
  expect(chained).toEqual([
    ['Owner', 'owner of'],
    ['owns', 'owner of'],
  ]);
  expect(mergeWordings(chained, [['owner of', 'Owner']])).toEqual(chained);
  expect(mergeWordings([], [['__proto__', 'constructor']])).toEqual([['__proto__', 'constructor']]);
  expect(partWording(chained, 'owns')).toEqual([['Owner', 'owner of']]);
});

test('suggestions that were taken, or that would lead back, are no longer made', () => {
  const counts = [
    { wording: 'owner of', count: 9, suggested: null },
    { wording: 'Owner', count: 2, suggested: 'owner of' },
    { wording: 'owns', count: 1, suggested: 'owner of' },
  ];
  expect(openSuggestions(counts, [])).toEqual([
    ['Owner', 'owner of'],
    ['owns', 'owner of'],
  ]);
  expect(openSuggestions(counts, [['owns', 'owner of']])).toEqual([['Owner', 'owner of']]);
  expect(openSuggestions(counts, [['owner of', 'owns']])).toEqual([['Owner', 'owner of']]);
});
