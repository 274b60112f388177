import { buildFromGraph } from '../buildFromGraph.ts';
import type { Format, InputFile } from '../format.ts';
import { isRecord } from '../jsonRecord.ts';
import { parseCx1 } from './parseCx1.ts';

const TELLING = new Set([
  'numberVerification',
  'metaData',
  'nodes',
  'edges',
  'networkAttributes',
  'ndexStatus',
  'status',
  '@context',
]);

/** A list of records with one aspect each; those of version 2 say so in the first. */
function sniff({ json }: InputFile): number {
  if (!Array.isArray(json) || json.length < 2) return 0;
  const first: readonly unknown[] = json.slice(0, 5);
  const names = first.map((fragment) => (isRecord(fragment) ? Object.keys(fragment) : []));
  if (names.some((keys) => keys.length !== 1 || keys[0] === 'CXVersion')) return 0;
  const areLists = first.every((fragment, i) => isRecord(fragment) && Array.isArray(fragment[names[i]?.[0] ?? '']));
  return areLists && names.some(([name]) => name !== undefined && TELLING.has(name)) ? 0.9 : 0;
}

/** CX, version 1, of NDEx. */
export const cx1: Format = {
  id: 'cx1',
  label: 'CX (version 1)',
  extensions: ['cx', 'json'],
  sniff,
  read: (file, context) => buildFromGraph(parseCx1(file.json, context), file, context),
};
