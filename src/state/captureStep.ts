import type { Box } from '../model/layoutProblem.ts';
import type { StoryStep } from '../model/story.ts';
import { writeViewChange } from '../model/viewChange.ts';
import type { AppState } from './appState.ts';
import { selectScene } from './selectors.ts';

/** What of a step the page shows; undefined where there is nothing to be said. */
export interface Captured {
  readonly view: StoryStep['view'] | undefined;
  readonly selection: StoryStep['selection'] | undefined;
  readonly show: StoryStep['show'] | undefined;
}

/** Entities whose middle is in a part of the scene. */
function findWithin(state: AppState, { x, y, width, height }: Box): readonly string[] {
  return selectScene(state)
    .nodes.filter((node) => node.x >= x && node.x <= x + width && node.y >= y && node.y <= y + height)
    .map(({ id }) => id);
}

/**
 * What the page shows now, as a step keeps it: how the view differs from the one in which the dataset opens, what is
 * selected and, where the reader has moved the camera, which entities are in sight. `extent` is what the camera shows,
 * scene units.
 */
export function captureStep(state: AppState, extent: Box | null): Captured {
  const { view, selection, camera, cameraAt } = state;
  const change = writeViewChange(view);
  const framed = typeof camera.ask === 'object' && 'frame' in camera.ask ? camera.ask.frame : [];
  const show = cameraAt && extent ? findWithin(state, extent) : framed;
  return {
    view: Object.keys(change).length > 0 ? change : undefined,
    selection: selection.length > 0 ? [...selection] : undefined,
    show: show.length > 0 ? [...show] : undefined,
  };
}
