import { useContext, useId, useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import type { AppState } from '../../state/appState.ts';
import { openingText, sayKept } from '../../words/openingText.ts';
import { plainText } from '../../words/plainText.ts';
import { sayDate } from '../../words/sayDate.ts';
import { sayError } from '../../words/sayError.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { LongList } from '../kit/LongList.tsx';
import { OpenerContext } from '../kit/opener.ts';
import { type KeptEntry, type Shelf, ShelfContext } from '../kit/shelf.ts';
import { AskOnce } from './AskOnce.tsx';
import { asContent } from './answerPage.ts';
import { StorageState } from './StorageState.tsx';
import { startOpening } from './startOpening.ts';
import { useShelf } from './useShelf.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** The day and the time on this device's clock. */
function sayMoment(ms: number): string {
  const at = new Date(ms);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${sayDate(day)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const selectHasReport = ({ report }: AppState): boolean => report !== null;

interface KeptLineProps {
  readonly entry: KeptEntry;
  readonly shelf: Shelf;
  readonly isOpen: boolean;
  readonly isOpening: boolean;
  readonly onOpen: () => void;
  /** Reads the file that it was saved to. */
  readonly onReopen: () => void;
}

function KeptLine({ entry, shelf, isOpen, isOpening, onOpen, onReopen }: KeptLineProps) {
  const store = useAppStore();
  const hasReport = useApp(selectHasReport);
  const { key, title, entities, relations, bytes, changed, savedTo } = entry;
  return (
    <li className="kept-line">
      <button type="button" className="plain kept-title" onClick={onOpen}>
        {plainText(title) || key}
      </button>
      <p className="kept-about">
        {sayKept(entities, relations, bytes)}
        <br />
        <time dateTime={new Date(changed).toISOString()}>{sayMoment(changed)}</time>
        {isOpen && <span className="kept-open">{openingText.openNow}</span>}
      </p>
      {isOpen && hasReport && (
        <button type="button" className="plain kept-file" onClick={() => store.dispatch('openDialog', 'report')}>
          {openingText.noticeMore}
        </button>
      )}
      {savedTo !== null && (
        <button type="button" className="plain kept-file" onClick={onReopen}>
          {openingText.reopen(savedTo)}
        </button>
      )}
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

/** The two ways back to what is kept, one at a time, and why the last one failed. */
function useWayBack(shelf: Shelf | null) {
  const store = useAppStore();
  const opener = useContext(OpenerContext);
  /** The key of what is being opened; undefined for nothing, null for the example. */
  const [opening, setOpening] = useState<string | null | undefined>();
  const [refused, setRefused] = useState<DataError | null>(null);
  const run = async (key: string | null, act: () => Promise<void>): Promise<void> => {
    setOpening(key);
    setRefused(null);
    try {
      await act();
    } catch (error) {
      const failed = error instanceof DataError ? error : new DataError('unexpected', '', { reason: String(error) });
      if (failed.code !== 'cancelled') setRefused(failed);
    } finally {
      setOpening(undefined);
    }
  };
  const open = (key: string | null): Promise<void> =>
    run(key, async () => {
      await shelf?.open(key);
      store.dispatch('closeDialog');
    });
  const reopen = (key: string): Promise<void> =>
    run(key, async () => {
      const file = await shelf?.reopen(key);
      if (file && opener) void startOpening(store, opener, asContent([file]), false);
    });
  return { opening, refused, open, reopen };
}

/** The example and what is kept on this machine, newest first, with the ways to delete it. */
export function KeptList() {
  const shelf = useContext(ShelfContext);
  const { entries, state, current, failed, again } = useShelf(shelf);
  const { opening, refused, open, reopen } = useWayBack(shelf);
  const headingId = useId();
  if (!shelf) return null;
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
              isOpen={current === entry.key}
              isOpening={opening === entry.key}
              onOpen={() => void open(entry.key)}
              onReopen={() => void reopen(entry.key)}
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
