import type { AppState } from '../../state/appState.ts';
import { selectPart, selectScene } from '../../state/selectors.ts';
import { graphText } from '../../words/frameText.ts';
import { useApp } from '../kit/appContext.ts';
import { createLate, useLate } from '../kit/late.ts';

const partLines = createLate(() => import('./PartLines.tsx'));

/** What there is to say without more code; null where nothing is. */
function selectNotice(state: AppState): string | null {
  if (state.busy?.what === 'layout') return graphText.arranging;
  return state.dataset.entities.size === 0 ? graphText.empty : null;
}

/** Whether the part that is drawn is not the whole, by the reader's doing or for its size, or lacks callouts. */
function selectIsPart(state: AppState): boolean {
  const { focus, hidden, collapsed, callouts } = state.view;
  if (focus !== null || hidden.length + collapsed.length > 0 || selectPart(state).limited) return true;
  return (
    state.placement !== null && state.drawCallouts !== null && callouts.length > selectScene(state).callouts.length
  );
}

/** What is drawn where it is not everything, with the ways back. */
export function PartNotice() {
  const notice = useApp(selectNotice);
  const isPart = useApp(selectIsPart);
  return (
    <>
      {isPart && <LateLines />}
      {notice && <p className="graph-busy">{notice}</p>}
    </>
  );
}

function LateLines() {
  const late = useLate(partLines);
  return <div className="graph-notice">{late ? <late.PartLines /> : '\u00a0'}</div>;
}
