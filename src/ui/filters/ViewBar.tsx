import { type MouseEvent, useMemo } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { View } from '../../model/view.ts';
import { NO_FILTERS } from '../../model/view.ts';
import type { AppState } from '../../state/appState.ts';
import { viewBarText } from '../../words/filterText.ts';
import { sayClocks, sayFilters, sayShownRelations } from '../../words/sayView.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { useKnown } from '../kit/known.ts';
import { NothingShown } from './NothingShown.tsx';

interface Chip {
  readonly key: string;
  readonly text: string;
  readonly remove: () => void;
}

const selectDataset = (state: AppState): Dataset => state.dataset;
const selectView = (state: AppState): View => state.view;

function useChips(): readonly Chip[] {
  const dataset = useApp(selectDataset);
  const { filters, asOf, held } = useApp(selectView);
  const dispatch = useDispatch();
  return useMemo(
    () => [
      ...sayClocks({ asOf, held }).map(({ name, text }) => ({
        key: name,
        text,
        remove: () => dispatch('setClock', { [name]: null }),
      })),
      ...sayFilters(dataset, filters).map(({ name, text }) => ({
        key: name,
        text,
        remove: () => dispatch('setFilters', { [name]: NO_FILTERS[name] }),
      })),
    ],
    [dataset, filters, asOf, held, dispatch],
  );
}

/** What goes takes no focus with it: it moves to the next chip, else the one before, else the graph. */
function leaveFocus({ currentTarget }: MouseEvent<HTMLElement>): void {
  const item = currentTarget.closest('li');
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  const target = next?.querySelector('button') ?? document.getElementById('graph');
  target?.focus();
}

/** What is in force, each to be dropped by itself, and how much it lets through; nothing while nothing is in force. */
export function ViewBar() {
  const chips = useChips();
  const { dataset, choice } = useKnown();
  const dispatch = useDispatch();
  const all = dataset.relations.size;
  if (chips.length === 0) return null;
  return (
    <div className="view-bar-inner" role="group" aria-label={viewBarText.name}>
      <p>{sayShownRelations(choice.passing?.size ?? all, all)}</p>
      <ul>
        {chips.map(({ key, text, remove }) => (
          <li key={key}>
            <bdi>{text}</bdi>
            <button
              type="button"
              aria-label={viewBarText.removeFilter(text)}
              onClick={(event) => {
                leaveFocus(event);
                remove();
              }}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="plain"
        onClick={(event) => {
          leaveFocus(event);
          dispatch('clearView');
        }}
      >
        {viewBarText.clearAll}
      </button>
      <NothingShown />
    </div>
  );
}
