import { createContext, useContext } from 'react';
import type { Box } from '../../model/layoutProblem.ts';
import type { EntityId } from '../../model/records.ts';

/** What the rest of the page may ask of the live canvas; each answer is undefined until there is one. */
export interface Stage {
  readonly findScreenBox: (id: EntityId) => Box | undefined;
  /** The view in scene units. */
  readonly extent: () => Box | undefined;
  /** Resolves when the first canvas has drawn: a click on the graph answers. */
  readonly live: Promise<void>;
  /** Resolves a while later: for what is only fetched so that it is there when asked for. */
  readonly settled: Promise<void>;
}

/** The stage with the way to fill it, owned by boot. */
export interface StageOwner extends Stage {
  fill(stage: Omit<Stage, 'live' | 'settled'> | null): void;
}

/** How long the live page is left to its first reader before it fetches ahead, ms. */
const SETTLING = 1500;

/** A stage that waits for its canvas. */
export function createStage(): StageOwner {
  let filled: Omit<Stage, 'live' | 'settled'> | null = null;
  let goLive = (): void => undefined;
  const live = new Promise<void>((resolve) => {
    goLive = resolve;
  });
  return {
    fill(stage) {
      filled = stage;
      if (stage) goLive();
    },
    findScreenBox: (id) => filled?.findScreenBox(id),
    extent: () => filled?.extent(),
    live,
    settled: live.then(() => new Promise((resolve) => setTimeout(resolve, SETTLING))),
  };
}

export const StageContext = createContext<StageOwner>(createStage());

export function useStage(): StageOwner {
  return useContext(StageContext);
}
