import type { AppState } from '../../state/appState.ts';
import { graphText } from '../../words/frameText.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';

const selectIsMoved = (state: AppState): boolean => state.moved.size > 0;

export function GraphToolbar() {
  const dispatch = useDispatch();
  const isMoved = useApp(selectIsMoved);
  return (
    <div className="graph-toolbar" role="toolbar" aria-label={graphText.toolbar}>
      <button
        type="button"
        aria-label={graphText.zoomIn}
        title={`${graphText.zoomIn} (+)`}
        onClick={() => dispatch('zoomIn')}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3v10M3 8h10" />
        </svg>
      </button>
      <button
        type="button"
        aria-label={graphText.zoomOut}
        title={`${graphText.zoomOut} (−)`}
        onClick={() => dispatch('zoomOut')}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 8h10" />
        </svg>
      </button>
      <button type="button" aria-label={graphText.fit} title={`${graphText.fit} (0)`} onClick={() => dispatch('fit')}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
        </svg>
      </button>
      {isMoved && (
        <button
          type="button"
          aria-label={graphText.putBack}
          title={graphText.putBack}
          onClick={() => dispatch('putBack')}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 6h6a3 3 0 0 1 0 6H6M6.5 3.5L4 6l2.5 2.5" />
          </svg>
        </button>
      )}
    </div>
  );
}
