import { use } from 'react';
import type { KeptNotice as Notice } from '../../state/appState.ts';
import { shelfText } from '../../words/shelfText.ts';
import { useDispatch } from '../kit/appContext.ts';
import { ShelfContext } from '../kit/shelf.ts';

function sayNotice({ code, name = '' }: Notice): string {
  return code === 'saved' ? shelfText.saved(name) : shelfText[code];
}

/** One sentence about what is kept on this machine; where another tab has gone on, which of the two goes on here. */
export function KeptNotice({ notice }: { readonly notice: Notice }) {
  const dispatch = useDispatch();
  const shelf = use(ShelfContext);
  return (
    <section className="kept-notice" aria-label={shelfText.region}>
      <p role="status">{sayNotice(notice)}</p>
      {notice.code === 'older' ? (
        <>
          <button type="button" onClick={() => void shelf?.resolve('newer')}>
            {shelfText.showNewer}
          </button>
          <button type="button" onClick={() => void shelf?.resolve('copy')}>
            {shelfText.keepCopy}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => dispatch('report', { keptNotice: null })}>
          {shelfText.close}
        </button>
      )}
    </section>
  );
}
