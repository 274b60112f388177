import { filterText } from '../../words/filterText.ts';
import { sayHiders } from '../../words/sayView.ts';
import { useDispatch } from '../kit/appContext.ts';
import { useKnown } from '../kit/known.ts';

/** Says that filters and clocks hide every relation, and by how many each, and offers the way back; nothing else. */
export function NothingShown() {
  const { dataset, choice } = useKnown();
  const dispatch = useDispatch();
  const all = dataset.relations.size;
  if (choice.passing === null || choice.passing.size > 0 || all === 0) return null;
  return (
    <div className="nothing-shown">
      <p>
        <strong>{filterText.nothing}</strong> {filterText.nothingShown(all, sayHiders(choice.hidden))}
      </p>
      <button
        type="button"
        onClick={() => {
          // The button goes with what it undoes.
          document.getElementById('graph')?.focus();
          dispatch('clearView');
        }}
      >
        {filterText.showEverything}
      </button>
    </div>
  );
}
