import { buildEmphasis } from '../scene/buildEmphasis.ts';
import { buildScene } from '../scene/buildScene.ts';
import { PALETTES, type Palette, type Theme } from '../scene/palette.ts';
import type { Emphasis, Scene } from '../scene/scene.ts';
import type { Placement } from '../model/layoutProblem.ts';
import type { AppState } from './appState.ts';

const NOWHERE: Placement = { nodes: new Map(), ties: new Map() };

/** Keeps the last result while the inputs stay the same by reference; one store per page keeps one entry enough. */
function remember<Inputs extends readonly unknown[], Result>(
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

/** The scene of the view; the same object until the dataset, the view or the layout changes. */
export const selectScene: (state: AppState) => Scene = remember(
  ({ dataset, focus, moved, asOf, placement }) => [dataset, focus, moved, asOf, placement] as const,
  (dataset, focus, moved, asOf, placement) => buildScene(dataset, { focus, moved, asOf }, placement ?? NOWHERE),
);

/** What stands out: what is pointed at, else what is selected. */
export const selectEmphasis: (state: AppState) => Emphasis = remember(
  (state) =>
    [state.dataset, selectScene(state), state.pointed.length > 0 ? state.pointed : state.selection] as const,
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
