import type { MessageParams } from '../model/dataError.ts';
import { bracketed, type ErrorParts, type Sayable, sayParam, sayPlace } from './sayable.ts';
import { sayNumber } from './sayCount.ts';

function pictureTooLarge({ params }: Sayable): ErrorParts {
  const [width, height] = [sayParam(params, 'width'), sayParam(params, 'height')];
  const size = width && height ? ` of ${width} × ${height} pixels` : '';
  const largest = Number(params['largestScale'] ?? 0);
  const scale = largest >= 1 ? `choose at most ${sayParam(params, 'largestScale')}×, ` : 'choose ';
  return {
    what: `A picture${size} is larger than this browser can make`,
    toDo: `${scale}a smaller part of the graph, or SVG, which is sharp at any size`,
  };
}

/** Letters on paper are measured in pt, on a screen in px. */
function sayLetters(params: MessageParams, key: string): string {
  const px = Number(params[key]);
  if (!(px > 0)) return '';
  const isPaper = sayParam(params, 'paper').startsWith('a');
  return `${sayNumber(Math.round((isPaper ? px * 0.75 : px) * 10) / 10)} ${isPaper ? 'pt' : 'px'}`;
}

/** What requests call the sheets for screens, in words. */
const SHEETS: ReadonlyMap<string, string> = new Map([
  ['free', 'a sheet as large as the graph needs'],
  ['column', 'the article column'],
  ['wide', 'the wide sheet'],
  ['story', 'the upright sheet'],
]);

/** A sheet by its name in a request: "A4 landscape". */
function sayPaper(name: string): string {
  return SHEETS.get(name) ?? name.replace(/^a(\d)/, 'A$1').replace('-', ' ');
}

function pageTooSmall({ params }: Sayable): ErrorParts {
  const [would, least] = [sayLetters(params, 'would'), sayLetters(params, 'least')];
  const letters = would && least ? `: its smallest letters would be ${would}, and ${least} is the least` : '';
  const offer = sayParam(params, 'offer');
  return {
    what: `The graph is too large to be read on this sheet${letters}`,
    toDo: offer ? `choose ${sayPaper(offer)}, or a smaller part of the graph` : 'choose a smaller part of the graph',
  };
}

/** Each scope is empty for a reason of its own; others than these take what is selected. */
const EMPTY_SCOPES: ReadonlyMap<unknown, ErrorParts> = new Map([
  [
    'all',
    {
      what: 'There is nothing to export, as the graph shows nothing',
      toDo: 'take away filters and clocks, or open data that holds something',
    },
  ],
  [
    'visible',
    {
      what: 'There is nothing to export, as nothing of the graph is in view',
      toDo: 'move the graph into view, or choose to export everything',
    },
  ],
]);

function noScope({ params }: Sayable): ErrorParts {
  return (
    EMPTY_SCOPES.get(params['scope']) ?? {
      what: 'There is nothing to export, as nothing is selected in the graph',
      toDo: 'select something first, or choose to export everything',
    }
  );
}

const parts = (what: string, toDo: string) => (): ErrorParts => ({ what, toDo });

/** What goes wrong while something is exported, by code. */
export const EXPORT_SENTENCES: readonly (readonly [code: string, say: (error: Sayable) => ErrorParts])[] = [
  ['picture-too-large', pictureTooLarge],
  ['page-too-small', pageTooSmall],
  [
    'picture-failed',
    ({ where, params }) => ({
      what: `The picture could not be made${sayPlace(where)}${bracketed(sayParam(params, 'reason'))}`,
      toDo: 'try again, choose a smaller scale, or save it as SVG',
    }),
  ],
  [
    'export-failed',
    ({ params }) => ({
      what: `The file could not be made${bracketed(sayParam(params, 'reason'))}`,
      toDo: 'try again, or choose another format or a smaller part',
    }),
  ],
  [
    'no-format',
    ({ params }) => {
      const format = sayParam(params, 'format');
      return {
        what: format ? `This browser does not write ${format}` : 'This browser does not write that format',
        toDo: 'choose PNG or SVG instead',
      };
    },
  ],
  [
    'print-only',
    parts(
      'A PDF is made by the browser’s own print dialog and by nothing else',
      'choose to print, and there to save as PDF',
    ),
  ],
  [
    'no-story',
    ({ params }) => ({
      what: `There is no story here that could be exported${bracketed(sayParam(params, 'story'))}`,
      toDo: 'choose one of the stories of this dataset, or none',
    }),
  ],
  ['no-scope', noScope],
  [
    'bad-option',
    ({ params }) => ({
      what: `Nothing can be exported with that value of “${sayParam(params, 'option')}”`,
      toDo: sayParam(params, 'known') ? `give one of: ${sayParam(params, 'known')}` : 'leave it out, or see the README',
    }),
  ],
  [
    'clipboard-refused',
    parts(
      'The browser did not allow the picture to be copied to the clipboard',
      'allow it in the browser’s settings, or save the picture as a file',
    ),
  ],
];
