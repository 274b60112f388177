import { join } from 'node:path';
import { runnerImport } from 'vite';
import { describe, expect, it } from 'vitest';
import { buildGeneratedDataset } from './generateGraph.mjs';

const root = join(import.meta.dirname, '..');

describe('buildGeneratedDataset', () => {
  it('gives a dataset in which the strict check finds nothing', async () => {
    const { module } = await runnerImport(join(root, 'src/model/parseDataset.ts'), { configFile: false, root });
    for (const [entities, relations] of [
      [0, 0],
      [1, 0],
      [60, 120],
    ]) {
      const dataset = buildGeneratedDataset(entities, relations, 7);
      expect(dataset.entities).toHaveLength(entities);
      expect(dataset.relations).toHaveLength(relations);
      expect(module.findAllProblems(dataset)).toEqual([]);
    }
  });

  it('gives the same for the same seed only', () => {
    expect(buildGeneratedDataset(20, 30, 1)).toEqual(buildGeneratedDataset(20, 30, 1));
    expect(buildGeneratedDataset(20, 30, 2).relations).not.toEqual(buildGeneratedDataset(20, 30, 1).relations);
  });

  it('has hubs, denials and every modality', () => {
    const { entities, relations } = buildGeneratedDataset(100, 300, 3);
    const degrees = entities.map(({ id }) => relations.filter(({ from, to }) => from === id || to === id).length);
    expect(Math.max(...degrees)).toBeGreaterThan(20);
    expect(Math.min(...degrees)).toBeGreaterThan(0);
    const claims = relations.flatMap((relation) => relation.claims);
    expect(claims.some(({ stance }) => stance === 'denies')).toBe(true);
    expect(new Set(claims.map(({ modality }) => modality)).size).toBe(5);
  });
});
