import { DataError } from '../../model/dataError.ts';
import type { ImportLog } from '../importLog.ts';
import { listOf, recordOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** A node or an edge as the file has it. */
export interface CyElement {
  readonly element: JsonRecord;
  readonly data: JsonRecord;
  readonly where: string;
}

/** The elements of a file in its order, and what it says of the whole network. */
export interface CyElements {
  readonly head: JsonRecord;
  readonly nodes: readonly CyElement[];
  readonly edges: readonly CyElement[];
}

/** Cytoscape.js tells a group that is not named so: an edge is what has a source or a target. */
function isEdge({ group, data }: JsonRecord): boolean {
  if (group === 'nodes' || group === 'edges') return group === 'edges';
  const { source, target } = recordOf(data);
  return (source !== undefined && source !== null) || (target !== undefined && target !== null);
}

function collect(list: unknown, path: string, log: ImportLog, into: (element: JsonRecord) => CyElement[]): void {
  listOf(list).forEach((element, i) => {
    const where = `${path}[${i}]`;
    if (isRecord(element)) into(element).push({ element, data: recordOf(element['data']), where });
    else log.warn('record-skipped', where, { reason: 'it is no element' });
  });
}

/** Where the elements are: a list, or a record of two lists. */
function findHolder(
  value: unknown,
): { readonly head: JsonRecord; readonly held: unknown; readonly path: string } | null {
  if (Array.isArray(value)) return { head: {}, held: value, path: '' };
  if (!isRecord(value)) return null;
  const { elements, nodes, edges, ...rest } = value;
  if (Array.isArray(elements) || isRecord(elements)) return { head: value, held: elements, path: 'elements' };
  return Array.isArray(nodes) || Array.isArray(edges) ? { head: rest, held: value, path: '' } : null;
}

/** The elements of a `.cyjs` file, of Cytoscape.js's own JSON or of a bare list. Throws DataError `invalid` where there are none. */
export function findElements(value: unknown, log: ImportLog): CyElements {
  const holder = findHolder(value);
  if (!holder) throw new DataError('invalid', '', { problem: 'it has no elements' });
  const { head, held, path } = holder;
  const nodes: CyElement[] = [];
  const edges: CyElement[] = [];
  if (Array.isArray(held)) collect(held, path, log, (element) => (isEdge(element) ? edges : nodes));
  else {
    const lists = recordOf(held);
    const at = path === '' ? '' : `${path}.`;
    collect(lists['nodes'], `${at}nodes`, log, () => nodes);
    collect(lists['edges'], `${at}edges`, log, () => edges);
  }
  return { head, nodes, edges };
}
