import { DataError } from '../../model/dataError.ts';
import type { InputFile, ReadContext } from '../format.ts';
import { recordOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';
import { parseJsonText } from '../jsonText.ts';
import type { Listed, Lists } from './findLists.ts';
import { endOf, isNeo4jNode, isNeo4jRelationship, neo4jId, plainNode, plainRelationship } from './neo4jValues.ts';

/** So far down do results nest: results › data › graph › nodes › one, or a list of paths in a column. */
const DEEPEST = 8;

const isPart = (value: unknown): boolean => isNeo4jNode(value) || isNeo4jRelationship(value);

/** The first record in a value, in the first of everything, that is a node or relationship. */
function hasPart(value: unknown, depth: number): boolean {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return false;
  if (isPart(value)) return true;
  const inner: readonly unknown[] = Array.isArray(value) ? value.slice(0, 3) : Object.values(value).slice(0, 20);
  return inner.some((item) => hasPart(item, depth + 1));
}

function firstLine(text: string): unknown {
  const start = /^\s*\{/.test(text) ? text.trimStart() : '';
  const end = start.indexOf('\n');
  if (end < 0) return undefined;
  try {
    return JSON.parse(start.slice(0, end)) as unknown;
  } catch {
    return undefined;
  }
}

/** How surely a file is what Neo4j exports: lines or a list of nodes and relationships, rows or answers with them in it. */
export function sniffNeo4j({ json, text }: InputFile): number {
  const value = json === undefined ? firstLine(text) : json;
  if (isPart(value)) return 0.8;
  if (Array.isArray(value)) return value.slice(0, 3).some((item) => hasPart(item, 1)) ? 0.7 : 0;
  const { results, list, nodes } = recordOf(value);
  if (hasPart(results ?? list, 1)) return 0.7;
  // As the drivers name them; where nodes have an `id` any list of nodes is read so.
  const first = recordOf(Array.isArray(nodes) ? nodes[0] : undefined);
  return isNeo4jNode(first) && first['identity'] !== undefined ? 0.7 : 0;
}

interface Gathered {
  readonly nodes: Map<string, Listed & { readonly isBare: boolean }>;
  readonly relationships: Map<string, Listed>;
  /** Values of columns that hold neither. */
  readonly columns: Map<string, unknown[]>;
}

function addNode({ nodes }: Gathered, value: JsonRecord, where: string): void {
  const id = neo4jId(value) ?? `node ${nodes.size + 1}`;
  // At the end of a relationship a node may stand without what it is elsewhere said to be.
  const isBare = Object.keys(recordOf(value['properties'])).length === 0;
  const known = nodes.get(id);
  if (known && (!known.isBare || isBare)) return;
  nodes.set(id, { value: plainNode(value), key: id, where, isBare });
}

function addRelationship(gathered: Gathered, value: JsonRecord, where: string): void {
  const id = neo4jId(value) ?? `${endOf(value, 'start')} ${endOf(value, 'end')} ${where}`;
  if (!gathered.relationships.has(id)) {
    gathered.relationships.set(id, { value: plainRelationship(value), key: null, where });
  }
  for (const end of ['start', 'end'] as const) {
    const node = value[end];
    if (isRecord(node) && Array.isArray(node['labels'])) addNode(gathered, node, `${where}.${end}`);
  }
}

/** Whether nodes or relationships were found in the value. */
function gather(gathered: Gathered, value: unknown, where: string, depth: number): boolean {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return false;
  if (isNeo4jRelationship(value)) addRelationship(gathered, value, where);
  else if (isNeo4jNode(value)) addNode(gathered, value, where);
  else if (Array.isArray(value)) {
    const found = value.map((item, i) => gather(gathered, item, `${where}[${i}]`, depth + 1));
    return found.includes(true);
  } else {
    const at = where === '' ? '' : `${where}.`;
    const found = Object.entries(value).map(([name, item]) => gather(gathered, item, at + name, depth + 1));
    return found.includes(true);
  }
  return true;
}

/** A row of an answer: nodes, relationships and paths in some columns, plain values in others. */
function gatherRow(gathered: Gathered, row: unknown, where: string): void {
  if (!isRecord(row) || isPart(row)) {
    gather(gathered, row, where, 0);
    return;
  }
  for (const [name, value] of Object.entries(row)) {
    if (gather(gathered, value, where === '' ? name : `${where}.${name}`, 1) || value === null) continue;
    const column = gathered.columns.get(name) ?? [];
    gathered.columns.set(name, column);
    column.push(value);
  }
}

function gatherLines(gathered: Gathered, text: string, { log, progress }: ReadContext): void {
  let at = 0;
  for (let number = 1; at < text.length; number += 1) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const line = text.slice(at, end).trim();
    at = end + 1;
    if (number % 1000 === 0) progress((at / text.length) * 0.5);
    if (line === '') continue;
    try {
      gatherRow(gathered, parseJsonText(line, log), `line ${number}`);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      log.warn('record-skipped', `line ${number}`, { reason: 'no JSON, or cut off' });
    }
  }
}

/**
 * The nodes and relationships that Neo4j exported (APOC's lines and lists, rows of the Browser, answers of its service), each
 * once although every path names it again. Columns with plain values stand beside them. Linear.
 */
export function readNeo4j({ json, text }: InputFile, context: ReadContext): Lists {
  const gathered: Gathered = { nodes: new Map(), relationships: new Map(), columns: new Map() };
  if (json === undefined) gatherLines(gathered, text, context);
  else if (Array.isArray(json)) json.forEach((row, i) => gatherRow(gathered, row, `[${i}]`));
  else gatherRow(gathered, json, '');
  const byElement = new Map<unknown, string>();
  for (const [id, { value }] of gathered.nodes) byElement.set(recordOf(value)['elementId'], id);
  const known = (end: unknown): unknown =>
    typeof end === 'string' && !gathered.nodes.has(end) ? (byElement.get(end) ?? end) : end;
  const edges = [...gathered.relationships.values()].map((item) => {
    const edge = recordOf(item.value);
    return { ...item, value: { ...edge, source: known(edge['source']), target: known(edge['target']) } };
  });
  return {
    holder: Object.fromEntries(gathered.columns),
    outer: {},
    nodes: [...gathered.nodes.values()],
    edges,
    hyperedges: [],
    taken: [],
  };
}
