import { createLate } from '../kit/late.ts';

/** What a click on an entity does not need to be answered. */
export const furtherPanel = createLate(() => import('./FurtherPanel.tsx'));
export const entityFacts = createLate(() => import('./EntityFacts.tsx'));
export const calloutLines = createLate(() => import('./CalloutLines.tsx'));
/** What filters and clocks keep from a list. */
export const hiddenList = createLate(() => import('./HiddenList.tsx'));
export const hiddenVoices = createLate(() => import('./HiddenVoices.tsx'));
export const hiddenDisputes = createLate(() => import('./HiddenDisputes.tsx'));
