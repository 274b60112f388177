import { buildFromGraph } from '../buildFromGraph.ts';
import type { Format, InputFile } from '../format.ts';
import { recordOf, textOf } from '../jsonAttributes.ts';
import { isRecord } from '../jsonRecord.ts';
import { findHolder } from './findLists.ts';
import { findEndNames } from './nodeIds.ts';
import { parseNodeLink } from './parseNodeLink.ts';

/** The first entry of a list or record without going through all of it. */
function firstOf(list: unknown): unknown {
  if (Array.isArray(list)) return list[0];
  const record = recordOf(list);
  for (const name in record) if (Object.hasOwn(record, name)) return record[name];
  return undefined;
}

function sniff({ json }: InputFile): number {
  const found = findHolder(json);
  if (!found) return 0;
  const { holder, nodes, edges } = found;
  const [node, edge] = [firstOf(holder[nodes]), firstOf(holder[edges])];
  if (node !== undefined && !isRecord(node) && textOf(node) === null) return 0;
  if (edge === undefined) return node === undefined ? 0.2 : 0.3;
  return isRecord(edge) && findEndNames(edge) ? 0.5 : 0;
}

/** JSON with a list of nodes and a list of edges or links. */
export const nodeLink: Format = {
  id: 'json-graph',
  label: 'Nodes and links (JSON)',
  extensions: ['json'],
  sniff,
  read: (file, context) => buildFromGraph(parseNodeLink(file.json, context), file, context),
};
