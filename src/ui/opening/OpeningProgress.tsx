import { useContext, useEffect } from 'react';
import type { AppState } from '../../state/appState.ts';
import { openingText } from '../../words/openingText.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { OpenerContext } from '../kit/opener.ts';
import { openingNames } from '../kit/openFiles.ts';
import { cancelOpening } from './startOpening.ts';

/** In whole hundredths, so that it is drawn at most a hundred times. */
const selectPercent = ({ busy }: AppState): number => Math.floor((busy?.done ?? 0) * 100);

/** How far opening has come, over the page that stays as it was, with the way to stop it. */
export function OpeningProgress() {
  const store = useAppStore();
  const opener = useContext(OpenerContext);
  const percent = useApp(selectPercent);
  useEffect(() => {
    // Before the page's own keys: Escape would clear the selection too.
    const answer = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !opener || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      cancelOpening(store, opener);
    };
    document.addEventListener('keydown', answer, true);
    return () => document.removeEventListener('keydown', answer, true);
  }, [store, opener]);
  return (
    <div className="opening-progress">
      <p>{openingText.progress(openingNames(store), percent)}</p>
      <progress aria-label={openingText.progressName} max={100} {...(percent > 0 ? { value: percent } : {})} />
      {opener && (
        <button type="button" onClick={() => cancelOpening(store, opener)}>
          {openingText.cancel}
        </button>
      )}
    </div>
  );
}
