import type { ImportLog } from '../importLog.ts';
import { isRecord, type JsonRecord, listOf, recordOf, textOf } from '../jsonRecord.ts';
import { parseJsonText } from '../jsonText.ts';

/** A node, edge, caption or slide of a map, its fields in one place whether the file has them under `display` (2) or not. */
export interface MapItem {
  readonly id: string;
  readonly fields: JsonRecord;
  readonly where: string;
}

/** A map of any version. */
export interface OligrapherMap {
  /** What the graph lies in: title, settings and such. */
  readonly root: JsonRecord;
  readonly nodes: readonly MapItem[];
  readonly edges: readonly MapItem[];
  readonly captions: readonly MapItem[];
  readonly slides: readonly MapItem[];
}

function isGraph(value: unknown): value is JsonRecord {
  if (!isRecord(value)) return false;
  const { nodes, edges = {} } = value;
  // By id in the program's own files; in lists where another one passed them on.
  if (![nodes, edges].every((each) => typeof each === 'object' && each !== null)) return false;
  const [node] = Object.values(nodes as object).filter(isRecord);
  const [edge] = Object.values(edges as object).filter(isRecord);
  if (edge) return 'node1_id' in edge || 'node2_id' in edge;
  if (Array.isArray(nodes)) return false;
  if (isRecord(value['captions'])) return true;
  return node !== undefined && isRecord(node['display']) && 'name' in node['display'];
}

/** JSON written into a text, as LittleSis hands its maps out; a text that is none stays a text. */
function unwrap(value: unknown, log: ImportLog | null): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return parseJsonText(value, log);
  } catch {
    return value;
  }
}

interface Found {
  readonly graph: JsonRecord;
  readonly root: JsonRecord;
}

function findGraph(json: unknown, log: ImportLog | null): Found | null {
  if (!isRecord(json) || 'sayso' in json) return null;
  const attributes = recordOf(recordOf(json['data'])['attributes']);
  const candidates: readonly (readonly [unknown, JsonRecord])[] = [
    [json, json],
    [json['graph'], json],
    [json['graph_data'], json],
    [attributes['graph_data'], attributes],
  ];
  for (const [value, root] of candidates) {
    const graph = unwrap(value, log);
    if (isGraph(graph)) return { graph, root };
  }
  return null;
}

/** Whether something is a map of Oligrapher's. Never throws. */
export function isMap(json: unknown): boolean {
  return findGraph(json, null) !== null;
}

function itemsOf(value: unknown, where: string, log: ImportLog): MapItem[] {
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((each, i) => [String(i + 1), each] as const)
    : Object.entries(recordOf(value));
  return entries.flatMap(([key, raw]): MapItem[] => {
    if (!isRecord(raw)) {
      log.warn('record-skipped', `${where}.${key.slice(0, 80)}`, { reason: raw === null ? 'null' : typeof raw });
      return [];
    }
    const { display, ...own } = raw;
    const fields = isRecord(display) ? { ...own, ...display } : raw;
    return [{ id: textOf(raw['id']) || key, fields, where: `${where}.${key.slice(0, 80)}` }];
  });
}

/** Finds the map in a JSON value, with its slides; null where there is none. Linear. */
export function findMap(json: unknown, log: ImportLog): OligrapherMap | null {
  const found = findGraph(json, log);
  if (!found) return null;
  const { graph, root } = found;
  const told = unwrap(root['annotations'] ?? root['annotations_data'] ?? graph['annotations'], log);
  const list = isRecord(told) ? told['list'] : told;
  const sources = isRecord(told) && isRecord(told['sources']) ? [told['sources']] : [];
  return {
    root,
    nodes: itemsOf(graph['nodes'], 'nodes', log),
    edges: itemsOf(graph['edges'], 'edges', log),
    captions: itemsOf(graph['captions'], 'captions', log),
    slides: itemsOf([...listOf(isRecord(list) ? Object.values(list) : list), ...sources], 'annotations', log),
  };
}
