import { useEffect, useMemo, useRef } from 'react';
import { isLater } from '../../model/laterClaims.ts';
import type { ClaimId, Source } from '../../model/records.ts';
import type { AppState } from '../../state/appState.ts';
import { sayLaterInSource } from '../../words/followText.ts';
import { sourceText } from '../../words/panelText.ts';
import { plainText } from '../../words/plainText.ts';
import { readingText } from '../../words/readingText.ts';
import { useApp } from './appContext.ts';
import type { Known } from './known.ts';
import { LongList } from './LongList.tsx';
import { buildReading, findMarked, findSourceClaims, type ReadParagraph } from './readingOrder.ts';
import { SourceClaim } from './SourceClaim.tsx';

const selectMarking = ({ pointed, selection }: AppState): readonly string[] =>
  pointed.length > 0 ? pointed : selection;

interface SourceReadingProps {
  readonly known: Known;
  readonly source: Source;
  /** A claim that stays marked, for readers who came to see its place. */
  readonly at?: ClaimId | undefined;
}

interface ParagraphProps {
  readonly known: Known;
  readonly read: ReadParagraph;
  readonly marked: ReadonlySet<string>;
  readonly at: ClaimId | undefined;
}

function Paragraph({ known, read: { paragraph, text, claims }, marked, at }: ParagraphProps) {
  return (
    <li className="passage">
      <div className="passage-text">
        <h4>{paragraph === null ? readingText.noPlace : sourceText.paragraph(paragraph)}</h4>
        {text !== null && <p>{plainText(text)}</p>}
      </div>
      <LongList
        className="passage-claims"
        items={claims}
        render={(placed) => (
          <SourceClaim
            key={placed.claim.id}
            known={known}
            placed={placed}
            isMarked={marked.has(placed.claim.id) || placed.claim.id === at}
          />
        )}
      />
    </li>
  );
}

/**
 * Shows the first marked claim, unless the reader is in the list already: then the marks are his own pointing. Long
 * lists draw their later items a moment afterwards, which moves the mark: it is followed until the reader does something.
 */
function useMarkInView(marked: ReadonlySet<string>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    if (!element || marked.size === 0 || element.matches(':hover, :focus-within')) return undefined;
    const show = (): void => element.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' });
    show();
    const growth = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(show);
    growth?.observe(element);
    const stop = new AbortController();
    stop.signal.addEventListener('abort', () => growth?.disconnect());
    for (const type of ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const) {
      document.addEventListener(type, () => stop.abort(), { passive: true, signal: stop.signal });
    }
    return () => stop.abort();
  }, [marked]);
  return list;
}

/** A source's paragraphs beside the claims found in them; pointing at a claim lights up the graph, and the other way round. */
export function SourceReading({ known, source, at }: SourceReadingProps) {
  const { dataset, asOf } = known;
  const marking = useApp(selectMarking);
  const later = useMemo(
    () => findSourceClaims(dataset, source).filter(({ claim }) => isLater(dataset, claim, asOf)).length,
    [dataset, source, asOf],
  );
  const reading = useMemo(() => buildReading(dataset, source), [dataset, source]);
  const marked = useMemo(
    () => findMarked(dataset, findSourceClaims(dataset, source), marking),
    [dataset, source, marking],
  );
  const list = useMarkInView(marked);
  if (reading.length === 0) return <p>{sourceText.noClaims}</p>;
  return (
    <div className="reading" ref={list}>
      <h3>{sourceText.claims}</h3>
      <p className="reading-note">
        {source.passages ? sourceText.passagesNote[source.passages.kind] : sourceText.noPassages}
      </p>
      {asOf !== null && later > 0 && (
        <p className="reading-later">{sayLaterInSource(later, findSourceClaims(dataset, source).length, asOf)}</p>
      )}
      <LongList
        className="passages"
        step={40}
        items={reading}
        render={(read) => (
          <Paragraph key={read.paragraph ?? 'none'} known={known} read={read} marked={marked} at={at} />
        )}
      />
    </div>
  );
}
