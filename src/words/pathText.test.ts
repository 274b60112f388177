import { describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import type { PathAnswer } from '../model/pathAnswer.ts';
import type { EntityId, RelationId } from '../model/records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { pathText, sayNoPath, sayPathCount, sayPathHead, sayPathQuestion, sayWeakest } from './pathText.ts';

const id = (text: string): EntityId => text as EntityId;

const dataset = buildDataset(
  sampleFile(
    [
      sampleEntity('a', { name: 'Ann\u202e' }),
      sampleEntity('b', { name: 'Bob' }),
      sampleEntity('c', { name: 'Cleo' }),
      sampleEntity('w', { name: 'The Daily' }),
    ],
    [
      sampleRelation('r', 'a', 'b', [
        sampleClaim('c1', { modality: 'alleged', attribution: [named('w')] }),
        sampleClaim('c2', { stance: 'denies', modality: 'reported', attribution: [named('a')] }),
      ]),
    ],
  ),
);

const answer = (change: Partial<PathAnswer>): PathAnswer => ({
  from: id('a'),
  to: id('b'),
  outcome: 'none',
  paths: [],
  complete: true,
  blockedBy: [],
  ...change,
});
const path = (...ids: string[]): PathAnswer['paths'][number] => ({ entities: ids.map(id), relations: [], others: [] });

describe('a question about paths', () => {
  test('is worded by how much of it is asked', () => {
    expect(sayPathQuestion(dataset, { from: id('a'), to: id('b') })).toBe('How are Ann and Bob connected?');
    expect(sayPathQuestion(dataset, { from: null, to: id('b') })).toBe('How is Bob connected?');
    expect(sayPathQuestion(dataset, { from: null, to: null })).toBe('How are two connected?');
  });

  test('is answered by how long a path is, through whom, and how firm its weakest step', () => {
    expect(sayPathHead(dataset, path('a', 'b'))).toBe('1 step: directly');
    expect(sayPathHead(dataset, path('a', 'w', 'c', 'b'))).toBe('3 steps, through The Daily and Cleo');
    expect(sayWeakest(dataset, 'r' as RelationId, null)).toBe(
      'weakest step: alleged, denied by Ann · 1 origin: The Daily',
    );
  });

  test('counts paths, and says where there may be more', () => {
    expect(sayPathCount(answer({}), 10)).toBe('');
    expect(sayPathCount(answer({ paths: [path('a', 'b')] }), 10)).toBe('One path.');
    expect(sayPathCount(answer({ paths: [path('a', 'b'), path('a', 'c', 'b')] }), 10)).toMatch(
      /^2 paths, the shortest/,
    );
    expect(sayPathCount(answer({ paths: [path('a', 'b'), path('a', 'c', 'b')] }), 2)).toBe(
      `The 2 shortest paths, of equal length the firmest first. ${pathText.mostShown}`,
    );
  });

  test('without any path says why', () => {
    const say = (change: Partial<PathAnswer>, asOf: number | null = null): string =>
      sayNoPath(dataset, answer(change), asOf);
    expect(say({})).toBe('No path: nothing in this dataset leads from Ann to Bob.');
    expect(say({}, 0)).toBe(
      'No path: nothing in this dataset leads from Ann to Bob in what was public by 1 January 1970.',
    );
    expect(say({ blockedBy: [{ by: 'held', relations: 1 }] })).toBe(
      'No path between Ann and Bob is let through. There is one, but 1 relation on it is hidden by the time it held.',
    );
    expect(
      say({
        blockedBy: [
          { by: 'standings', relations: 2 },
          { by: 'minOrigins', relations: 1 },
        ],
      }),
    ).toContain('2 relations on it are hidden by standing and 1 by number of origins.');
    expect(say({ outcome: 'same', to: id('a') })).toBe('Both ends are Ann. Choose two different names.');
    expect(say({ outcome: 'missing' })).toContain('not in the dataset');
    expect(say({ complete: false })).toContain('before the search was cut short');
    expect(say({ outcome: 'found' })).toBe('');
  });
});
