import { DataError } from '../../model/dataError.ts';
import type { ReadContext } from '../format.ts';
import { createCapture, getAttribute, localName, type XmlElement } from '../graphml/xmlElement.ts';
import { walkXml, type XmlPairs } from '../xmlText.ts';

/** A node or edge as the file has it. */
export interface GexfItem {
  readonly line: number;
  readonly attributes: XmlPairs;
  /** The node that it is nested in. */
  readonly inside: string | null;
  /** `attvalues`, `spells`, `viz:color` and what else there is. */
  readonly content: XmlElement[];
}

/** The parts of a GEXF file, in its order. */
export interface GexfItems {
  readonly root: XmlPairs;
  readonly graph: ReadonlyMap<string, string>;
  readonly meta: XmlElement | null;
  /** `<attributes>` elements. */
  readonly attributes: readonly XmlElement[];
  /** What else stands in the graph. */
  readonly content: readonly XmlElement[];
  readonly nodes: readonly GexfItem[];
  readonly edges: readonly GexfItem[];
}

const CONTAINERS = new Set(['nodes', 'edges', 'graph']);

/** Walks a GEXF file into its parts. Throws DataError as `walkXml` does, and `invalid` where the root is another. Linear. */
export function readGexfItems(text: string, { log, progress }: ReadContext): GexfItems {
  const [nodes, edges]: [GexfItem[], GexfItem[]] = [[], []];
  const [declared, content]: [XmlElement[], XmlElement[]] = [[], []];
  let root: GexfItems['root'] | null = null;
  let graph: ReadonlyMap<string, string> | null = null;
  let meta: XmlElement | null = null;
  const open: (GexfItem | null)[] = [];
  const capture = createCapture();

  const handler: Parameters<typeof walkXml>[1] = {
    open(name, _attributes, { line, prefix, written }) {
      if (root === null) {
        if (name.toLowerCase() !== 'gexf')
          throw new DataError('invalid', `line ${line}`, { problem: `<${name}> is no GEXF` });
        root = written;
        open.push(null);
      } else if (capture.isOpen()) capture.open(name, prefix, written);
      else if (name === 'node' || name === 'edge') {
        const outer = open.findLast((each) => each !== null);
        const inside = outer ? (getAttribute(outer, 'id') ?? '') : null;
        const item: GexfItem = { line, attributes: written, inside, content: [] };
        (name === 'node' ? nodes : edges).push(item);
        open.push(item);
      } else if (CONTAINERS.has(name)) {
        if (name === 'graph') graph ??= new Map(written);
        open.push(null);
      } else capture.open(name, prefix, written);
    },
    close(_name, inside) {
      if (!capture.isOpen()) {
        open.pop();
        return;
      }
      const element = capture.close(inside);
      if (element === null) return;
      const item = open.at(-1);
      if (item) item.content.push(element);
      else if (localName(element) === 'attributes') declared.push(element);
      else if (localName(element) === 'meta') meta ??= element;
      else content.push(element);
    },
  };
  walkXml(text, handler, log, progress);
  return { root: root ?? [], graph: graph ?? new Map(), meta, attributes: declared, content, nodes, edges };
}
