import type { AppState } from '../../state/appState.ts';
import { filterText } from '../../words/filterText.ts';
import { sayShownRelations } from '../../words/sayView.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { useKnown } from '../kit/known.ts';
import { HiddenRelations } from './HiddenRelations.tsx';

const selectKeepsUnrelated = (state: AppState): boolean => state.view.keepUnrelated;

/** How much is shown, what is not, and the way back to everything. */
export function FiltersFoot() {
  const known = useKnown();
  const keepsUnrelated = useApp(selectKeepsUnrelated);
  const dispatch = useDispatch();
  const { passing } = known.choice;
  const all = known.dataset.relations.size;
  return (
    <div className="filters-foot">
      <div className="filters-count">
        <p>{sayShownRelations(passing?.size ?? all, all)}</p>
        {passing !== null && (
          <button
            type="button"
            className="plain"
            onClick={(event) => {
              // The button goes with what it undoes.
              event.currentTarget.closest('.filters-panel')?.querySelector('h2')?.focus();
              dispatch('clearView');
            }}
          >
            {filterText.showEverything}
          </button>
        )}
      </div>
      {passing?.size === 0 && all > 0 && <p className="facet-hint">{filterText.wayBack}</p>}
      {passing !== null && passing.size < all && <HiddenRelations known={known} />}
      <label className="filters-keep">
        <input
          type="checkbox"
          role="switch"
          checked={keepsUnrelated}
          aria-checked={keepsUnrelated}
          onChange={() => dispatch('toggleUnrelated')}
        />
        {filterText.keepUnrelated}
      </label>
    </div>
  );
}
