import { describe, expect, it } from 'vitest';
import type { EntityId, RelationId } from '../model/records.ts';
import {
  sayDisputedMark,
  sayRelation,
  sayRelationFrom,
  sayTieSummary,
  shortWording,
  shortWordingFrom,
  tieSummaryLines,
} from './sayRelation.ts';
import { datasetOf } from './wordsFixture.ts';

function relationOf(fields: object, id = 'r') {
  const dataset = datasetOf([], fields);
  const relation = dataset.relations.get(id as RelationId);
  if (!relation) throw new Error(`the fixture has a relation ${id}`);
  return { dataset, relation };
}

describe('sayRelation', () => {
  it('reads from both ends', () => {
    const { dataset, relation } = relationOf({}, 'r2');
    expect(sayRelation(dataset, relation)).toBe('Ann Lee is chief executive of Acme');
    expect(sayRelationFrom(dataset, relation, 'acme' as EntityId)).toBe('Acme is led by Ann Lee');
    expect(shortWording(dataset, relation)).toBe('chief executive of');
    expect(shortWordingFrom(dataset, relation, 'acme' as EntityId)).toBe('led by');
  });

  it('reads a symmetric relation alike from both ends', () => {
    const { dataset, relation } = relationOf({});
    expect(sayRelationFrom(dataset, relation, 'bob' as EntityId)).toBe('Bob Ray has ties with Ann Lee');
  });

  it('adds the date, and takes a label of its own for the line alone', () => {
    const { dataset, relation } = relationOf({ type: 'call', valid: '2021/2022', label: 'rang' });
    expect(sayRelation(dataset, relation)).toBe('Ann Lee called Bob Ray, some time between 2021 and 2022');
    expect(shortWording(dataset, relation)).toBe('rang');
  });

  it('is total where a type is missing, and for a relation to itself', () => {
    const { dataset, relation } = relationOf({ type: 'gone' });
    expect(sayRelation(dataset, relation)).toBe('Ann Lee is related to Bob Ray');
    const loop = relationOf({ type: 'ceo', to: 'ann' });
    expect(sayRelationFrom(loop.dataset, loop.relation, 'ann' as EntityId)).toBe(
      'Ann Lee is chief executive of Ann Lee',
    );
  });
});

describe('tie summaries', () => {
  it('count relations and disputes', () => {
    expect(tieSummaryLines(6, 1)).toEqual(['6 relations', '1 disputed']);
    expect(sayTieSummary(6, 1)).toBe('6 relations · 1 disputed');
    expect(sayTieSummary(1, 0)).toBe('1 relation');
    expect([sayDisputedMark(null), sayDisputedMark(2)]).toEqual(['≠ disputed', '≠ 2 disputed']);
  });
});
