import type { Placement } from '../model/layoutProblem.ts';
import { buildEmphasis } from '../scene/buildEmphasis.ts';
import { buildScene } from '../scene/buildScene.ts';
import { PALETTES, type Palette, type Theme } from '../scene/palette.ts';
import type { Emphasis, Scene } from '../scene/scene.ts';
import type { AppState } from './appState.ts';

const NOWHERE: Placement = { nodes: new Map(), ties: new Map() };

/** Keeps the last result while the inputs stay the same by reference; one store per page keeps one entry enough. */
function remember<Inputs extends unknown[], Result>(
  read: (state: AppState) => Inputs,
  build: (...inputs: Inputs) => Result,
): (state: AppState) => Result {
  const last = new WeakMap<object, { inputs: Inputs; result: Result }>();
  return (state) => {
    const inputs = read(state);
    const known = last.get(state.dataset);
    if (known && known.inputs.every((input, i) => input === inputs[i])) return known.result;
    const result = build(...inputs);
    last.set(state.dataset, { inputs, result });
    return result;
  };
}

function sceneOf(
  dataset: AppState['dataset'],
  focus: AppState['focus'],
  moved: AppState['moved'],
  asOf: AppState['asOf'],
  placement: AppState['placement'],
): Scene {
  return buildScene(dataset, { focus, moved, asOf }, placement ?? NOWHERE);
}

/** The scene of the view; the same object until the dataset, the view or the layout changes. */
export const selectScene: (state: AppState) => Scene = remember(
  ({ dataset, focus, moved, asOf, placement }): Parameters<typeof sceneOf> => [dataset, focus, moved, asOf, placement],
  sceneOf,
);

/** What stands out: what is pointed at, else what is selected. */
export const selectEmphasis: (state: AppState) => Emphasis = remember(
  (state): Parameters<typeof buildEmphasis> => [
    state.dataset,
    selectScene(state),
    state.pointed.length > 0 ? state.pointed : state.selection,
  ],
  buildEmphasis,
);

/** The theme in force. */
export function selectTheme({ theme, systemDark }: AppState): Theme {
  if (theme === 'system') return systemDark ? 'dark' : 'light';
  return theme;
}

/** The colours of the theme in force. */
export function selectPalette(state: AppState): Palette {
  return PALETTES[selectTheme(state)];
}
