import { lazy, Suspense } from 'react';
import type { AppState } from '../../state/appState.ts';
import { useApp } from '../kit/appContext.ts';
import { PanelBoundary } from '../kit/PanelBoundary.tsx';

const StoryBar = lazy(() => import('./StoryBar.tsx').then(({ StoryBar: view }) => ({ default: view })));

const selectIsPlaying = ({ playing }: AppState): boolean => playing !== null;

/** The story that is told, if one is; its code comes with the first one. */
export function LateStory() {
  return useApp(selectIsPlaying) ? (
    <PanelBoundary>
      <Suspense>
        <StoryBar />
      </Suspense>
    </PanelBoundary>
  ) : null;
}
