import { lazy, Suspense } from 'react';
import type { AppState } from '../state/appState.ts';
import { useApp } from './kit/appContext.ts';

const OpenedNotice = lazy(() =>
  import('./opening/OpenedNotice.tsx').then(({ OpenedNotice: view }) => ({ default: view })),
);
const OpeningProgress = lazy(() =>
  import('./opening/OpeningProgress.tsx').then(({ OpeningProgress: view }) => ({ default: view })),
);

const selectHasReport = (state: AppState): boolean => state.report !== null;
const selectIsOpening = (state: AppState): boolean => state.busy?.what === 'open';

/** What is to be said of the files that were opened last. */
export function LateOpened() {
  return (
    useApp(selectHasReport) && (
      <Suspense>
        <OpenedNotice />
      </Suspense>
    )
  );
}

/** How far opening has come, and the way to stop it. */
export function LateProgress() {
  return (
    useApp(selectIsOpening) && (
      <Suspense>
        <OpeningProgress />
      </Suspense>
    )
  );
}
