import { describe, expect, it } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import { buildFilePlacement, findFilePlaces, type PlacedFile, toScene } from './filePlaces.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';

const denied = [sampleClaim('c1', { stance: 'denies', modality: 'reported', attribution: [named('a')] })];

function placed(positions: Record<string, unknown>, ids: readonly string[] = ['a', 'b', 'c']): PlacedFile {
  const file = sampleFile(
    ids.map((id) => sampleEntity(id)),
    [sampleRelation('r1', 'a', 'b', []), sampleRelation('r2', 'a', 'c', denied)],
  );
  return { ...file, positions } as PlacedFile;
}

describe('places of a file', () => {
  it('are moved to the middle and scaled until names have room, in the same proportions', () => {
    const found = findFilePlaces(placed({ a: [1, 1], b: [2, 1], c: [1, 3] }));
    const [a, b, c] = ['a', 'b', 'c'].map((id) => found?.places.get(id as never));
    expect([b!.x - a!.x, b!.y - a!.y]).toEqual([100, 0]);
    expect([c!.x - a!.x, c!.y - a!.y]).toEqual([0, 200]);
    expect(a!.x + b!.x + c!.x).toBeCloseTo(0, 1);
    expect(toScene({ x: 2, y: 1 }, found!)).toEqual(b);
  });

  it('are none where too few have one, all have the same, or they are no numbers', () => {
    expect(findFilePlaces(placed({ a: [1, 1], b: [2, 1] }))).toBeNull();
    expect(findFilePlaces(placed({ a: [1, 1], b: [1, 1], c: [1, 1] }))).toBeNull();
    expect(findFilePlaces(placed({ a: ['1', 1], b: [2, 1], c: null }))).toBeNull();
    expect(findFilePlaces(placed({}))).toBeNull();
    expect(buildFilePlacement(buildDataset(placed({})))).toBeNull();
  });

  it('are a placement with every wording, and with disputed ones alone where it is crowded', () => {
    const roomy = buildFilePlacement(buildDataset(placed({ a: [1, 1], b: [2, 1], c: [1, 3] })));
    expect([...(roomy?.ties.values() ?? [])]).toEqual([{ at: 0.5 }, { at: 0.5 }]);
    const file = placed({ a: [1, 1], b: [2, 1], c: [1, 3] });
    const more = ['a', 'b', 'c'].flatMap((from) =>
      ['a', 'b', 'c'].map((to) => sampleRelation(`${from}${to}`, from, to, [])),
    );
    const crowded = buildFilePlacement(buildDataset({ ...file, relations: [...file.relations, ...more] }));
    expect([...(crowded?.ties.values() ?? [])].filter(({ at }) => at === 0.5)).toHaveLength(1);
  });
});
