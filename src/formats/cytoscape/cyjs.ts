import { buildFromGraph } from '../buildFromGraph.ts';
import type { Format, InputFile } from '../format.ts';
import { listOf, recordOf } from '../jsonAttributes.ts';
import { isRecord } from '../jsonRecord.ts';
import { parseCyjs } from './parseCyjs.ts';

const ELEMENT_FIELDS = new Set(
  'data group position classes selected selectable locked grabbed grabbable pannable removed scratch style'.split(' '),
);

const isElement = (value: unknown): boolean =>
  isRecord(value) && isRecord(value['data']) && Object.keys(value).every((name) => ELEMENT_FIELDS.has(name));

function sniffList(list: readonly unknown[]): number {
  const first = list.slice(0, 5);
  return first.length > 0 && first.every(isElement) ? 0.9 : 0;
}

function sniff({ json }: InputFile): number {
  if (Array.isArray(json)) return sniffList(json);
  if (!isRecord(json)) return 0;
  const { elements, connections } = json;
  // Kumu's elements are entities, and its relations stand beside them.
  if (Array.isArray(elements)) return Math.max(Array.isArray(connections) ? 0 : 0.3, sniffList(elements));
  if (isRecord(elements)) return Array.isArray(elements['nodes']) || Array.isArray(elements['edges']) ? 0.95 : 0.2;
  return sniffList(listOf(recordOf(json)['nodes']));
}

/** Cytoscape's JSON, network or bare elements. */
export const cyjs: Format = {
  id: 'cyjs',
  label: 'Cytoscape JSON',
  extensions: ['cyjs', 'json'],
  sniff,
  read: (file, context) => buildFromGraph(parseCyjs(file.json, context), file, context),
};
