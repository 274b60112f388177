import { useEffect, useRef, useState } from 'react';
import { HOME } from '../../model/view.ts';
import type { AppState } from '../../state/appState.ts';
import { findPlaces } from '../../state/findPlaces.ts';
import { LONGEST_FRAGMENT } from '../../state/fragment.ts';
import { type Left, writeLink } from '../../state/linkCodec.ts';
import { listLinkContents, shareText } from '../../words/shareText.ts';
import { useAppStore } from '../kit/appContext.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { EmbedSnippet } from './EmbedSnippet.tsx';

type Copying = 'copying' | 'copied' | 'refused';

interface SharedLink {
  readonly url: string;
  readonly title: string;
  readonly isBundled: boolean;
  readonly holds: readonly string[];
  readonly lacks: readonly string[];
}

/** What of a state its link says after what it had to leave out. */
function cutState(state: AppState, left: readonly Left[]): AppState {
  const keeps = (name: Left): boolean => !left.includes(name);
  const { view, selection, cameraAt, question, voice } = state;
  const focus = keeps('selection') ? view.focus : null;
  const moved = keeps('moved') ? {} : { moved: new Map(), pinned: [] };
  return {
    ...state,
    view: { ...(keeps('view') ? view : HOME), ...moved, focus },
    selection: keeps('selection') ? selection : [],
    ...(keeps('view') ? { cameraAt, question, voice } : { cameraAt: null, question: null, voice: null }),
  };
}

function buildLink(state: AppState): SharedLink {
  const places = findPlaces(state);
  const { fragment, left } = writeLink(state, places);
  const { title } = state.dataset.file;
  // The first dataset is the one that comes with the page.
  const isBundled = state.datasetVersion === 1;
  const data = isBundled ? shareText.lacksBundled : shareText.lacksData(title);
  return {
    title,
    isBundled,
    url: `${location.href.split('#', 1)[0]}${fragment}`,
    holds: listLinkContents(cutState(state, left), left.includes('places') ? 0 : (places?.nodes.size ?? 0)),
    lacks: [data, ...(left.length > 0 ? [shareText.tooLong(LONGEST_FRAGMENT, left)] : [])],
  };
}

function LinkContents({ link }: { readonly link: SharedLink }) {
  return (
    <>
      <h3>{shareText.holds}</h3>
      {link.holds.length === 0 ? (
        <p>{shareText.holdsNothing}</p>
      ) : (
        <ul className="share-list">
          {link.holds.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      )}
      <h3>{shareText.lacks}</h3>
      {link.lacks.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="share-note">{shareText.nothingSent}</p>
    </>
  );
}

/** The link that reopens exactly this view: copied when the dialog opens, with what it holds and what it does not. */
export function ShareDialog() {
  const store = useAppStore();
  const [link] = useState(() => buildLink(store.getState()));
  const [copying, setCopying] = useState<Copying>('copying');
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link.url);
      setCopying('copied');
    } catch {
      // Refused by the reader or the browser, or a page without a secure origin.
      setCopying('refused');
      field.current?.focus();
    }
  };
  const copyFirst = useRef(copy);
  useEffect(() => {
    field.current?.focus();
    void copyFirst.current();
  }, []);
  return (
    <Dialog title={shareText.title} closeLabel={shareText.close} className="share">
      <textarea
        ref={field}
        className="share-link"
        readOnly
        rows={2}
        spellCheck={false}
        aria-label={shareText.field}
        aria-describedby="share-said"
        value={link.url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="share-actions">
        <button type="button" onClick={() => void copy()}>
          {shareText.copyAgain}
        </button>
        <span className="share-note">{shareText.length(link.url.length)}</span>
        {/* The page's own live region is out of reach behind a modal dialog. */}
        <p id="share-said" aria-live="polite">
          {shareText[copying]}
        </p>
      </div>
      <LinkContents link={link} />
      <EmbedSnippet link={link.url} title={link.title} isBundled={link.isBundled} />
    </Dialog>
  );
}
