import { bracketed, type ErrorParts, type Sayable, sayParam, sayPlace } from './sayable.ts';

function placeOf({ where, params }: Sayable): string {
  const [line, column] = [sayParam(params, 'line'), sayParam(params, 'column')];
  return line ? `${sayPlace(where)} at line ${line}${column ? `, column ${column}` : ''}` : sayPlace(where);
}

/** What a file is that is not read, where that is known. */
function isWhat(params: Sayable['params']): string {
  const [what, root] = [sayParam(params, 'what'), sayParam(params, 'root')];
  return what ? `it is ${what}` : root && `its root is “${root}”`;
}

/** Why a file cannot be opened and what to do, by code. */
export const OPEN_SENTENCES: readonly (readonly [string, (error: Sayable) => ErrorParts])[] = [
  [
    'too-large',
    ({ where, params }) => ({
      what: `The file is too large for this page${sayPlace(where)}: the limit is ${sayParam(params, 'limit') || '200'} MB, unpacked`,
      toDo: 'split it or open a part of it',
    }),
  ],
  [
    'too-many-records',
    ({ where, params }) => ({
      what: `The file holds more records than this page can take${sayPlace(where)}: the limit is ${sayParam(params, 'limit')}`,
      toDo: 'split it or open a part of it',
    }),
  ],
  [
    'too-deep',
    ({ where, params }) => ({
      what: `The file is nested more deeply than is read${sayPlace(where)}: the limit is ${sayParam(params, 'limit')} levels`,
      toDo: 'check that it is what you meant to open; a graph of relations is never so deep',
    }),
  ],
  [
    'not-xml',
    (error) => ({
      what: `The file is not readable as XML${placeOf(error)}${bracketed(sayParam(error.params, 'reason'))}`,
      toDo: 'save it again from the program it came from, then open it',
    }),
  ],
  [
    'doctype',
    ({ where }) => ({
      what: `The file defines XML entities of its own${sayPlace(where)}, which can be used to attack whoever opens it and are never expanded here`,
      toDo: 'take its DOCTYPE out, or save it again without one',
    }),
  ],
  [
    'empty-file',
    ({ where }) => ({
      what: `There is nothing in the file${sayPlace(where)}`,
      toDo: 'check that it was saved completely, or choose another one',
    }),
  ],
  [
    'html-page',
    ({ where }) => ({
      what: `This is a web page and not data${sayPlace(where)}; a download may have failed and saved an error page`,
      toDo: 'download the data again and open that',
    }),
  ],
  [
    'unknown-format',
    ({ where, params }) => ({
      what: `This is in none of the formats that are read here${sayPlace(where)}${bracketed(isWhat(params))}`,
      toDo: 'save it as CSV, GraphML, GEXF, FollowTheMoney or another format that “Open” lists',
    }),
  ],
  [
    'no-records',
    ({ where }) => ({
      what: `No entity and no relation was found in the file${sayPlace(where)}`,
      toDo: 'check that it is the file you meant',
    }),
  ],
  [
    'other-origin',
    ({ where }) => ({
      what: `Data are only opened from where this page lies itself, and the address${sayPlace(where)} is elsewhere`,
      toDo: 'download the file and open it from your machine',
    }),
  ],
];
