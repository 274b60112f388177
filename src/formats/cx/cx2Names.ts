import { FILE_ID } from '../attributeNames.ts';

/** Names of attributes that mean something of their own; `n` and `i` are the usual aliases of `name` and `interaction`. */
export const NODE_NAMES: ReadonlySet<string> = new Set(['name', 'n', FILE_ID]);
export const EDGE_NAMES: ReadonlySet<string> = new Set(['interaction', 'i', 'directed', FILE_ID]);
export const NETWORK_NAMES: ReadonlySet<string> = new Set(['name', 'description']);
