import { useId, useState } from 'react';
import type { TableMapping, WordingCount } from '../../model/tableMapping.ts';
import { mappingText } from '../../words/mappingText.ts';
import { LongList } from '../kit/LongList.tsx';
import { mergeWordings, openSuggestions, partWording } from './editMapping.ts';
import { WordingLine } from './WordingLine.tsx';

/** Wordings shown at a time. */
const STEP = 50;

type Wordings = TableMapping['wordings'];

interface WordingListProps {
  readonly counts: readonly WordingCount[];
  readonly wordings: Wordings;
  readonly onChange: (wordings: Wordings) => void;
}

/** Free wordings of relations, with what they may be merged into: taken one by one or all at once, and back again. */
export function WordingList({ counts, wordings, onChange }: WordingListProps) {
  const [query, setQuery] = useState('');
  const [past, setPast] = useState<readonly Wordings[]>([]);
  const hintId = useId();
  const listId = useId();
  const suggestions = openSuggestions(counts, wordings);
  const chosen = new Map(wordings);
  const change = (next: Wordings): void => {
    setPast([...past, wordings]);
    onChange(next);
  };
  const undo = (): void => {
    const last = past.at(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    onChange(last);
  };
  const wanted = query.trim().toLowerCase();
  const found = wanted === '' ? counts : counts.filter(({ wording }) => wording.toLowerCase().includes(wanted));
  // What there is to decide comes first.
  const open = new Set(suggestions.map(([written]) => written));
  const sorted = [
    ...found.filter(({ wording }) => open.has(wording)),
    ...found.filter(({ wording }) => !open.has(wording)),
  ];
  return (
    <section className="mapping-wordings" aria-describedby={hintId} aria-label={mappingText.wordings(counts.length)}>
      <h3>{mappingText.wordings(counts.length)}</h3>
      <p id={hintId} className="mapping-soft">
        {mappingText.wordingsHint}
      </p>
      <div className="wording-actions">
        {suggestions.length > 0 && (
          <button type="button" onClick={() => change(mergeWordings(wordings, suggestions))}>
            {mappingText.acceptAll(suggestions.length)}
          </button>
        )}
        {past.length > 0 && (
          <button type="button" onClick={undo}>
            {mappingText.undo}
          </button>
        )}
        <p role="status" className="mapping-soft">
          {past.length > 0 && mappingText.suggestions(suggestions.length)}
        </p>
      </div>
      {counts.length > 10 && (
        <label className="mapping-field">
          <span>{mappingText.findWording}</span>
          <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        </label>
      )}
      <datalist id={listId}>
        {counts.map(({ wording }) => (
          <option key={wording} value={wording}>
            {wording}
          </option>
        ))}
      </datalist>
      {sorted.length === 0 && <p>{mappingText.noWording}</p>}
      <LongList
        key={wanted}
        className="wording-list"
        items={sorted}
        step={STEP}
        render={(count) => (
          <WordingLine
            key={count.wording}
            count={count}
            chosen={chosen.get(count.wording)}
            listId={listId}
            onMerge={(target) => change(mergeWordings(wordings, [[count.wording, target]]))}
            onPart={() => change(partWording(wordings, count.wording))}
          />
        )}
      />
    </section>
  );
}
