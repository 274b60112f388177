import { useEffect, useRef, useState } from 'react';
import type { DraftPicture } from '../../picture/draftPicture.ts';
import type { Paper } from '../../picture/paper.ts';
import { exportingText } from '../../words/exportingText.ts';
import { PRINT_PAPERS } from './exportChoices.ts';
import type { Preview } from './usePreview.ts';

/** CSS px to the millimetres and points of paper. */
const MM = 25.4 / 96;
const PT = 0.75;
/** Of a page that is read, its first parts are enough to judge it. */
const MOST_PARTS = 24;

const isPrinted = (paper: Paper): boolean => PRINT_PAPERS.some((name) => name === paper);

/** How large a picture is and how small its letters are, in the units of what it is for. */
export function saySizes({ pages, least }: DraftPicture, paper: Paper, scale: number | null): string {
  const [first] = pages;
  if (!first) return '';
  const { width, height } = first;
  const factor = scale ?? 1;
  const pixels = exportingText.size(Math.round(width * factor), Math.round(height * factor));
  if (!isPrinted(paper)) return [pixels, exportingText.least(least * factor)].join(' · ');
  const sheet = exportingText.onPaper(Math.round(width * MM), Math.round(height * MM));
  return [sheet, ...(scale === null ? [] : [pixels]), exportingText.leastOnPaper(least * PT)].join(' · ');
}

interface PagesProps {
  readonly draft: DraftPicture;
  readonly urls: readonly string[];
  readonly isTransparent: boolean;
}

/** The pages of a picture, one at a time, whole or in their own size. */
function PreviewPages({ draft, urls, isTransparent }: PagesProps) {
  const [chosen, setChosen] = useState(0);
  const [isActual, setIsActual] = useState(false);
  const at = Math.min(chosen, urls.length - 1);
  const page = draft.pages[at];
  if (!page) return null;
  const looks = ['export-sheet', isTransparent && 'is-transparent', isActual && 'is-actual'].filter(Boolean).join(' ');
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is larger than its frame is scrolled by keys */}
      <div className={looks} role="group" aria-label={exportingText.preview} tabIndex={isActual ? 0 : undefined}>
        <img src={urls[at]} alt={draft.alternative.short} width={page.width} height={page.height} />
      </div>
      <div className="export-pages">
        {urls.length > 1 && (
          <>
            <button
              type="button"
              aria-label={exportingText.previousPage}
              aria-disabled={at === 0 ? true : undefined}
              onClick={() => setChosen(Math.max(0, at - 1))}
            >
              <span aria-hidden="true">‹</span>
            </button>
            <span role="status">{exportingText.page(at + 1, urls.length)}</span>
            <button
              type="button"
              aria-label={exportingText.nextPage}
              aria-disabled={at === urls.length - 1 ? true : undefined}
              onClick={() => setChosen(Math.min(at + 1, urls.length - 1))}
            >
              <span aria-hidden="true">›</span>
            </button>
          </>
        )}
        <button type="button" aria-pressed={isActual} onClick={() => setIsActual(!isActual)}>
          {exportingText.actualSize}
        </button>
      </div>
    </>
  );
}

/** Read apart from the rest: the policy of this page lets no style in that it does not build itself. */
const STYLE = /<style\b[^>]*>([^<]*)<\/style>/g;

/** The head of a page with its own style in a holder of its own; nothing in it leads anywhere. */
function showPage(holder: HTMLElement, html: string): void {
  const page = new DOMParser().parseFromString(html.replaceAll(STYLE, ''), 'text/html');
  const style = new CSSStyleSheet();
  style.replaceSync([...html.matchAll(STYLE)].map(([, rules]) => rules).join('\n'));
  const root = holder.shadowRoot ?? holder.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [style];
  const shown = document.createElement('div');
  const main = page.querySelector('main');
  shown.className = main?.className ?? '';
  shown.append(...[...(main?.children ?? [])].slice(0, MOST_PARTS));
  for (const link of shown.querySelectorAll('a')) link.removeAttribute('href');
  root.replaceChildren(shown);
}

/** A page that is read, as it will look. */
function ReadingPreview({ page }: { readonly page: Blob }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isWanted = true;
    const show = async (): Promise<void> => {
      const html = await page.text();
      if (isWanted && holder.current) showPage(holder.current, html);
    };
    void show();
    return () => {
      isWanted = false;
    };
  }, [page]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <div ref={holder} className="export-read" role="group" aria-label={exportingText.begins} tabIndex={0} />
  );
}

const isPage = ({ type }: Blob): boolean => type.startsWith('text/html');

interface ExportPreviewProps {
  readonly preview: Preview;
  readonly isTransparent: boolean;
}

/** What will be saved: the pages drawn small, or how the file begins. */
export function ExportPreview({ preview, isTransparent }: ExportPreviewProps) {
  const { shown, isMaking, done } = preview;
  return (
    <div className={isMaking ? 'export-preview is-making' : 'export-preview'} aria-busy={isMaking}>
      {isMaking && (
        <p role="status" className={shown ? 'unseen' : 'export-waiting'}>
          {exportingText.preparing}
        </p>
      )}
      {isMaking && done !== null && <progress className="export-progress" value={done} aria-hidden="true" />}
      {shown?.type === 'pages' && <PreviewPages draft={shown.draft} urls={shown.urls} isTransparent={isTransparent} />}
      {shown?.type === 'file' && isPage(shown.made.blob) && <ReadingPreview page={shown.made.blob} />}
      {shown?.type === 'file' && !isPage(shown.made.blob) && shown.text !== null && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
        <pre role="group" aria-label={exportingText.begins} tabIndex={0}>
          {shown.text}
        </pre>
      )}
      {shown?.type === 'file' && shown.text === null && <p className="export-waiting">{shown.made.fileName}</p>}
    </div>
  );
}
