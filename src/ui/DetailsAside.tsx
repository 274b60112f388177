import { lazy, Suspense } from 'react';
import type { AppState } from '../state/appState.ts';
import { isAtStep } from '../state/storyStep.ts';
import { detailsText } from '../words/panelText.ts';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { useApp, useDispatch } from './kit/appContext.ts';
import { PanelBoundary } from './kit/PanelBoundary.tsx';

const PathPanel = lazy(() => import('./paths/PathPanel.tsx').then(({ PathPanel: view }) => ({ default: view })));
const VoicePanel = lazy(() => import('./voices/VoicePanel.tsx').then(({ VoicePanel: view }) => ({ default: view })));
const StoryWriter = lazy(() =>
  import('./stories/StoryWriter.tsx').then(({ StoryWriter: view }) => ({ default: view })),
);

const selectPanel = ({ question, voice, writing }: AppState): 'path' | 'voice' | 'story' | 'record' =>
  question ? 'path' : voice !== null ? 'voice' : writing === null ? 'record' : 'story';
/** What a step of a story shows covers no graph by itself. */
const selectIsSelected = (state: AppState): boolean => state.selection.length > 0 && !isAtStep(state);

/** The column beside the graph: a question that was asked, else what is selected, else the story. */
export function DetailsAside() {
  const panel = useApp(selectPanel);
  const isSelected = useApp(selectIsSelected);
  const isOpen = isSelected || panel !== 'record';
  const dispatch = useDispatch();
  return (
    <aside id="details" className="details" aria-label={detailsText.name} data-open={isOpen ? '' : undefined}>
      {isOpen && (
        <button
          type="button"
          className="details-close"
          onClick={() => {
            // The button goes with what it closes; the heading hands the focus on.
            document.querySelector<HTMLElement>('#details h2')?.focus({ preventScroll: true });
            if (panel === 'story') dispatch('writeStory', null);
            else dispatch(panel === 'record' ? 'clearSelection' : 'stepBack');
          }}
        >
          <span aria-hidden="true">×</span> {detailsText.close}
        </button>
      )}
      <PanelBoundary>
        <Suspense>
          {panel === 'path' && <PathPanel />}
          {panel === 'voice' && <VoicePanel />}
          {panel === 'story' && <StoryWriter />}
        </Suspense>
        {panel === 'record' && <DetailsPanel />}
      </PanelBoundary>
    </aside>
  );
}
