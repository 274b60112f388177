import { PAPER_SPECS, type Paper } from '../../picture/paper.ts';
import type { Page } from '../../picture/writePage.ts';
import { printSheet } from './printSheet.ts';

/** Ids are those of one picture; the pages of several are in one document. */
function makeIdsOwn(page: Element, number: number): void {
  const ids = new Set([...page.querySelectorAll('[id]')].map(({ id }) => id));
  for (const element of [page, ...page.querySelectorAll('[id], [aria-labelledby]')]) {
    if (element.id) element.id = `printed-${number}-${element.id}`;
    const names = element.getAttribute('aria-labelledby')?.split(' ');
    if (names)
      element.setAttribute(
        'aria-labelledby',
        names.map((id) => (ids.has(id) ? `printed-${number}-${id}` : id)).join(' '),
      );
  }
}

/** Where a picture embeds its fonts: they are the page's own, whose policy lets no other style in. */
const STYLE = /<style\b[^>]*>[^<]*<\/style>/g;

/** A page as part of this document. */
function readPage({ svg }: Page, number: number): HTMLElement {
  const parsed = new DOMParser().parseFromString(svg.replaceAll(STYLE, ''), 'image/svg+xml').documentElement;
  makeIdsOwn(parsed, number);
  const page = document.createElement('div');
  page.className = `printed-page printed-page-${number}`;
  page.append(document.importNode(parsed, true));
  return page;
}

/**
 * Hands pages to the browser's print dialog, text as text and each on a sheet of its own size. `name` is what the file is
 * called where the reader saves it as PDF. Resolves when the dialog has been opened.
 */
export function printPages(pages: readonly Page[], paper: Paper, name: string): Promise<void> {
  const { print } = PAPER_SPECS[paper];
  const rules = pages.map(({ width, height }, i) => {
    const size = print ? `${print.width}mm ${print.height}mm` : `${width}px ${height}px`;
    const sheet = `@page printed-${i}{size:${size};margin:0}`;
    // A hair less than the sheet: rounding must not push it onto a second one.
    const page = `.printed-page-${i}{page:printed-${i};width:${width}px;height:${Math.floor(height - 1)}px}`;
    // Browsers that know one size a document take the first page's.
    return i === 0 ? `@page{size:${size};margin:0}${sheet}${page}` : `${sheet}${page}`;
  });
  return printSheet(pages.map(readPage), rules.join(''), name);
}
