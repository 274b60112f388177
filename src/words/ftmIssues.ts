import { countIssue } from './countIssue.ts';
import { type Sayable, sayParam } from './sayable.ts';

/** What is said of files of FollowTheMoney and of answers of its services, by code; as clauses without a place. */
export const FTM_ISSUES: readonly (readonly [string, (issue: Sayable) => string])[] = [
  ['id-missing', ({ params }) => `a record without an id; it is called “${sayParam(params, 'id')}” here`],
  [
    'records-merged',
    ({ params }) => `“${sayParam(params, 'id')}” is described again; its values are joined, as FollowTheMoney does`,
  ],
  ['records-repeated', (issue) => `${countIssue(issue, 'record')} given again with nothing new; taken once`],
  [
    'referent-followed',
    (issue) =>
      `${countIssue(issue, 'reference')} to an entity by an id that it had before it was merged with another; it is found under the one it has`,
  ],
  [
    'comparison-kept',
    (issue) =>
      `${countIssue(issue, 'comparison')} of two entities; both are read, and what was found of them is kept and not shown as a relation`,
  ],
  [
    'answer-in-part',
    ({ params }) =>
      `the service gave ${sayParam(params, 'count')} of ${sayParam(params, 'total')} results; ask it for the others and add them`,
  ],
  [
    'answer-page',
    ({ params }) =>
      `this is page ${sayParam(params, 'page')} of ${sayParam(params, 'pages')} that the service has; ask it for the others and add them`,
  ],
  [
    'answer-fields',
    ({ params }) => `what the service says of its own answer (${sayParam(params, 'fields')}) is no data and left out`,
  ],
  [
    'key-left-out',
    (issue) =>
      `${countIssue(issue, 'address', 'addresses')} with a key to the service in it; the key is left out, so that it is not passed on`,
  ],
  [
    'layout-used',
    (issue) =>
      `${countIssue(issue, 'entity', 'entities')} placed as in the diagram; its colours, sizes and groups are kept and not shown`,
  ],
  ['record-deleted', ({ params }) => `the file deletes “${sayParam(params, 'id')}”, so it is not here`],
  [
    'schema-unknown',
    ({ params }) =>
      `FollowTheMoney has no schema “${sayParam(params, 'schema')}”; shown as something of another kind, and kept as it is`,
  ],
  [
    'schema-conflict',
    ({ params }) =>
      `“${sayParam(params, 'id')}” is also said to be a ${sayParam(params, 'schema')}, which does not go with what it was before; the first is kept`,
  ],
  [
    'several-dates',
    (issue) =>
      `${countIssue(issue, 'date')} that differ for one thing; ${sayParam(issue.params, 'used')} is used, the others are kept as text`,
  ],
  [
    'publishers-unpaired',
    (issue) =>
      `${countIssue(issue, 'record')} with several addresses or publishers, of which the file does not say who published what; the sources are shown without a publisher`,
  ],
  [
    'ends-paired',
    (issue) =>
      `“${sayParam(issue.params, 'id')}” has several at one of its ends; it is shown as ${countIssue(issue, 'relation')}, one a pair, and joined again on export`,
  ],
  [
    'own-part-outdated',
    ({ params }) =>
      `“${sayParam(params, 'id')}” was changed by another program since Sayso wrote it; read as that program left it`,
  ],
  [
    'reference-lost',
    ({ params }) =>
      `“${sayParam(params, 'id')}”, to which a record refers, is not in the file; the reference is left out`,
  ],
];
