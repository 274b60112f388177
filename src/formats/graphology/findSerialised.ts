import { DataError } from '../../model/dataError.ts';
import { type Field, keptOf, listOf, recordOf, textOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** A graph as graphology serialises it, whatever it was wrapped in. */
export interface Serialised {
  readonly attributes: JsonRecord;
  readonly nodes: readonly unknown[];
  readonly edges: readonly unknown[];
  /** Where the lists are: "", "graph.". */
  readonly path: string;
  /** True where no edge has a direction unless it says so. */
  readonly isUndirected: boolean;
  readonly title: string | null;
  readonly description: string | null;
  /** What the file holds beside the graph. */
  readonly beside: readonly Field[];
}

const fieldsBut = (record: JsonRecord, names: readonly string[]): Field[] =>
  Object.entries(record).filter(([name]) => !names.includes(name));

function plain(graph: JsonRecord, path: string): Serialised {
  const attributes = recordOf(graph['attributes']);
  return {
    attributes,
    nodes: listOf(graph['nodes']),
    edges: listOf(graph['edges']),
    path,
    isUndirected: recordOf(graph['options'])['type'] === 'undirected',
    title: textOf(attributes['title']) ?? textOf(attributes['name']),
    description: textOf(attributes['description']),
    beside: fieldsBut(graph, ['attributes', 'nodes', 'edges', 'options']),
  };
}

/** A graph element whose data Gephi Lite keeps apart, by key. */
function joinData(list: unknown, ...data: readonly unknown[]): unknown[] {
  const maps = data.map((fields) => new Map(Object.entries(recordOf(fields))));
  return listOf(list).map((item) => {
    if (!isRecord(item)) return item;
    const key = textOf(item['key']);
    const own = maps.flatMap((byKey) => (key === null ? [] : Object.entries(recordOf(byKey.get(key)))));
    return { ...item, attributes: Object.fromEntries([...Object.entries(recordOf(item['attributes'])), ...own]) };
  });
}

function fromGephiLite(file: JsonRecord): Serialised {
  const set = recordOf(file['graphDataset']);
  const graph = recordOf(set['fullGraph']);
  const metadata = recordOf(set['metadata']);
  const inside = plain(graph, 'graphDataset.fullGraph.');
  const kept = keptOf([
    ...fieldsBut(file, ['graphDataset']),
    ['graphDataset', keptOf(fieldsBut(set, ['fullGraph', 'nodeData', 'edgeData', 'layout']))],
  ]);
  return {
    ...inside,
    nodes: joinData(graph['nodes'], set['nodeData'], set['layout']),
    edges: joinData(graph['edges'], set['edgeData']),
    title: textOf(metadata['title']) ?? inside.title,
    description: textOf(metadata['description']) ?? inside.description,
    beside: [['gephi-lite', kept]],
  };
}

function fromMiniVan(file: JsonRecord): Serialised {
  const inside = plain(recordOf(file['graph']), 'graph.');
  return {
    ...inside,
    isUndirected: recordOf(file['settings'])['type'] === 'undirected' || inside.isUndirected,
    title: textOf(file['title']) ?? inside.title,
    description: textOf(file['description']) || inside.description,
    beside: [['minivan', keptOf(fieldsBut(file, ['graph']))]],
  };
}

/** Whether the file is a Gephi Lite workspace. */
export function isGephiLite(file: JsonRecord): boolean {
  return isRecord(file['graphDataset']) && isRecord(file['graphDataset']['fullGraph']);
}

/** Whether the file is a MiniVan bundle. */
export function isMiniVan(file: JsonRecord): boolean {
  return isRecord(file['graph']) && Array.isArray(file['graph']['nodes']) && file['bundleVersion'] !== undefined;
}

/** The serialised graph in a file of graphology, Gephi, Gephi Lite or MiniVan. Throws DataError `invalid` where there is none. */
export function findSerialised(value: unknown): Serialised {
  const file = recordOf(value);
  if (isGephiLite(file)) return fromGephiLite(file);
  if (isMiniVan(file)) return fromMiniVan(file);
  if (!Array.isArray(file['nodes'])) throw new DataError('invalid', '', { problem: 'it has no list of nodes' });
  return plain(file, '');
}
