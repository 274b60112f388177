import { buildFromGraph } from '../buildFromGraph.ts';
import type { Format } from '../format.ts';
import { parseGexf } from './parseGexf.ts';

/** GEXF, the format of Gephi. */
export const gexf: Format = {
  id: 'gexf',
  label: 'GEXF',
  extensions: ['gexf'],
  sniff: ({ root }) => (root === 'gexf' ? 1 : 0),
  read: (file, context) => buildFromGraph(parseGexf(file.text, context), file, context),
};
