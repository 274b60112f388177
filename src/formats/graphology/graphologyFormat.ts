import { buildFromGraph } from '../buildFromGraph.ts';
import type { Format, InputFile } from '../format.ts';
import { listOf } from '../jsonAttributes.ts';
import { isRecord } from '../jsonRecord.ts';
import { isGephiLite, isMiniVan } from './findSerialised.ts';
import { parseGraphology } from './parseGraphology.ts';

function isSerialisedNode(value: unknown): boolean {
  if (!isRecord(value) || value['key'] === undefined || value['id'] !== undefined) return false;
  return value['attributes'] === undefined ? Object.keys(value).length === 1 : isRecord(value['attributes']);
}

function sniff({ json }: InputFile): number {
  if (!isRecord(json)) return 0;
  if (isGephiLite(json) || isMiniVan(json)) return 1;
  const { nodes, edges, options } = json;
  if (!Array.isArray(nodes) || (edges !== undefined && !Array.isArray(edges))) return 0;
  const first = listOf(nodes).slice(0, 5);
  if (first.length === 0) return isRecord(options) && 'allowSelfLoops' in options ? 0.9 : 0;
  return first.every(isSerialisedNode) ? 0.9 : 0;
}

/** Graphology's serialisation, also of Gephi, Gephi Lite and MiniVan. */
export const graphologyFormat: Format = {
  id: 'graphology',
  label: 'Graphology JSON',
  extensions: ['json'],
  sniff,
  read: (file, context) => buildFromGraph(parseGraphology(file.json, context), file, context),
};
