import { describe, expect, test } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { chooseRelations } from './chooseRelations.ts';
import type { Dataset } from './dataset.ts';
import { findPaths } from './findPaths.ts';
import type { PathAnswer } from './pathAnswer.ts';
import { buildPathProblem, findOutcome, type PathGround, readPaths } from './pathProblem.ts';
import { strengthOf, strengthsOf } from './pathStrength.ts';
import type { Claim, EntityId } from './records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { standingOf } from './standing.ts';
import { type Filters, NO_FILTERS, type View } from './view.ts';

let serial = 0;
const claim = (more: Partial<Record<keyof Claim, unknown>> = {}): Claim => sampleClaim(`c${(serial += 1)}`, more);
const alleged = (): Claim => claim({ modality: 'alleged', attribution: [named('w')] });

function datasetOf(relations: readonly ReturnType<typeof sampleRelation>[]): Dataset {
  const ids = new Set(['a', 'z', ...relations.flatMap(({ from, to }) => [from as string, to as string]), 'w', 'v']);
  return buildDataset(
    sampleFile(
      [...ids].map((id) => sampleEntity(id)),
      relations,
    ),
  );
}

function ask(
  dataset: Dataset,
  view: Partial<Omit<View, 'filters'>> & { readonly filters?: Partial<Filters> } = {},
  { from = 'a', to = 'z', everything = false } = {},
): PathAnswer {
  const chosen = { asOf: null, held: null, ...view, filters: { ...NO_FILTERS, ...view.filters } };
  const ground: PathGround = { dataset, view: chosen, choice: chooseRelations(dataset, chosen) };
  const question = { from: from as EntityId, to: to as EntityId, everything };
  const solution = findOutcome(dataset, question) ? null : findPaths(buildPathProblem(ground, question));
  return readPaths(ground, question, solution);
}

describe('strength', () => {
  test('goes by word, then origins, then dispute', () => {
    const two = [
      claim({ attribution: [named('w')], modality: 'alleged' }),
      claim({ attribution: [named('v')], modality: 'alleged' }),
    ];
    const denied = claim({ stance: 'denies', attribution: [named('w')], modality: 'reported' });
    const dataset = datasetOf([
      sampleRelation('stated', 'a', 'b', [claim()]),
      sampleRelation('stated-denied', 'a', 'c', [claim(), denied]),
      sampleRelation('alleged-two', 'a', 'd', two),
      sampleRelation('alleged-two-denied', 'a', 'e', [...two, denied]),
      sampleRelation('alleged', 'a', 'f', [alleged()]),
      sampleRelation('rumoured', 'a', 'g', [claim({ modality: 'rumoured' })]),
      sampleRelation('hypothetical', 'a', 'h', [claim({ modality: 'hypothetical' })]),
      sampleRelation('questioned', 'a', 'i', [claim({ stance: 'questions' })]),
      sampleRelation('unsupported', 'a', 'j', [claim({ stance: 'no-comment' })]),
      sampleRelation('unsourced', 'a', 'k', []),
    ]);
    const strengths = [...strengthsOf(dataset, null)];
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    expect(new Set(strengths).size).toBe(strengths.length);
    const ids = [...dataset.relations.keys()];
    expect(strengths).toEqual(ids.map((id) => strengthOf(standingOf(dataset, id, null))));
  });
});

describe('paths by id', () => {
  test('take the strongest relation of each tie, in either direction, and count the others', () => {
    const dataset = datasetOf([
      sampleRelation('r1', 'b', 'a', [alleged()]),
      sampleRelation('r2', 'a', 'b', [claim()]),
      sampleRelation('r3', 'b', 'a', [claim()]),
      sampleRelation('r4', 'z', 'b', [alleged()]),
      sampleRelation('self', 'a', 'a', [claim()]),
    ]);
    expect(ask(dataset)).toEqual({
      from: 'a',
      to: 'z',
      outcome: 'found',
      paths: [{ entities: ['a', 'b', 'z'], relations: ['r2', 'r4'], others: [2, 0] }],
      complete: true,
      blockedBy: [],
    });
  });

  test('put the firmer of two as long before the other, and the shorter before both', () => {
    const dataset = datasetOf([
      sampleRelation('r1', 'a', 'b', [claim()]),
      sampleRelation('r2', 'b', 'z', [claim({ modality: 'rumoured' })]),
      sampleRelation('r3', 'a', 'c', [alleged()]),
      sampleRelation('r4', 'c', 'z', [alleged()]),
      sampleRelation('r5', 'a', 'z', [claim({ stance: 'questions' })]),
    ]);
    expect(ask(dataset).paths.map(({ relations }) => relations)).toEqual([['r5'], ['r3', 'r4'], ['r1', 'r2']]);
  });

  test('go only through what is let through, and through all of it when asked', () => {
    const dataset = datasetOf([
      sampleRelation('r1', 'a', 'b', [claim()]),
      sampleRelation('r2', 'b', 'z', [claim({ modality: 'rumoured' })]),
      sampleRelation('r3', 'a', 'c', [claim()]),
      sampleRelation('r4', 'c', 'd', [claim()]),
      sampleRelation('r5', 'd', 'z', [claim()]),
    ]);
    const filters: Partial<Filters> = { standings: ['stated'] };
    expect(ask(dataset, { filters }).paths.map(({ relations }) => relations)).toEqual([['r3', 'r4', 'r5']]);
    expect(ask(dataset, { filters }, { everything: true }).paths).toEqual(ask(dataset).paths);
  });

  test('say which filters cut the only one off, counting what they hide of it', () => {
    const dataset = datasetOf([
      sampleRelation('r1', 'a', 'b', [claim({ modality: 'rumoured' })]),
      sampleRelation('r2', 'a', 'b', [claim({ modality: 'rumoured' })]),
      sampleRelation('r3', 'b', 'c', [claim()]),
      // Hidden as well, but its step can be taken without it.
      sampleRelation('r3-rumoured', 'b', 'c', [claim({ modality: 'rumoured' })]),
      sampleRelation('r4', 'c', 'z', [claim()], { valid: '2020' }),
    ]);
    const answer = ask(dataset, { filters: { standings: ['stated'] }, held: { from: 20_000, to: null } });
    expect(answer).toMatchObject({ outcome: 'none', paths: [], complete: true });
    expect(answer.blockedBy).toEqual([
      { by: 'held', relations: 1 },
      { by: 'standings', relations: 2 },
    ]);
  });

  test('never go through what is not public yet, whatever is asked', () => {
    const later = datasetOf([sampleRelation('r1', 'a', 'z', [claim({ public: '2024-05-01' })])]);
    const [before, after] = [Date.UTC(2024, 3, 30) / 864e5, Date.UTC(2024, 4, 1) / 864e5];
    const none = { outcome: 'none', paths: [], blockedBy: [] };
    expect(ask(later, { asOf: before })).toMatchObject(none);
    expect(ask(later, { asOf: before }, { everything: true })).toMatchObject(none);
    expect(ask(later, { asOf: after }).outcome).toBe('found');
  });

  test('between one and the same, unknown, or unconnected ends are none, each for its own reason', () => {
    const dataset = datasetOf([sampleRelation('r1', 'a', 'b', [claim()])]);
    expect(ask(dataset, {}, { to: 'a' }).outcome).toBe('same');
    expect(ask(dataset, {}, { to: 'nobody' }).outcome).toBe('missing');
    expect(ask(dataset, {}, { from: '__proto__', to: '__proto__' }).outcome).toBe('missing');
    expect(ask(dataset)).toMatchObject({ outcome: 'none', blockedBy: [] });
  });
});
