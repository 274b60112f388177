import { useContext, useId, useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import { openingText, sayKept } from '../../words/openingText.ts';
import { plainText } from '../../words/plainText.ts';
import { sayDate } from '../../words/sayDate.ts';
import { sayError } from '../../words/sayError.ts';
import { useDispatch } from '../kit/appContext.ts';
import { LongList } from '../kit/LongList.tsx';
import { type KeptEntry, type Shelf, ShelfContext } from '../kit/shelf.ts';
import { AskOnce } from './AskOnce.tsx';
import { StorageState } from './StorageState.tsx';
import { useShelf } from './useShelf.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** The day and the time on this device's clock. */
function sayMoment(ms: number): string {
  const at = new Date(ms);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${sayDate(day)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

interface KeptLineProps {
  readonly entry: KeptEntry;
  readonly shelf: Shelf;
  readonly isOpening: boolean;
  readonly onOpen: () => void;
}

function KeptLine({ entry, shelf, isOpening, onOpen }: KeptLineProps) {
  const { key, title, entities, relations, bytes, changed } = entry;
  return (
    <li className="kept-line">
      <button type="button" className="plain kept-title" onClick={onOpen}>
        {plainText(title) || key}
      </button>
      <p className="kept-about">
        {sayKept(entities, relations, bytes)}
        <br />
        <time dateTime={new Date(changed).toISOString()}>{sayMoment(changed)}</time>
      </p>
      {isOpening && <p role="status">{openingText.opening}</p>}
      <AskOnce
        label={openingText.remove}
        name={openingText.removeNamed(title)}
        question={openingText.askRemove(title)}
        onYes={() => shelf.remove(key)}
      />
    </li>
  );
}

/** The example and what is kept on this machine, newest first, with the ways to delete it. */
export function KeptList() {
  const shelf = useContext(ShelfContext);
  const dispatch = useDispatch();
  const { entries, state, failed, again } = useShelf(shelf);
  /** The key of what is being opened; undefined for nothing, null for the example. */
  const [opening, setOpening] = useState<string | null | undefined>();
  const [refused, setRefused] = useState<DataError | null>(null);
  const headingId = useId();
  if (!shelf) return null;
  const open = async (key: string | null): Promise<void> => {
    setOpening(key);
    setRefused(null);
    try {
      await shelf.open(key);
      dispatch('closeDialog');
    } catch (error) {
      setRefused(error instanceof DataError ? error : new DataError('unexpected', '', { reason: String(error) }));
    } finally {
      setOpening(undefined);
    }
  };
  return (
    <section className="start-kept" aria-labelledby={headingId}>
      <h3 id={headingId}>{openingText.kept}</h3>
      {refused && <p role="alert">{sayError(refused)}</p>}
      <ul>
        <li className="kept-line">
          <button type="button" className="plain kept-title" onClick={() => void open(null)}>
            {openingText.bundled}
          </button>
          <p className="kept-about">{openingText.bundledHint}</p>
          {opening === null && <p role="status">{openingText.opening}</p>}
        </li>
      </ul>
      {entries && (
        <LongList
          items={entries}
          step={20}
          render={(entry) => (
            <KeptLine
              key={entry.key}
              entry={entry}
              shelf={shelf}
              isOpening={opening === entry.key}
              onOpen={() => void open(entry.key)}
            />
          )}
        />
      )}
      {!entries && !failed && <p role="status">{openingText.lookingUp}</p>}
      {failed && (
        <p role="alert">
          {openingText.listFailed}{' '}
          <button type="button" onClick={again}>
            {openingText.tryAgain}
          </button>
        </p>
      )}
      {entries?.length === 0 && state?.problem !== 'refused' && <p className="start-hint">{openingText.nothingKept}</p>}
      {state && <StorageState shelf={shelf} state={state} isEmpty={!entries || entries.length === 0} />}
    </section>
  );
}
