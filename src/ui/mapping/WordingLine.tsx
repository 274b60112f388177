import { useId, useState } from 'react';
import type { WordingCount } from '../../model/tableMapping.ts';
import { mappingText, sayCell } from '../../words/mappingText.ts';

interface WordingLineProps {
  readonly count: WordingCount;
  /** As what it is read; undefined for itself. */
  readonly chosen: string | undefined;
  /** The id of the list of wordings that can be picked. */
  readonly listId: string;
  readonly onMerge: (target: string) => void;
  readonly onPart: () => void;
}

interface OtherProps {
  readonly written: string;
  readonly listId: string;
  readonly onMerge: (target: string) => void;
  readonly onLeave: () => void;
}

/** Any wording of the list as another one, or in the reader's own words. */
function OtherWording({ written, listId, onMerge, onLeave }: OtherProps) {
  const [typed, setTyped] = useState('');
  const fieldId = useId();
  const target = typed.trim();
  const merge = (): void => {
    if (target !== '' && target !== written) onMerge(target);
  };
  return (
    <div className="wording-other">
      <label htmlFor={fieldId}>{mappingText.readAsNamed(written)}</label>
      <input
        id={fieldId}
        type="text"
        list={listId}
        value={typed}
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked for this field
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') merge();
          if (event.key !== 'Escape') return;
          // The dialog stays.
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
      />
      <button type="button" aria-disabled={target === '' || target === written ? true : undefined} onClick={merge}>
        {mappingText.accept}
      </button>
      <button type="button" className="plain" onClick={onLeave}>
        {mappingText.cancel}
      </button>
    </div>
  );
}

/** One wording of relations: how often it is there, as what it is read, and the ways to read it as another. */
export function WordingLine({
  count: { wording, count, suggested },
  chosen,
  listId,
  onMerge,
  onPart,
}: WordingLineProps) {
  const [isAsking, setIsAsking] = useState(false);
  const merge = (target: string): void => {
    setIsAsking(false);
    onMerge(target);
  };
  const isSuggested = chosen === undefined && suggested !== null;
  return (
    <li className="wording-line">
      <div className="wording-head">
        <p dir="auto">
          {sayCell(wording)} <span className="mapping-soft">{mappingText.times(count)}</span>
        </p>
        {!isAsking && chosen === undefined && (
          <button
            type="button"
            className="plain"
            aria-label={mappingText.readAsNamed(wording)}
            onClick={() => setIsAsking(true)}
          >
            {mappingText.readAs}
          </button>
        )}
      </div>
      {chosen !== undefined && (
        <p>
          {mappingText.merged(chosen)}{' '}
          <button type="button" className="plain" aria-label={mappingText.apartNamed(wording)} onClick={onPart}>
            {mappingText.apart}
          </button>
        </p>
      )}
      {isSuggested && !isAsking && (
        <p>
          {mappingText.suggested(suggested)}{' '}
          <button
            type="button"
            className="plain"
            aria-label={mappingText.acceptNamed(wording, suggested)}
            onClick={() => merge(suggested)}
          >
            {mappingText.accept}
          </button>
        </p>
      )}
      {isAsking && (
        <OtherWording written={wording} listId={listId} onMerge={merge} onLeave={() => setIsAsking(false)} />
      )}
    </li>
  );
}
