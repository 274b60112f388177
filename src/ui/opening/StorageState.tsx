import { useState } from 'react';
import { openingText } from '../../words/openingText.ts';
import type { Shelf, ShelfState } from '../kit/shelf.ts';
import { AskOnce } from './AskOnce.tsx';

interface StorageStateProps {
  readonly shelf: Shelf;
  readonly state: ShelfState;
  readonly isEmpty: boolean;
}

/** How well this browser keeps things, what can be done about it, and the way to leave nothing behind. */
export function StorageState({ shelf, state, isEmpty }: StorageStateProps) {
  const { problem, usage } = state;
  const [agreed, setAgreed] = useState<boolean | null>(null);
  const persist = async (): Promise<void> => setAgreed(await shelf.persist());
  return (
    <div className="start-storage">
      {problem && <p>{openingText.storage[problem]}</p>}
      {problem === 'volatile' && agreed !== true && (
        <button type="button" className="plain" onClick={() => void persist()}>
          {openingText.persist}
        </button>
      )}
      <p role="status">{agreed === null ? '' : agreed ? openingText.persisted : openingText.notPersisted}</p>
      {usage !== null && usage > 0 && !isEmpty && <p>{openingText.usage(usage)}</p>}
      {problem !== 'refused' && (
        <AskOnce label={openingText.removeAll} question={openingText.askRemoveAll} onYes={() => shelf.removeAll()} />
      )}
    </div>
  );
}
