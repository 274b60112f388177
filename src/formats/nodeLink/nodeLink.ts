import { buildFromGraph } from '../buildFromGraph.ts';
import type { Format } from '../format.ts';
import { recordOf } from '../jsonAttributes.ts';
import { isRecord } from '../jsonRecord.ts';
import { findEndNames } from './endNames.ts';
import { findHolders } from './findLists.ts';
import { readNeo4j, sniffNeo4j } from './neo4j.ts';
import { idText } from './nodeIds.ts';
import { parseNodeLink, readLists } from './parseNodeLink.ts';

/** The first entry of a list or record without going through all of it. */
function firstOf(list: unknown): unknown {
  if (Array.isArray(list)) return list[0];
  const record = recordOf(list);
  for (const name in record) if (Object.hasOwn(record, name)) return record[name];
  return undefined;
}

function sniffLists(json: unknown): number {
  const [found] = findHolders(json);
  if (!found) return 0;
  const { holder, nodes, edges } = found;
  const [node, edge] = [firstOf(holder[nodes]), edges === null ? undefined : firstOf(holder[edges])];
  if (node !== undefined && !isRecord(node) && idText(node) === null) return 0;
  if (edge === undefined) return node === undefined ? 0.2 : 0.3;
  const isAdjacency = edges === 'adjacency' && Array.isArray(edge);
  return isAdjacency || (isRecord(edge) && findEndNames(edge)) ? 0.5 : 0;
}

/** JSON with a list of nodes and a list of edges or links. */
export const nodeLink: Format = {
  id: 'json-graph',
  label: 'Nodes and links (JSON)',
  extensions: ['json'],
  sniff: (file) => Math.max(sniffLists(file.json), sniffNeo4j(file)),
  read: (file, context) => {
    const isNeo4j = sniffNeo4j(file) > sniffLists(file.json);
    const graph = isNeo4j ? readLists([readNeo4j(file, context)], context) : parseNodeLink(file.json, context);
    return buildFromGraph(graph, file, context);
  },
};
