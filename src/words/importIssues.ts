import { countIssue } from './countIssue.ts';
import { FTM_ISSUES } from './ftmIssues.ts';
import { sayRole } from './roleNames.ts';
import { type Sayable, sayParam } from './sayable.ts';

/** What importers say of a file, by code; as clauses without a place. */
export const IMPORT_ISSUES: readonly (readonly [string, (issue: Sayable) => string])[] = [
  [
    'issues-not-listed',
    (issue) =>
      `${countIssue(issue, 'more thing')} of the same kind (${sayParam(issue.params, 'code')}) not listed one by one`,
  ],
  ['nothing-found', () => 'no entity and no relation was found; check that it is the file you meant'],
  ['name-missing', (issue) => `${countIssue(issue, 'entity', 'entities')} without a name; the id stands for it`],
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
      `${countIssue(issue, 'claim')} taken as stated by the source named for it, since the file does not say how firmly or by whom`,
  ],
  ['relation-unsourced', (issue) => `${countIssue(issue, 'relation')} without a source, shown as unsourced`],
  [
    'address-not-linked',
    ({ params }) =>
      `“${sayParam(params, 'address')}” is no web address that can be opened; it is kept and shown as text`,
  ],
  [
    'number-as-text',
    (issue) =>
      `${countIssue(issue, 'number')} with so many digits that computers round them (${sayParam(issue.params, 'example')}); kept exactly, as text`,
  ],
  [
    'not-a-number',
    (issue) =>
      `${countIssue(issue, 'value')} such as ${sayParam(issue.params, 'value')}, which is no number in JSON; left empty`,
  ],
  ['doctype-ignored', () => 'the document type that the file names is not fetched and changes nothing'],
  [
    'encoding-guessed',
    ({ params }) =>
      `the letters are read as ${sayParam(params, 'encoding')}, since they are no valid UTF-8; check the accents`,
  ],
  [
    'encoding-mixed',
    (issue) =>
      `${countIssue(issue, 'line')} that ${Number(issue.params['count'] ?? 1) === 1 ? 'is' : 'are'} no valid UTF-8 although the others are; letters there may be wrong, and if it is the last, the file may be cut off`,
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
      `${countIssue(issue, 'relation')} made of “${sayParam(issue.params, 'field')}”, which names another record; no source is given for them unless the record has one`,
  ],
  [
    'own-columns-broken',
    () =>
      'the column in which Sayso keeps claims has been changed so that it fits the file no more; the rest is read as any other file',
  ],
  [
    'periods-parted',
    (issue) => `${countIssue(issue, 'relation')} that held in several periods; each period is a relation of its own`,
  ],
  ['own-parent', ({ params }) => `“${sayParam(params, 'id')}” is nested in itself; that nesting is left out`],
  ['control-characters', () => 'the file holds control characters, which XML forbids; they are kept as they are'],
  [
    'ampersand-bare',
    (issue) => `${countIssue(issue, 'place')} with an “&” on its own, which XML forbids; it is read as the sign itself`,
  ],
  [
    'further-labels',
    (issue) =>
      `${countIssue(issue, 'drawing')} with more than one label; the first is the name or the wording, the others are the field “further labels”`,
  ],
  [
    'arrow-at-source',
    ({ params }) =>
      `the line “${sayParam(params, 'label')}” is drawn with its arrow at the end where it starts; it is read from its source to its target all the same, so check its direction`,
  ],
  [
    'graphs-joined',
    (issue) =>
      `${countIssue(issue, 'node')} that several graphs of the file have in common, by id; each is one entity, and “graph” says where it is`,
  ],
  [
    'name-shortened',
    ({ params }) => `a name of ${sayParam(params, 'length')} characters is shown shortened and kept whole`,
  ],
  ['guessed', ({ params }) => `${sayParam(params, 'what')} is taken as ${sayParam(params, 'as')}`],
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
      `${countIssue(issue, 'earlier statement')} about a record that a newer one replaced; the newest is shown, these are kept with it`,
  ],
  [
    'closed-without-end',
    ({ params }) =>
      `the record was closed on ${sayParam(params, 'date')} without saying when the interest ended; no end is shown, and the day is kept as “recordClosed”`,
  ],
  [
    'speaker-is-party',
    (issue) => `${countIssue(issue, 'speaker')} named exactly as a party to what is stated; taken to be that party`,
  ],
  [
    'slide-shows-unknown',
    ({ params }) => `a slide shows “${sayParam(params, 'id')}”, which is nowhere on the map; the slide goes without it`,
  ],
  [
    'membership-twice',
    (issue) => `${countIssue(issue, 'membership')} in the file a second time under the same id; taken once`,
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
  [
    'caption-not-placed',
    () =>
      'a text on the map is too long for a callout or has no place there; it stands in the description of the story',
  ],
  [
    'table-guessed',
    ({ params }) =>
      `its rows are taken as ${({ relations: 'relations', entities: 'entities', matrix: 'a matrix of who is related to whom', sources: 'sources that other tables name by their ids', skip: 'nothing' } as Record<string, string>)[String(params['shape'])] ?? 'a table'}`,
  ],
  [
    'header-again',
    (issue) =>
      `${countIssue(issue, 'row')} with the names of the columns once more, as in files that were put together; left out`,
  ],
  ['header-missing', () => 'the first row is taken as data, since it does not look like names of columns'],
  [
    'column-guessed',
    ({ params }) => `the column “${sayParam(params, 'column')}” is taken as: ${sayRole(sayParam(params, 'role'))}`,
  ],
  [
    'wording-guessed',
    ({ params }) => `no column says how two are related; the wording is “${sayParam(params, 'wording')}”`,
  ],
  ['line-above-table', ({ params }) => `“${sayParam(params, 'text')}” stands above the table and is left out`],
  [
    'quote-not-closed',
    ({ params }) => `a quotation mark is never closed; everything after it is one cell (“${sayParam(params, 'text')}”)`,
  ],
  [
    'quote-odd',
    ({ params }) => `a quotation mark stands inside a cell; check what became of it (“${sayParam(params, 'text')}”)`,
  ],
  [
    'cells-with-errors',
    (issue) => `${countIssue(issue, 'cell')} of the sheet with an error such as #REF!, kept as text`,
  ],
  [
    'rows-joined',
    (issue) =>
      `${countIssue(issue, 'row')} about an entity that another row describes by the same name and kind; read as one`,
  ],
  [
    'row-without-name',
    ({ params }) => `a row has neither a name nor an id and is left out (“${sayParam(params, 'text')}”)`,
  ],
  [
    'row-without-ends',
    ({ params }) => `a row names nobody at its ends and is left out (“${sayParam(params, 'text')}”)`,
  ],
  ['empty-rows', (issue) => `${countIssue(issue, 'empty row')} left out`],
  [
    'row-longer',
    (issue) => `${countIssue(issue, 'row')} with more cells than the header; the rest is kept as “column N”`,
  ],
  ['row-shorter', (issue) => `${countIssue(issue, 'row')} with fewer cells than the header`],
  [
    'kind-differs',
    ({ params }) =>
      `“${sayParam(params, 'name')}” is called ${sayParam(params, 'first')} in one row and ${sayParam(params, 'other')} in another; the first holds`,
  ],
  [
    'date-order-guessed',
    (issue) =>
      `${countIssue(issue, 'date')} in “${sayParam(issue.params, 'field')}” that can be read in two ways, read as ${({ dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'day, month, year' } as Record<string, string>)[String(issue.params['order'])] ?? 'day, month, year'}`,
  ],
  [
    'date-century-guessed',
    (issue) =>
      `${countIssue(issue, 'date')} in “${sayParam(issue.params, 'field')}” with a year of two digits; the century is guessed`,
  ],
  [
    'date-epoch-guessed',
    (issue) =>
      `${countIssue(issue, 'number')} in “${sayParam(issue.params, 'field')}” read as seconds since 1970; the number is kept`,
  ],
  [
    'date-serial-guessed',
    (issue) =>
      `${countIssue(issue, 'number')} in “${sayParam(issue.params, 'field')}” read as days of a spreadsheet, counted from 1900; the number is kept`,
  ],
  [
    'dates-reversed',
    ({ params }) =>
      `it ends (${sayParam(params, 'end')}) before it starts (${sayParam(params, 'start')}); both are kept as text`,
  ],
  [
    'firmness-not-understood',
    (issue) =>
      `${countIssue(issue, 'cell')} with a word for how sure it is that is not understood (“${sayParam(issue.params, 'word')}”); taken as alleged at most, and kept as text`,
  ],
  ['denial-placed', (issue) => `${countIssue(issue, 'row')} that deny what another row says; put on that relation`],
  ['denial-unsourced', () => 'it is denied, and no source is named for that; kept as text with the relation'],
  ...FTM_ISSUES,
];
