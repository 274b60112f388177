import type { MessageParams } from '../model/dataError.ts';
import { EXPORT_SENTENCES } from './exportErrors.ts';
import { OPEN_SENTENCES } from './openErrors.ts';
import { cutText, plainText } from './plainText.ts';
import { bracketed, type ErrorParts, MAX_PARAM, quoted, type Sayable, sayParam, sayPlace } from './sayable.ts';
import { sayCount } from './sayCount.ts';

function notJson({ where, params }: Sayable): ErrorParts {
  const line = sayParam(params, 'line');
  const column = sayParam(params, 'column');
  const place = line ? ` at line ${line}${column ? `, column ${column}` : ''}` : sayPlace(where);
  return {
    what: `The file is not readable as JSON${place}${bracketed(sayParam(params, 'reason'))}`,
    toDo: 'check that it was saved completely, then open it again',
  };
}

function moreOf(params: MessageParams): string {
  const more = Number(params.more ?? 0);
  return more > 0 ? `, and there ${more === 1 ? 'is' : 'are'} ${sayCount(more, 'more problem')}` : '';
}

/** How much of a link a dataset lacks: "3 of 12 things"; empty where it lacks nothing or that is not known. */
function missing(params: MessageParams): string {
  const dropped = Number(params.dropped ?? 0);
  return dropped > 0 ? `${sayParam(params, 'dropped')} of ${sayCount(Number(params.named ?? dropped), 'thing')}` : '';
}

const verbFor = (params: MessageParams): string => (Number(params.dropped) === 1 ? 'does' : 'do');

function otherDataset({ params }: Sayable): ErrorParts {
  const lost = missing(params);
  return {
    what: `This link was made for other data${bracketed(sayParam(params, 'made'))} than what is open here${bracketed(sayParam(params, 'open'))}: ${
      lost
        ? `${lost} in the link ${verbFor(params)} not exist here, and the rest is shown`
        : 'everything in it exists here too'
    }`,
    toDo: 'open the data that it was made for to see what was meant',
  };
}

/** Codes of what goes wrong when a file is opened, and what was open before stays. */
const ABOUT_OPENING: ReadonlySet<string> = new Set([
  ...'not-found not-json not-sayso unknown-version invalid duplicate-id dangling-reference'.split(' '),
  ...'unreadable cancelled unexpected'.split(' '),
  ...OPEN_SENTENCES.map(([code]) => code),
]);

/** Whether an error means that something was not opened, so that what was open before is worth a word. */
export function isAboutOpening(code: string): boolean {
  return ABOUT_OPENING.has(code);
}

