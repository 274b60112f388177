import { FILE_ID } from '../attributeNames.ts';

/** What Cytoscape keeps in its tables for itself. */
export const BOOKKEEPING: ReadonlySet<string> = new Set([
  'SUID',
  'selected',
  'shared name',
  'shared_name',
  'shared interaction',
  'shared_interaction',
]);

/** Names in `data` that mean something of their own. */
export const NODE_NAMES: ReadonlySet<string> = new Set([...BOOKKEEPING, 'id', 'parent', 'name', 'label', FILE_ID]);
export const EDGE_NAMES: ReadonlySet<string> = new Set([
  ...BOOKKEEPING,
  'id',
  'source',
  'target',
  'interaction',
  'label',
  'directed',
  FILE_ID,
]);
export const NETWORK_NAMES: ReadonlySet<string> = new Set([...BOOKKEEPING, 'name', 'description']);

/** Fields of an element beside its data, with the value that says nothing. */
export const SILENT: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['removed', false],
  ['selected', false],
  ['selectable', true],
  ['locked', false],
  ['grabbed', false],
  ['grabbable', true],
  ['pannable', false],
  ['classes', ''],
]);
