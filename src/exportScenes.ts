import type { Placement } from './model/layoutProblem.ts';
import { readPlacement } from './model/placementCodec.ts';
import type { View } from './model/view.ts';
import type { Reshape } from './picture/draftPicture.ts';
import { buildScene } from './scene/buildScene.ts';
import { reshapeProblem, reshapeScene } from './scene/reshapeScene.ts';
import type { Scene } from './scene/scene.ts';
import type { AppStore } from './state/createAppStore.ts';
import { buildAsk, buildWish, idsToPlace, isPlaced } from './state/layoutWish.ts';
import type { Jobs } from './workers/createJobs.ts';

/** Where a scene's places come from. */
export interface SceneGround {
  readonly store: AppStore;
  readonly jobs: Jobs;
}

/** Answers that are kept: the shapes that a reader tries one after the other. */
const KEPT = 8;

/** Arranges a part anew for a sheet's shape, in the worker; the same part for the same room once. */
export function createReshape({ store, jobs }: SceneGround): (view: View) => Reshape {
  const kept = new Map<string, Promise<Placement>>();
  return (view) => async (scene, room) => {
    const { dataset, datasetVersion } = store.getState();
    const problem = reshapeProblem(dataset, scene, room);
    const places = scene.nodes.map(({ id, x, y }) => [id, x, y]);
    const key = JSON.stringify([datasetVersion, room, places, problem.ties.map(({ id }) => id)]);
    const solving = kept.get(key) ?? jobs.run('layout', problem).then(readPlacement);
    kept.delete(key);
    kept.set(key, solving);
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
    solving.catch(() => kept.delete(key));
    return reshapeScene(dataset, view, scene, await solving);
  };
}

/** The scene of another view than the one that is shown, arranged first where something in it has no place. */
export async function findScene({ store, jobs }: SceneGround, view: View): Promise<Scene> {
  const now = store.getState();
  const state = { ...now, view };
  const ids = idsToPlace(state);
  const isArranged = now.view.arrangement === view.arrangement && isPlaced(ids, now.placement);
  const placement =
    isArranged && now.placement
      ? now.placement
      : readPlacement(await jobs.run('layout', buildAsk(state, buildWish(state, ids), null)));
  return buildScene(now.dataset, view, placement);
}
