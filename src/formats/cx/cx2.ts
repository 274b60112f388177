import { buildFromGraph } from '../buildFromGraph.ts';
import type { Format, InputFile } from '../format.ts';
import { isRecord } from '../jsonRecord.ts';
import { parseCx2 } from './parseCx2.ts';

/** The first element of a CX2 file says so. */
function sniff({ json }: InputFile): number {
  return Array.isArray(json) && isRecord(json[0]) && json[0]['CXVersion'] !== undefined ? 1 : 0;
}

/** CX2 of Cytoscape Web and NDEx. */
export const cx2: Format = {
  id: 'cx2',
  label: 'CX2',
  extensions: ['cx2', 'json'],
  sniff,
  read: (file, context) => buildFromGraph(parseCx2(file.json, context), file, context),
};
