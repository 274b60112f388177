import type { Placement } from '../model/layoutProblem.ts';
import type { Scene } from '../scene/scene.ts';
import type { AppState } from './appState.ts';
import { isPartlyPlaced } from './linked.ts';
import { selectScene } from './selectors.ts';

/** What a placement says of the nodes and lines of a scene. */
function placesOf(scene: Scene, placement: Placement): Placement {
  const pick = <Value>(from: ReadonlyMap<string, Value>, ids: readonly { readonly id: string }[]) =>
    new Map(
      ids.flatMap(({ id }) => {
        const value = from.get(id);
        return value === undefined ? [] : [[id, value] as const];
      }),
    );
  return { nodes: pick(placement.nodes, scene.nodes), ties: pick(placement.ties, scene.edges) };
}

/** The places that a link must carry: none where the whole dataset is laid out, as it always comes out the same. */
export function findPlaces(state: AppState): Placement | null {
  if (!state.placement || !isPartlyPlaced(state)) return null;
  return placesOf(selectScene(state), state.placement);
}
