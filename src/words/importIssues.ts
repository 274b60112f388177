import { type Sayable, sayParam } from './sayable.ts';
import { sayCount } from './sayCount.ts';

const count = ({ params }: Sayable, one: string, many = `${one}s`): string =>
  sayCount(Number(params['count'] ?? 1), one, many);

/** What importers say of a file, by code; as clauses without a place. */
export const IMPORT_ISSUES: readonly (readonly [string, (issue: Sayable) => string])[] = [
  [
    'issues-not-listed',
    (issue) =>
      `${count(issue, 'more thing')} of the same kind (${sayParam(issue.params, 'code')}) not listed one by one`,
  ],
  ['name-missing', (issue) => `${count(issue, 'entity', 'entities')} without a name; the id stands for it`],
  [
    'dangling-end',
    ({ params }) =>
      `“${sayParam(params, 'id')}” is an end of a relation and is described nowhere in the file; a bare entity stands for it`,
  ],
  [
    'missing-end',
    () => 'a relation does not say who is at one of its ends; an entity “not stated” stands for whoever it is',
  ],
  [
    'id-repeated',
    ({ params }) => `the id “${sayParam(params, 'id')}” is used again; both are kept, the second under another id`,
  ],
  [
    'claim-by-default',
    (issue) =>
      `${count(issue, 'claim')} taken as stated by the source named for it, since the file does not say how firmly or by whom`,
  ],
  ['relation-unsourced', (issue) => `${count(issue, 'relation')} without a source, shown as unsourced`],
  [
    'address-not-linked',
    ({ params }) =>
      `“${sayParam(params, 'address')}” is no web address that can be opened; it is kept and shown as text`,
  ],
  [
    'number-as-text',
    (issue) =>
      `${count(issue, 'number')} with so many digits that computers round them (${sayParam(issue.params, 'example')}); kept exactly, as text`,
  ],
  [
    'not-a-number',
    (issue) =>
      `${count(issue, 'value')} such as ${sayParam(issue.params, 'value')}, which is no number in JSON; left empty`,
  ],
  ['doctype-ignored', () => 'the document type that the file names is not fetched and changes nothing'],
  [
    'encoding-guessed',
    ({ params }) =>
      `the letters are read as ${sayParam(params, 'encoding')}, since they are no valid UTF-8; check the accents`,
  ],
  [
    'field-kept',
    ({ params }) =>
      `the field “${sayParam(params, 'field')}” has no place of its own here; it is kept as it is and goes back on export to the same format`,
  ],
  ['record-skipped', ({ params }) => `a record could not be read (${sayParam(params, 'reason')}); it was left out`],
  [
    'value-coerced',
    ({ params }) =>
      `“${sayParam(params, 'from')}” in ${sayParam(params, 'field')} is read as “${sayParam(params, 'to')}”`,
  ],
  [
    'implied-relations',
    (issue) =>
      `${count(issue, 'relation')} made of “${sayParam(issue.params, 'field')}”, which names another record; no source is given for them unless the record has one`,
  ],
  [
    'own-columns-broken',
    () =>
      'the column in which Sayso keeps claims has been changed so that it fits the file no more; the rest is read as any other file',
  ],
  [
    'periods-parted',
    (issue) => `${count(issue, 'relation')} that held in several periods; each period is a relation of its own`,
  ],
  ['own-parent', ({ params }) => `“${sayParam(params, 'id')}” is nested in itself; that nesting is left out`],
  ['control-characters', () => 'the file holds control characters, which XML forbids; they are kept as they are'],
  [
    'name-shortened',
    ({ params }) => `a name of ${sayParam(params, 'length')} characters is shown shortened and kept whole`,
  ],
  ['guessed', ({ params }) => `${sayParam(params, 'what')} is taken as ${sayParam(params, 'as')}`],
  ['characters-mended', (issue) => `${count(issue, 'character')} that XML does not allow, shown as “\ufffd”`],
  [
    'attribute-undeclared',
    ({ params }) => `the field “${sayParam(params, 'field')}” is declared nowhere in the file; it is read as text`,
  ],
  [
    'field-renamed',
    ({ params }) =>
      `two fields are called “${sayParam(params, 'from')}”; the second is read as “${sayParam(params, 'to')}”`,
  ],
  [
    'value-not-of-type',
    ({ params }) =>
      `“${sayParam(params, 'value')}” in ${sayParam(params, 'field')} is not of the type ${sayParam(params, 'type')} that the file declares; it is read as text`,
  ],
  [
    'position-unusable',
    ({ params }) =>
      `the position (${sayParam(params, 'x')}, ${sayParam(params, 'y')}) is no place in a picture; it is left out`,
  ],
  [
    'direction-not-stated',
    () => 'the file does not say whether its edges are directed; those that say nothing are read as undirected',
  ],
  [
    'earlier-statement',
    (issue) =>
      `${count(issue, 'earlier statement')} about a record that a newer one replaced; the newest is shown, these are kept with it`,
  ],
  [
    'closed-without-end',
    ({ params }) =>
      `the record was closed on ${sayParam(params, 'date')} without saying when the interest ended; no end is shown, and the day is kept as “recordClosed”`,
  ],
  [
    'speaker-is-party',
    (issue) =>
      `${count(issue, 'speaker')} named exactly as a party to what is stated (${sayParam(issue.params, 'name')}) taken to be that party`,
  ],
  [
    'slide-shows-unknown',
    ({ params }) => `a slide shows “${sayParam(params, 'id')}”, which is nowhere on the map; the slide goes without it`,
  ],
  [
    'membership-twice',
    (issue) => `${count(issue, 'membership')} in the file a second time under the same id; taken once`,
  ],
  [
    'field-set-aside',
    ({ params }) =>
      `the field “${sayParam(params, 'field')}” has no place of its own here; it is kept as it is and not shown`,
  ],
  [
    'parent-cycle',
    ({ params }) =>
      `the group “${sayParam(params, 'id')}” lies in itself by way of others; check what is grouped under what`,
  ],
  [
    'order-mended',
    ({ params }) =>
      `“${sayParam(params, 'part')}” stands after “${sayParam(params, 'before')}” and belongs before it; read as if it did`,
  ],
  [
    'count-differs',
    ({ params }) =>
      `the file says that it has ${sayParam(params, 'stated')} ${sayParam(params, 'what')} and has ${sayParam(params, 'found')}; it may be incomplete`,
  ],
  [
    'field-differs',
    ({ params }) =>
      `the added data give another ${sayParam(params, 'field')} (“${sayParam(params, 'other')}”, here “${sayParam(params, 'mine')}”); both are kept`,
  ],
  [
    'merge-final',
    ({ params }) =>
      `“${sayParam(params, 'name')}” had been merged into this in the added data; that can no longer be taken back here`,
  ],
];
