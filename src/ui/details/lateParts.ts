import { createLate } from '../kit/late.ts';

/** What a click on an entity does not need to be answered. */
export const furtherPanel = createLate(() => import('./FurtherPanel.tsx'));
export const entityFacts = createLate(() => import('./EntityFacts.tsx'));
