import { readFileSync } from 'node:fs';
import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { solveLayout } from '../model/layout.ts';
import { HOME } from '../model/view.ts';
import { buildProblem } from '../scene/buildProblem.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';

/** The bundled story in a quick layout. */
export function bundledScene(): { dataset: Dataset; scene: Scene } {
  const dataset = buildDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8')));
  const problem = buildProblem(dataset, new Set(dataset.entities.keys()));
  return { dataset, scene: buildScene(dataset, HOME, solveLayout(problem, { iterations: 3000 })) };
}
