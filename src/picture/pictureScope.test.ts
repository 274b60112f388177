import { describe, expect, it } from 'vitest';
import { DataError } from '../model/dataError.ts';
import { claim, entity, relation, sceneAt, tinyDataset } from './pictureFixture.ts';
import { cutToScope, type PictureScope, selectedEntities } from './pictureScope.ts';

const people = ['a', 'b', 'c', 'd', 'e'].map((id) =>
  entity(id, 'Person', id, id === 'e' ? { claims: [claim('ce')] } : {}),
);
const dataset = tinyDataset(people, [
  relation('ab', 'knows', 'a', 'b', [claim('c1')]),
  relation('bc', 'knows', 'b', 'c', [claim('c2', { source: 'other' })]),
  relation('cd', 'knows', 'c', 'd', []),
]);
const scene = sceneAt(dataset, { a: [0, 0], b: [100, 0], c: [200, 0], d: [300, 0], e: [400, 0] });

function idsIn(scope: PictureScope): string {
  return cutToScope(dataset, scene, scope)
    .nodes.map(({ id }) => id)
    .join('');
}

describe('cutToScope', () => {
  it('gives the scene itself for everything', () => {
    expect(cutToScope(dataset, scene, { type: 'all' })).toBe(scene);
    expect(cutToScope(dataset, scene, { type: 'visible' })).toBe(scene);
  });

  it('gives what is in view, even in part', () => {
    expect(idsIn({ type: 'visible', extent: { x: 80, y: -50, width: 110, height: 100 } })).toBe('bc');
    expect(() => idsIn({ type: 'visible', extent: { x: 0, y: 500, width: 9, height: 9 } })).toThrow(DataError);
  });

  it('gives what is selected, with the lines between', () => {
    expect(idsIn({ type: 'selection', ids: ['a', 'c'] })).toBe('ac');
    const cut = cutToScope(dataset, scene, { type: 'selection', ids: ['ab'] });
    expect(cut.nodes.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(cut.edges).toHaveLength(1);
    expect(cut.bounds.width).toBeLessThan(scene.bounds.width);
  });

  it('takes ties, claims and sources for what they are about', () => {
    const [tie] = dataset.ties.keys();
    expect(selectedEntities(dataset, scene, [tie!])).toEqual(['a', 'b']);
    expect(selectedEntities(dataset, scene, ['c2'])).toEqual(['b', 'c']);
    expect(selectedEntities(dataset, scene, ['ce'])).toEqual(['e']);
    expect(selectedEntities(dataset, scene, ['s'])).toEqual(['e', 'a', 'b']);
    expect(selectedEntities(dataset, scene, ['nothing'])).toEqual([]);
  });

  it('walks one to three steps along drawn lines', () => {
    expect(idsIn({ type: 'neighbourhood', ids: ['a'] })).toBe('ab');
    expect(idsIn({ type: 'neighbourhood', ids: ['a'], hops: 2 })).toBe('abc');
    expect(idsIn({ type: 'neighbourhood', ids: ['d'], hops: 99 })).toBe('abcd');
    expect(idsIn({ type: 'neighbourhood', ids: ['bc'], hops: 0 })).toBe('abcd');
    expect(idsIn({ type: 'neighbourhood', ids: ['e'], hops: Number.NaN })).toBe('e');
  });

  it('throws where nothing is in scope', () => {
    for (const type of ['selection', 'neighbourhood'] as const) {
      expect(() => cutToScope(dataset, scene, { type, ids: ['gone'] })).toThrow(
        new DataError('no-scope', '', { scope: type }),
      );
    }
  });
});
