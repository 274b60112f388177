import type { AppState } from '../state/appState.ts';
import { detailsText } from '../words/panelText.ts';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { useApp, useDispatch } from './kit/appContext.ts';
import { PanelBoundary } from './kit/PanelBoundary.tsx';

const selectIsOpen = (state: AppState): boolean => state.selection.length > 0;

export function DetailsAside() {
  const isOpen = useApp(selectIsOpen);
  const dispatch = useDispatch();
  return (
    <aside id="details" className="details" aria-label={detailsText.name} data-open={isOpen ? '' : undefined}>
      {isOpen && (
        <button type="button" className="details-close" onClick={() => dispatch('clearSelection')}>
          <span aria-hidden="true">×</span> {detailsText.close}
        </button>
      )}
      <PanelBoundary>
        <DetailsPanel />
      </PanelBoundary>
    </aside>
  );
}
