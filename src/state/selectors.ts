import { type Choice, chooseRelations, whyHidden } from '../model/chooseRelations.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import type { FoundPath } from '../model/pathAnswer.ts';
import { chooseShownPart, type ShownPart } from '../model/shownPart.ts';
import type { View } from '../model/view.ts';
import { buildBareScene } from '../scene/buildBareScene.ts';
import { buildEmphasis, emphasisePath, emphasiseVoice } from '../scene/buildEmphasis.ts';
import { PALETTES, type Palette, type Theme } from '../scene/palette.ts';
import type { Emphasis, Scene } from '../scene/scene.ts';
import type { AppState } from './appState.ts';

/** What of the state decides what stands out. */
type Stressed = [
  pointed: AppState['pointed'],
  selection: AppState['selection'],
  question: AppState['question'],
  answer: AppState['answer'],
  voice: AppState['voice'],
  asOf: View['asOf'],
];

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

/** The relations that filters and clocks let through; the same object until one of them changes. */
export const selectFiltered: (state: AppState) => Choice = remember(
  ({ dataset, view }): [Dataset, View['filters'], View['asOf'], View['held']] => [
    dataset,
    view.filters,
    view.asOf,
    view.held,
  ],
  (dataset, filters, asOf, held) => chooseRelations(dataset, { filters, asOf, held }),
);

function addPath(dataset: Dataset, view: View, choice: Choice, path: FoundPath | undefined): Choice {
  const { passing } = choice;
  const missing = passing === null ? [] : (path?.relations.filter((id) => !passing.has(id)) ?? []);
  if (passing === null || missing.length === 0) return choice;
  const hidden = new Map(choice.hidden);
  for (const id of missing) {
    const by = whyHidden(dataset, view, id);
    if (by) hidden.set(by, (hidden.get(by) ?? 1) - 1);
  }
  return { passing: new Set([...passing, ...missing]), hidden };
}

/** The relations that are shown: what filters and clocks let through, and the path that is lit, which may lead past filters. */
export const selectChoice: (state: AppState) => Choice = remember((state): Parameters<typeof addPath> => {
  const { dataset, view, question, answer } = state;
  return [dataset, view, selectFiltered(state), question ? answer?.paths[question.chosen] : undefined];
}, addPath);

/** The entities that the view asks for, placed or not. */
export const selectPart: (state: AppState) => ShownPart = remember(
  (state): Parameters<typeof chooseShownPart> => [state.dataset, state.view, selectChoice(state)],
  chooseShownPart,
);

const selectBareScene: (state: AppState) => Scene = remember(
  (state): [Dataset, View, Placement | null, Choice, ShownPart] => [
    state.dataset,
    state.view,
    state.placement,
    selectChoice(state),
    selectPart(state),
  ],
  (dataset, view, placement, choice, part) => buildBareScene(dataset, view, placement ?? NOWHERE, choice, part),
);

/** The scene of the view; the same object until the dataset, the view or the layout changes. */
export const selectScene: (state: AppState) => Scene = remember(
  (state): [Scene, View['callouts'], AppState['drawCallouts']] => [
    selectBareScene(state),
    state.view.callouts,
    state.drawCallouts,
  ],
  (scene, callouts, draw) => (draw && callouts.length > 0 ? draw(scene, callouts) : scene),
);

/** What stands out: what is pointed at, else the path that is lit, else what a voice says, else what is selected. */
export const selectEmphasis: (state: AppState) => Emphasis = remember(
  (state): [Dataset, Scene, ...Stressed] => {
    const { dataset, pointed, selection, question, answer, voice, view } = state;
    return [dataset, selectScene(state), pointed, selection, question, answer, voice, view.asOf];
  },
  (dataset, scene, ...[pointed, selection, question, answer, voice, asOf]: Stressed) => {
    if (pointed.length > 0) return buildEmphasis(dataset, scene, pointed);
    const path = question && answer?.paths[question.chosen];
    if (path) return emphasisePath(scene, path);
    if (voice !== null) return emphasiseVoice(dataset, scene, voice, asOf);
    const ends = question && [question.from, question.to].filter((id) => id !== null);
    return buildEmphasis(dataset, scene, ends ?? selection);
  },
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
