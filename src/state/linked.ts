import type { Placement } from '../model/layoutProblem.ts';
import { FILTER_NAMES, HOME, isActive, type View } from '../model/view.ts';
import type { AppState } from './appState.ts';

/** What of a link cannot be read with the eye: everything but selection, focus and tab. */
export interface Rest extends Pick<AppState, 'cameraAt' | 'question' | 'voice'> {
  readonly view: Omit<View, 'focus'>;
  /** Places that cannot be laid out again from the view alone; null where they can. */
  readonly placement: Placement | null;
}

/** A rest without those of its names that a dataset lacks: how many it has, and how many of them were left out. */
export interface Fitted {
  readonly rest: Rest;
  readonly named: number;
  readonly dropped: number;
}

function isBare(value: unknown, home: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value instanceof Map ? value.size === 0 : value === home;
}

/** Whether everything of a view but its focus is as when the dataset opened. */
export function isBareView(view: Omit<View, 'focus'>): boolean {
  const { filters, ...others } = view;
  if (FILTER_NAMES.some((name) => isActive(filters, name))) return false;
  return (Object.keys(others) as (keyof typeof others)[]).every(
    (key) => (key as string) === 'focus' || isBare(others[key], HOME[key]),
  );
}

/** Whether only a part of the dataset has been laid out, so that its places depend on what was shown before. */
export function isPartlyPlaced({ dataset, placement }: Pick<AppState, 'dataset' | 'placement'>): boolean {
  return placement !== null && placement.nodes.size < dataset.entities.size;
}

/** Whether selection, focus and tab say all that a link has to say. */
export function isPlain(state: AppState): boolean {
  const { view, cameraAt, question, voice } = state;
  if (cameraAt !== null || question !== null || voice !== null) return false;
  return isBareView(view) && !(view.focus !== null && isPartlyPlaced(state));
}
