import { readFileSync } from 'node:fs';
import { buildDataset } from '../model/buildDataset.ts';
import { cutDataset } from '../model/cutDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetFile } from '../model/records.ts';
import { HOME, type View } from '../model/view.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import type { StandaloneInput } from './buildStandalonePage.ts';
import { findPagePart } from './buildStandalonePage.ts';

/** The bundled story. For tests. */
export const STORY_FILE: DatasetFile = JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8'));

/** A scene of everything that a view lets through, in rows. For tests. */
export function sceneInRows(dataset: Dataset, view: View = HOME): Scene {
  const places = [...dataset.entities.keys()].map(
    (id, i) => [id, { x: (i % 5) * 220, y: Math.floor(i / 5) * 180, side: 'below' as const }] as const,
  );
  return buildScene(dataset, view, { nodes: new Map(places), ties: new Map() });
}

/** What a page of a whole dataset is made of. For tests. */
export function standaloneInput(file: DatasetFile, over: Partial<StandaloneInput> = {}): StandaloneInput {
  const dataset = buildDataset(file);
  const scene = over.scene ?? sceneInRows(dataset);
  const input = { dataset, scene, view: HOME, title: file.title, scope: null, ...over };
  return { file: cutDataset(dataset, findPagePart(input)), ...input };
}
