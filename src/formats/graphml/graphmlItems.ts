import { DataError } from '../../model/dataError.ts';
import type { ReadContext } from '../format.ts';
import { walkXml, type XmlPairs } from '../xmlText.ts';
import { createCapture, localName, type XmlElement } from './xmlElement.ts';

type Kind = 'graphml' | 'graph' | 'node' | 'edge' | 'hyperedge';

/** A graph, node, edge or hyperedge as the file has it, nothing understood yet. */
export interface Item {
  readonly kind: Kind;
  readonly line: number;
  readonly attributes: XmlPairs;
  /** The graph that it is in. */
  readonly graph: Item | null;
  /** For a graph: the node or edge that it is nested in. */
  readonly owner: Item | null;
  /** `data`, `desc`, `port`, `endpoint` and what else there is, in order. */
  readonly content: XmlElement[];
}

/** The parts of a GraphML file, each kind in the order of the file. */
export interface Items {
  readonly root: Item;
  readonly keys: readonly XmlElement[];
  readonly graphs: readonly Item[];
  readonly nodes: readonly Item[];
  readonly edges: readonly Item[];
  readonly hyperedges: readonly Item[];
}

const KINDS: ReadonlySet<string> = new Set(['graphml', 'graph', 'node', 'edge', 'hyperedge']);

/** Walks a GraphML file into its parts. Throws DataError as `walkXml` does, and `invalid` where the root is another. Linear. */
export function readItems(text: string, { log, progress }: ReadContext): Items {
  const lists: Record<Kind, Item[]> = { graphml: [], graph: [], node: [], edge: [], hyperedge: [] };
  const keys: XmlElement[] = [];
  const open: Item[] = [];
  const capture = createCapture();

  function openItem(kind: Kind, attributes: XmlPairs, line: number): void {
    const owner = open.at(-1) ?? null;
    const graph = open.findLast((item) => item.kind === 'graph') ?? null;
    const item: Item = { kind, line, attributes, graph, owner, content: [] };
    lists[kind].push(item);
    open.push(item);
  }

  const handler: Parameters<typeof walkXml>[1] = {
    open(name, _attributes, { line, prefix, written }) {
      if (open.length === 0 && lists.graphml.length === 0) {
        if (name.toLowerCase() !== 'graphml')
          throw new DataError('invalid', `line ${line}`, { problem: `<${name}> is no GraphML` });
        openItem('graphml', written, line);
      } else if (!capture.isOpen() && KINDS.has(name)) openItem(name as Kind, written, line);
      else capture.open(name, prefix, written);
    },
    close(_name, inside) {
      if (!capture.isOpen()) {
        open.pop();
        return;
      }
      const element = capture.close(inside);
      if (element === null) return;
      if (localName(element) === 'key') keys.push(element);
      else open.at(-1)?.content.push(element);
    },
  };
  walkXml(text, handler, log, progress);
  const [root] = lists.graphml;
  if (!root) throw new DataError('invalid', '', { problem: 'there is no <graphml>' });
  return { root, keys, graphs: lists.graph, nodes: lists.node, edges: lists.edge, hyperedges: lists.hyperedge };
}
