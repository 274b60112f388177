import { useEffect, useState } from 'react';
import type { AppState } from '../../state/appState.ts';
import { selectChoice } from '../../state/selectors.ts';
import { embedText } from '../../words/embedText.ts';
import { headerText } from '../../words/frameText.ts';
import { plainText } from '../../words/plainText.ts';
import { sayDate } from '../../words/sayDate.ts';
import { sayInForce } from '../../words/sayPictureView.ts';
import { sayShownRelations } from '../../words/sayView.ts';
import { useApp } from '../kit/appContext.ts';

/** What is shown, where it is not all: filters, clocks and how much they let through. */
function sayPart(state: AppState): string {
  const { dataset, view } = state;
  const { passing } = selectChoice(state);
  const inForce = sayInForce(dataset, view);
  return passing === null ? inForce : `${inForce} ${sayShownRelations(passing.size, dataset.relations.size)}.`;
}

const selectTitle = (state: AppState): string => plainText(state.dataset.file.title);

/** The day of the newest source; under the public clock what is in force says the day. */
function selectDate({ dataset, view }: AppState): string {
  if (view.asOf !== null) return '';
  const newest = dataset.file.sources
    .flatMap(({ published }) => (published ? [published] : []))
    .toSorted()
    .at(-1);
  return newest ? headerText.dated(sayDate(newest)) : '';
}

/** The address of the same view with everything around it. */
function findWhole(): string {
  const url = new URL(location.href);
  url.searchParams.delete('embed');
  url.searchParams.delete('host');
  return url.href;
}

/** The link follows the address, which the reader's clicks rewrite. */
function OpenWhole() {
  const [href, setHref] = useState(findWhole);
  return (
    <a
      className="embed-open"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onPointerEnter={() => setHref(findWhole())}
      onFocus={() => setHref(findWhole())}
      onClick={(event) => {
        event.currentTarget.href = findWhole();
      }}
    >
      {embedText.open}
    </a>
  );
}

/** How long the hint stays, ms. */
const HINT = 1600;

/** Says how to move the graph when a reader scrolls over it, for a moment; the page around it scrolls meanwhile. */
function ScrollHint() {
  const [hint, setHint] = useState('');
  useEffect(() => {
    const field = document.querySelector('.graph-field');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (text: string): void => {
      setHint(text);
      clearTimeout(timer);
      timer = setTimeout(() => setHint(''), HINT);
    };
    const onWheel = (event: Event): void => {
      const { ctrlKey, metaKey } = event as WheelEvent;
      if (!ctrlKey && !metaKey) say(embedText.hintWheel);
    };
    const onTouch = (event: Event): void => {
      if ((event as TouchEvent).touches.length === 1) say(embedText.hintTouch);
    };
    // A browser that scrolls the page with a finger takes it away before it has moved here.
    const onTaken = (event: Event): void => {
      if ((event as TouchEvent).touches.length === 0) say(embedText.hintTouch);
    };
    const options = { passive: true, capture: true };
    field?.addEventListener('wheel', onWheel, options);
    field?.addEventListener('touchmove', onTouch, options);
    field?.addEventListener('touchcancel', onTaken, options);
    return () => {
      clearTimeout(timer);
      field?.removeEventListener('wheel', onWheel, options);
      field?.removeEventListener('touchmove', onTouch, options);
      field?.removeEventListener('touchcancel', onTaken, options);
    };
  }, []);
  return hint === '' ? null : (
    <p className="embed-hint" aria-hidden="true">
      {hint}
    </p>
  );
}

/** The line over an embedded graph: what it is, as of when, what is left out, and the way to the whole. */
export function EmbedBar() {
  const title = useApp(selectTitle);
  const date = useApp(selectDate);
  const part = useApp(sayPart);
  return (
    <>
      <div className="embed-words">
        <h1 className="embed-title">{title}</h1>
        <p className="embed-date">{[date, part].filter(Boolean).join(' · ')}</p>
      </div>
      <OpenWhole />
      <ScrollHint />
    </>
  );
}
