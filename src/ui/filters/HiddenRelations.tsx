import { useId, useMemo, useState } from 'react';
import { isPassing, whyHidden } from '../../model/chooseRelations.ts';
import type { Relation } from '../../model/records.ts';
import type { View } from '../../model/view.ts';
import type { AppState } from '../../state/appState.ts';
import { filterText } from '../../words/filterText.ts';
import { sayHiddenBy, sayHiddenCounts } from '../../words/sayView.ts';
import { useApp } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';

const selectView = (state: AppState): View => state.view;

/** Every relation that filters or clocks hide, each with what hides it and with its standing. */
function HiddenList({ known }: { readonly known: Known }) {
  const view = useApp(selectView);
  const { dataset, choice } = known;
  const hidden = useMemo(
    () => [...dataset.relations.values()].filter(({ id }) => !isPassing(choice, id)),
    [dataset, choice],
  );
  // What was not public yet is told as it is known today: under the clock nobody would say it.
  const later = useMemo(() => ({ ...known, asOf: null }), [known]);
  const row = (relation: Relation) => {
    const by = whyHidden(dataset, view, relation.id);
    return (
      <RelationLine key={relation.id} known={by === 'clock' ? later : known} relation={relation}>
        {by && <p className="soft">{filterText.hiddenBy(sayHiddenBy(by))}</p>}
      </RelationLine>
    );
  };
  return <LongList className="hidden-list" step={50} items={hidden} render={row} />;
}

/** How many relations are hidden and by what; unfolds to the relations themselves. */
export function HiddenRelations({ known }: { readonly known: Known }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="facet-fold"
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': id } : {})}
        onClick={() => setOpen(!isOpen)}
      >
        {sayHiddenCounts(known.choice.hidden, known.dataset.relations.size)}
      </button>
      {isOpen && (
        <div id={id} role="group" aria-label={filterText.hiddenList} className="hidden-relations">
          <HiddenList known={known} />
        </div>
      )}
    </>
  );
}
