import { plainText } from './plainText.ts';

/** Words of the page inside another page, and of the snippet that puts it there. */
export const embedText = {
  open: 'Open in Sayso',
  /** Over the graph, for a moment, when a reader seems to want to move it. */
  hintWheel: 'Hold Ctrl (⌘ on a Mac) to zoom with the wheel',
  hintTouch: 'Move the graph with two fingers',
  frameTitle: (title: string): string => `${plainText(title)}: who is related to whom, and on whose say-so`,

  heading: 'Put it into a page',
  lead: 'A frame with this view, without the controls around it. Readers can select, read and zoom; the page around it scrolls as always.',
  host: 'Address of the page that frames it, for messages (may stay empty)',
  hostHint: 'For example https://paper.example',
  badHost: 'That is no address of a site: it begins with https:// and has nothing behind the name.',
  height: 'Follow the height that the graph asks for, by a small script',
  standAlone: 'Export a page that stands alone',
  snippet: 'Snippet',
  copySnippet: 'Copy the snippet',
  copied: 'The snippet is in the clipboard.',
  refused: 'The browser did not let the page copy it; the snippet is selected, copy it with Ctrl+C or from the menu.',
  otherData:
    'The frame loads the data that come with this page, not the data that you opened. A page that stands alone holds those.',
  localAddress:
    'This page runs on your own machine, so nobody else can load the frame until the built pages are on your site. A page that stands alone needs no such thing.',
} as const;
