import { buildFromGraph } from '../buildFromGraph.ts';
import type { Format } from '../format.ts';
import { parseGraphml } from './parseGraphml.ts';

/** GraphML, with the extensions of yEd, yFiles, Gephi, Neo4j and TinkerPop. */
export const graphml: Format = {
  id: 'graphml',
  label: 'GraphML',
  extensions: ['graphml', 'xml'],
  sniff: ({ root }) => (root === 'graphml' ? 1 : 0),
  read: (file, context) => buildFromGraph(parseGraphml(file.text, context), file, context),
};
