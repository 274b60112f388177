import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { EntityId } from '../../model/records.ts';
import { type Hit, search } from '../../model/search.ts';
import { searchIndexOf } from '../../state/searchIndexOf.ts';
import { sayKind } from '../../words/names.ts';
import { pathText } from '../../words/pathText.ts';
import { plainText } from '../../words/plainText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { useDispatch } from '../kit/appContext.ts';
import { KindMark } from '../kit/KindMark.tsx';

type EntityHit = Extract<Hit, { type: 'entity' }>;

const MOST = 8;
/** Relations and sources are answers too, and entities are picked from among them. */
const SEARCHED = 200;
const STEPS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

function findNames(dataset: Dataset, typed: string): readonly EntityHit[] {
  if (typed.trim() === '') return [];
  const hits = search(searchIndexOf(dataset), typed, SEARCHED);
  return hits.filter((hit): hit is EntityHit => hit.type === 'entity').slice(0, MOST);
}

interface NameListProps {
  readonly id: string;
  readonly label: string;
  readonly hits: readonly EntityHit[];
  readonly active: number;
  readonly onChoose: (id: EntityId) => void;
}

function NameList({ id, label, hits, active, onChoose }: NameListProps) {
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, active]);
  return (
    <div id={id} role="listbox" aria-label={label} className="picker-list">
      {hits.map((hit, i) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field answers the keys of a combobox
        <div
          key={hit.id}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          className="picker-name"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(hit.id)}
        >
          <KindMark kind={hit.kind} /> <bdi>{plainText(hit.label)}</bdi>{' '}
          <span className="soft">{sayKind(hit.kind)}</span>
        </div>
      ))}
    </div>
  );
}

interface EntityPickerProps {
  readonly dataset: Dataset;
  readonly label: string;
  readonly value: EntityId | null;
  /** Takes the focus when it appears. */
  readonly isWaiting: boolean;
  readonly onChoose: (id: EntityId) => void;
}

/**
 * One end of a question: the combobox with a list of the ARIA Authoring Practices. What was chosen stands in the field
 * until something else is; leaving the field puts it back.
 */
export function EntityPicker({ dataset, label, value, isWaiting, onChoose }: EntityPickerProps) {
  const dispatch = useDispatch();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  /** Null: nothing has been typed since the last choice. */
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const hits = useMemo(() => findNames(dataset, typed ?? ''), [dataset, typed]);
  const isOpen = typed !== null && typed.trim() !== '';
  useEffect(() => {
    // Once, when the question is opened with this end still to be named.
    if (isWaiting) field.current?.focus();
  }, [isWaiting]);
  useEffect(() => {
    if (isOpen) dispatch('report', { said: hits.length > 0 ? pathText.names(hits.length) : pathText.noName(typed) });
  }, [dispatch, isOpen, hits, typed]);
  const type = (text: string | null): void => {
    setTyped(text);
    setActive(-1);
  };
  const choose = (chosen: EntityId | undefined): void => {
    if (chosen === undefined) return;
    type(null);
    onChoose(chosen);
  };
  const answerKey = (event: KeyboardEvent): void => {
    const step = STEPS.get(event.key);
    if (step !== undefined && hits.length > 0) {
      const from = active < 0 && step < 0 ? hits.length : active;
      setActive((from + step + hits.length) % hits.length);
    } else if (event.key === 'Enter' && isOpen) choose(hits[Math.max(0, active)]?.id);
    else if (event.key === 'Escape' && typed !== null) type(null);
    // Elsewhere the page answers it, but leaves the keys of text fields to them.
    else if (event.key === 'Escape') dispatch('stepBack');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="picker">
      <label htmlFor={`${id}-field`}>{label}</label>
      <input
        ref={field}
        id={`${id}-field`}
        type="text"
        role="combobox"
        aria-expanded={isOpen && hits.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={pathText.placeholder}
        value={typed ?? (value === null ? '' : sayName(dataset, value))}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => type(null)}
        onKeyDown={answerKey}
      />
      {isOpen && hits.length > 0 && (
        <NameList id={id} label={pathText.namesOf(label)} hits={hits} active={active} onChoose={choose} />
      )}
      {isOpen && hits.length === 0 && <p className="picker-list picker-none">{pathText.noName(plainText(typed))}</p>}
    </div>
  );
}
