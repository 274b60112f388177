import { createContext, useContext } from 'react';
import type { Box } from '../../model/layoutProblem.ts';
import type { EntityId } from '../../model/records.ts';

/** What the rest of the page may ask of the live canvas; each answer is undefined until there is one. */
export interface Stage {
  readonly findScreenBox: (id: EntityId) => Box | undefined;
  /** The view in scene units. */
  readonly extent: () => Box | undefined;
  /** Whether a click on the graph answers. */
  readonly isLive: () => boolean;
}

/** The stage with the way to fill it, owned by boot. */
export interface StageOwner extends Stage {
  fill(stage: Omit<Stage, 'isLive'> | null): void;
}

/** A stage that waits for its canvas; `onLive` is called once, when the first canvas has drawn. */
export function createStage(onLive: () => void): StageOwner {
  let filled: Omit<Stage, 'isLive'> | null = null;
  return {
    fill(stage) {
      filled = stage;
      if (stage) onLive();
    },
    findScreenBox: (id) => filled?.findScreenBox(id),
    extent: () => filled?.extent(),
    isLive: () => filled !== null,
  };
}

export const StageContext = createContext<StageOwner>(createStage(() => undefined));

export function useStage(): StageOwner {
  return useContext(StageContext);
}
