import type { ShownPart } from '../../model/shownPart.ts';
import type { View } from '../../model/view.ts';
import type { AppState } from '../../state/appState.ts';
import { selectPart, selectScene } from '../../state/selectors.ts';
import { calloutText } from '../../words/calloutText.ts';
import { graphText } from '../../words/frameText.ts';
import { partText } from '../../words/partText.ts';
import { sayList } from '../../words/sayCount.ts';
import { sayName } from '../../words/sayRelation.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';

const selectView = (state: AppState): View => state.view;
/** Callouts that are not drawn, since what they are about is not. */
const selectMissing = (state: AppState): number => state.view.callouts.length - selectScene(state).callouts.length;
const selectDataset = (state: AppState) => state.dataset;

function sayPart(dataset: AppState['dataset'], { focus }: View, { ids, limited }: ShownPart): string | null {
  const all = dataset.entities.size;
  if (!focus) return limited ? graphText.part(ids.size, all) : null;
  const names = focus.ids.map((id) => sayName(dataset, id));
  const said = partText.around(names, focus.hops, ids.size, all);
  return limited ? `${said}. ${partText.limited}` : said;
}

function sayHidden({ hidden, collapsed }: View): string {
  return sayList([
    ...(hidden.length > 0 ? [partText.hidden(hidden.length)] : []),
    ...(collapsed.length > 0 ? [partText.folded(collapsed.length)] : []),
  ]);
}

/** The pressed button goes with its line. */
function goToGraph(): void {
  document.querySelector<HTMLElement>('.graph-field')?.focus();
}

/** What is drawn where it is not everything, line by line, each with its way back. */
export function PartLines() {
  const dispatch = useDispatch();
  const dataset = useApp(selectDataset);
  const view = useApp(selectView);
  const part = sayPart(dataset, view, useApp(selectPart));
  const hidden = sayHidden(view);
  const missing = useApp(selectMissing);
  return (
    <>
      {part && (
        <p>
          {part}
          {view.focus && (
            <button
              type="button"
              onClick={() => {
                dispatch('showAll');
                goToGraph();
              }}
            >
              {graphText.leaveFocus}
            </button>
          )}
        </p>
      )}
      {missing > 0 && (
        <p>
          {calloutText.hidden(missing)}
          <button type="button" onClick={() => dispatch('listCallouts')}>
            {calloutText.list}
          </button>
        </p>
      )}
      {hidden && (
        <p>
          {hidden}
          <button
            type="button"
            onClick={() => {
              dispatch('showHidden');
              goToGraph();
            }}
          >
            {partText.showHidden}
          </button>
        </p>
      )}
    </>
  );
}
