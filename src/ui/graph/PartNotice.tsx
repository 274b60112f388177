import type { AppState } from '../../state/appState.ts';
import { selectScene } from '../../state/selectors.ts';
import { graphText } from '../../words/frameText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';

/** What is drawn where it is not everything; null where it is. */
function selectNotice(state: AppState): string | null {
  const { nodes, hidden } = selectScene(state);
  const all = nodes.length + hidden.entities;
  if (state.busy?.what === 'layout') return graphText.arranging;
  if (all === 0) return graphText.empty;
  if (hidden.entities === 0) return null;
  const [first] = state.focus?.ids ?? [];
  return first
    ? graphText.focused(sayName(state.dataset, first), nodes.length, all)
    : graphText.part(nodes.length, all);
}

const selectIsFocused = (state: AppState): boolean => state.focus !== null;

export function PartNotice() {
  const notice = useApp(selectNotice);
  const isFocused = useApp(selectIsFocused);
  const dispatch = useDispatch();
  if (!notice) return null;
  return (
    <p className="graph-notice">
      {notice}
      {isFocused && (
        <button type="button" onClick={() => dispatch('showAll')}>
          {graphText.leaveFocus}
        </button>
      )}
    </p>
  );
}
