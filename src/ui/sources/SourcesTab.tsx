import { useState } from 'react';
import type { Source, SourceId } from '../../model/records.ts';
import type { AppState } from '../../state/appState.ts';
import { tabText } from '../../words/frameText.ts';
import { sourceText } from '../../words/panelText.ts';
import { plainText } from '../../words/plainText.ts';
import { readingText } from '../../words/readingText.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { type Known, useKnown } from '../kit/known.ts';
import { SourceFacts } from '../kit/SourceFacts.tsx';
import { SourceReading } from '../kit/SourceReading.tsx';

/** The source that is selected, if one is. */
function selectSource({ dataset, selection }: AppState): SourceId | null {
  return (selection.findLast((id) => dataset.sources.has(id as SourceId)) as SourceId | undefined) ?? null;
}

function SourceChoice({ known, shown, choose }: { known: Known; shown: Source; choose: (id: SourceId) => void }) {
  return (
    <label className="source-choice">
      {readingText.choose}{' '}
      <select value={shown.id} onChange={(event) => choose(event.target.value as SourceId)}>
        {[...known.dataset.sources.values()].map(({ id, label }) => (
          <option key={id} value={id}>
            {plainText(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A source, whole: its digest beside what was found in it. */
function SourceSheet({ known, source }: { readonly known: Known; readonly source: Source }) {
  const dispatch = useDispatch();
  const readBesideGraph = (): void => {
    dispatch('select', { ids: [source.id] });
    dispatch('showTab', 'graph');
  };
  return (
    <article className="source-sheet">
      <h3>
        <bdi>{plainText(source.label)}</bdi>
      </h3>
      <div className="source-head">
        <SourceFacts source={source} />
        <p>
          <button type="button" onClick={readBesideGraph}>
            {readingText.closer}
          </button>
        </p>
      </div>
      <SourceReading known={known} source={source} />
    </article>
  );
}

/** Each source in reading order, its digest beside the claims. */
export function SourcesTab() {
  const known = useKnown();
  const selected = useApp(selectSource);
  const [choice, setChoice] = useState({ id: selected, selected });
  // A source selected anywhere else is shown here too, and stays when a claim of it is selected next.
  if (selected !== choice.selected) setChoice({ id: selected ?? choice.id, selected });
  const { sources } = known.dataset;
  const [first] = sources.values();
  const source = (choice.id && sources.get(choice.id)) ?? first;
  return (
    <div className="sources">
      <h2>{tabText.sources}</h2>
      {sources.size > 1 && source && (
        <SourceChoice known={known} shown={source} choose={(id) => setChoice({ id, selected })} />
      )}
      {source ? <SourceSheet key={source.id} known={known} source={source} /> : <p>{sourceText.none}</p>}
    </div>
  );
}
