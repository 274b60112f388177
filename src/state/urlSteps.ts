import type { AppState } from './appState.ts';
import { isPartlyPlaced } from './linked.ts';

/** Calls `run` after so many ms; returns what calls it off. */
export type Wait = (run: () => void, ms: number) => () => void;

/** Changes of one kind that follow each other within so many ms are one step back. */
const RUN = 600;
/** A run is written when it has rested for so many ms; browsers refuse more than a few writes a second. */
const REST = 250;

const STEPS = [
  'focus',
  'keepUnrelated',
  'expanded',
  'collapsed',
  'added',
  'hidden',
  'arrangement',
  'callouts',
] as const;

/** `step`: one in history; `filters`, `clocks`, `question`: one for each run; `still`: the last one is written again. */
type Kind = 'step' | 'filters' | 'clocks' | 'question' | 'still';

/** What has changed of what a link holds. */
function findKind(now: AppState, before: AppState): Kind | null {
  const [view, old] = [now.view, before.view];
  if (now.selection !== before.selection || now.tab !== before.tab || now.voice !== before.voice) return 'step';
  if (now.playing !== before.playing) return 'step';
  if (now.dataset !== before.dataset || STEPS.some((key) => view[key] !== old[key])) return 'step';
  if (view.filters !== old.filters) return 'filters';
  if (view.asOf !== old.asOf || view.held !== old.held) return 'clocks';
  if (now.question !== before.question) return 'question';
  const isMoved = view.moved !== old.moved || view.pinned !== old.pinned || now.cameraAt !== before.cameraAt;
  return isMoved || (now.placement !== before.placement && isPartlyPlaced(now)) ? 'still' : null;
}

/** Turns changes of the state into writes: steps at once, runs and what moves when they rest. */
export function createUrlSteps(write: (state: AppState, isStep: boolean) => void, wait: Wait) {
  let pending: AppState | null = null;
  let stopResting = (): void => undefined;
  let run: Kind | null = null;
  let stopRun = (): void => undefined;

  function rest(): void {
    stopResting();
    if (pending) write(pending, false);
    pending = null;
  }

  function forget(): void {
    stopResting();
    stopRun();
    pending = null;
    run = null;
  }

  return {
    forget,
    follow(now: AppState, before: AppState): void {
      const kind = findKind(now, before);
      if (!kind) return;
      // A change that is no step of undo of its own goes on with the last one: a clock that plays.
      const goesOn = run === kind || (now.view !== before.view && now.past === before.past);
      if (kind === 'still' || (kind !== 'step' && goesOn)) {
        pending = now;
        stopResting();
        stopResting = wait(rest, REST);
      } else {
        rest();
        write(now, true);
      }
      if (kind === 'still') return;
      stopRun();
      run = kind;
      stopRun = wait(() => (run = null), RUN);
    },
  };
}
