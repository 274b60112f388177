import { lazy, Suspense } from 'react';
import type { AppState, KeptNotice as Notice } from '../../state/appState.ts';
import { useApp } from '../kit/appContext.ts';

const KeptNotice = lazy(() => import('./KeptNotice.tsx').then(({ KeptNotice: view }) => ({ default: view })));

const selectNotice = (state: AppState): Notice | null => state.keptNotice;

/** What the reader has to know of what is kept; nothing while all is well. */
export function LateKept() {
  const notice = useApp(selectNotice);
  return (
    notice && (
      <Suspense>
        <KeptNotice notice={notice} />
      </Suspense>
    )
  );
}