/** What an error means and what to do, by code. */
export const ERROR_SENTENCES: ReadonlyMap<string, (error: Sayable) => ErrorParts> = new Map([
  [
    'not-found',
    ({ where }: Sayable): ErrorParts => ({
      what: `Nothing was found${sayPlace(where)}`,
      toDo: 'check the address or the file’s name, and your connection',
    }),
  ],
  ['not-json', notJson],
  [
    'not-sayso',
    ({ where }: Sayable): ErrorParts => ({
      what: `This is not a Sayso file${sayPlace(where)}: the field “sayso” with the version is missing`,
      toDo: 'choose another file, or add "sayso": 1 if the file follows the format',
    }),
  ],
  [
    'unknown-version',
    ({ params }: Sayable): ErrorParts => ({
      what: `The file has the version${quoted(sayParam(params, 'version'))} in its field “sayso”, and this page reads version 1`,
      toDo: 'open it with a newer Sayso, or ask its maker for version 1',
    }),
  ],
  [
    'invalid',
    ({ where, params }: Sayable): ErrorParts => {
      const problem = sayParam(params, 'problem') || sayParam(params, 'message');
      return {
        what: `The file does not follow the format${sayPlace(where)}${problem ? `: ${problem}` : ''}${moreOf(params)}`,
        toDo: 'correct it there and open it again',
      };
    },
  ],
  [
    'duplicate-id',
    ({ where, params }: Sayable): ErrorParts => ({
      what: `The id${quoted(sayParam(params, 'id'))} is used more than once, the second time${sayPlace(where) || ' further down'}${moreOf(params)}`,
      toDo: 'give one of the two another id',
    }),
  ],
  [
    'dangling-reference',
    ({ where, params }: Sayable): ErrorParts => ({
      what: `Something is referred to that the file does not hold${sayPlace(where)}: the id${quoted(sayParam(params, 'id'))}${moreOf(params)}`,
      toDo: 'add the missing record or correct the id',
    }),
  ],
  ...OPEN_SENTENCES,
  [
    'unreadable',
    ({ where, params }: Sayable): ErrorParts => ({
      what: `The file could not be read${sayPlace(where)}${bracketed(sayParam(params, 'reason'))}`,
      toDo: 'check that it still exists and that you may open it, then try again',
    }),
  ],
  [
    'cancelled',
    ({ where }: Sayable): ErrorParts => ({
      what: `It was cancelled${sayPlace(where)}, and nothing has changed`,
      toDo: 'start again whenever you like',
    }),
  ],
  [
    'kept-gone',
    (): ErrorParts => ({
      what: 'What was open in this tab is no longer kept on this machine',
      toDo: 'open it again from its file',
    }),
  ],
  [
    'kept-unreadable',
    ({ where }: Sayable): ErrorParts => ({
      what: `What this browser has kept${quoted(cutText(plainText(where), MAX_PARAM))} could not be read, and nothing of it was deleted`,
      toDo: 'try again from the start screen, or open the file that it came from',
    }),
  ],
  [
    'kept-refused',
    ({ params }: Sayable): ErrorParts => ({
      what: `This browser does not let the page read what is kept on this machine${bracketed(sayParam(params, 'reason'))}`,
      toDo: 'allow this page to store data, or open your file again',
    }),
  ],
  [
    'save-failed',
    ({ where, params }: Sayable): ErrorParts => ({
      what: `The file could not be written${quoted(cutText(plainText(where), MAX_PARAM))}${bracketed(sayParam(params, 'reason'))}`,
      toDo: 'check that there is room and that you may write there, then save again',
    }),
  ],
  ...EXPORT_SENTENCES,
  [
    'unknown-id',
    ({ where, params }: Sayable): ErrorParts => ({
      what: `Nothing in this dataset has the id${quoted(sayParam(params, 'id'))}${sayPlace(where)}`,
      toDo: 'look for it with the search box',
    }),
  ],
  [
    'unknown-step',
    (): ErrorParts => ({
      what: 'The link leads to a step that the story does not have, or no longer has',
      toDo: 'read the story from its beginning',
    }),
  ],
  [
    'bad-link',
    (): ErrorParts => ({
      what: 'This link cannot be read, so nothing of it was opened',
      toDo: 'check that it was copied whole, or look for what you want with the search box',
    }),
  ],
  [
    'bad-view',
    ({ where }: Sayable): ErrorParts => ({
      what: `The view cannot be set${sayPlace(where)}: that is no value it can have`,
      toDo: 'compare it with what view() gives; nothing has been changed',
    }),
  ],
  ['other-dataset', otherDataset],
  [
    'outdated-link',
    ({ params }: Sayable): ErrorParts => ({
      what: `This link was made before the data changed: ${missing(params) || 'some'} in it ${verbFor(params)} not exist here any more`,
      toDo: 'go on with what is shown, which is the rest of it, or drop filters and clocks',
    }),
  ],
  [
    'late-code',
    (): ErrorParts => ({
      what: 'A part of this page that it needs for this could not be fetched',
      toDo: 'check your connection and reload the page',
    }),
  ],
  [
    'layout-failed',
    ({ where, params }: Sayable): ErrorParts => ({
      what: `The graph could not be arranged${sayPlace(where)}${bracketed(sayParam(params, 'reason'))}`,
      toDo: 'use the table, which shows the same relations, or reload the page',
    }),
  ],
]);
