import { type Field, type FieldSorter, findLabel, finiteOf, keptOf, recordOf, textOf } from '../jsonAttributes.ts';
import type { JsonRecord } from '../jsonRecord.ts';
import type { NestedSources } from '../nestedSources.ts';
import type { GraphEdge, GraphNode } from '../propertyGraph.ts';
import { readArrows } from './arrows.ts';
import { findEndNames } from './endNames.ts';
import type { Listed } from './findLists.ts';
import { findIdName, idText, type NodeIds } from './nodeIds.ts';
import { isDrawn, spreadFields } from './spreadFields.ts';

const NODE_LABELS = ['label', 'name', 'caption', 'title', 'displayName', 'text'];
const EDGE_LABELS = [
  'label',
  'relation',
  'relationship',
  'caption',
  'type',
  'name',
  'connection type',
  '_label',
  'text',
];

/** What is the same for all elements of a file. */
export interface ElementReading {
  readonly sorter: FieldSorter;
  readonly nested: NestedSources;
}

/** What of an element is an attribute, and what is kept: drawing and nested values. */
export function readPart(
  { sorter }: ElementReading,
  fields: readonly Field[],
  taken: readonly (string | undefined)[],
  where: string,
): Pick<GraphNode, 'attributes' | 'kept'> {
  const drawn: Field[] = [];
  const open: Field[] = [];
  for (const field of fields) {
    const [name, value] = field;
    if (taken.includes(name)) continue;
    const isKept = isDrawn(name) && value !== null && (typeof value !== 'number' || Number.isFinite(value));
    (isKept ? drawn : open).push(field);
  }
  const { attributes, rest } = sorter.sort(open, where);
  for (const [name] of drawn) sorter.tell(name, where);
  const kept = keptOf([...drawn, ...rest]);
  return { attributes, ...(kept ? { kept } : {}) };
}

/** The first field of these names with text in it; one with nothing but spaces only where there is no other. */
function findText(record: JsonRecord, names: readonly string[]): ReturnType<typeof findLabel> {
  const filled = names.find((name) => textOf(record[name])?.trim());
  return findLabel(record, filled === undefined ? names : [filled]);
}

function findName(
  record: JsonRecord,
  fields: readonly Field[],
  names: readonly string[],
): ReturnType<typeof findLabel> {
  const own = findText(record, names);
  if (own?.label.trim()) return own;
  const spread = findText(recordOf(keptOf(fields)), names);
  return spread?.label.trim() ? spread : (own ?? spread);
}

/** Where a node is drawn: its own numbers, or those in a record for its place or its drawing. */
function findPlace(
  record: JsonRecord,
): { readonly x: number; readonly y: number; readonly field: string | null } | null {
  for (const field of [null, 'position', 'attributes', 'metadata']) {
    const holder = field === null ? record : recordOf(record[field]);
    const [x, y] = [finiteOf(holder['x']), finiteOf(holder['y'])];
    if (x !== undefined && y !== undefined) return { x, y, field };
  }
  return null;
}

/** A node; what it cites says nothing of a relation, so it is shown with the entity. */
export function readNode(reading: ElementReading, { value, where }: Listed, id: string): GraphNode {
  const record = recordOf(value);
  const fields = spreadFields(record);
  const found = findName(record, fields, NODE_LABELS);
  const place = findPlace(record);
  const taken = [
    findIdName(record),
    found?.field,
    ...(place ? ['x', 'y'] : []),
    place?.field === 'position' ? 'position' : undefined,
    record['type'] === 'node' ? 'type' : undefined,
  ];
  const { citations } = reading.nested.read(fields);
  const cited: Field[] = citations ? [['citations', citations]] : [];
  return {
    id,
    label: found?.label ?? (idText(value) === null ? null : id),
    where,
    ...readPart(reading, [...cited, ...fields], taken, where),
    ...(place ? { x: place.x, y: place.y } : {}),
  };
}

function isWording(record: JsonRecord, name: string): boolean {
  return name !== 'type' || !/^(?:(?:un)?directed|relationship|edge)$/i.test(String(record['type']));
}

/** The field that is the edge's id. NetworkX tells parallel edges apart in `key`, so there it is none. */
function findEdgeId(record: JsonRecord, isMulti: boolean): string | undefined {
  const id = ['id', '_id'].find((name) => textOf(record[name]) !== null);
  return id ?? (typeof record['key'] === 'string' && !isMulti ? 'key' : undefined);
}

/** How a graph's edges are to be read unless they say otherwise. */
export interface EdgeReading extends ElementReading {
  readonly ids: NodeIds;
  readonly isDirected: boolean;
  readonly isMulti: boolean;
}

/** An edge. Ends that it does not state are called so. */
export function readEdge(reading: EdgeReading, { value: item, key, where }: Listed): GraphEdge {
  const record = recordOf(item);
  const [from, to] = findEndNames(record) ?? ['source', 'target'];
  // What a relationship of Neo4j says of its source stands inside it under the name that an end has outside.
  const { [from]: start, [to]: finish, ...said } = record;
  const fields = spreadFields(said);
  const names = [...EDGE_LABELS, ...(reading.isMulti ? ['key'] : [])].filter((name) => isWording(record, name));
  const found = findName(record, fields, names);
  const idName = findEdgeId(record, reading.isMulti);
  const end = (value: unknown, name: string): string => reading.ids.findEnd(value) ?? `not stated (${where}.${name})`;
  const arrows = readArrows(record, reading.isDirected);
  const ends = [end(start, from), end(finish, to)] as const;
  const [source, target] = arrows.isReversed ? [ends[1], ends[0]] : ends;
  return {
    id: (idName === undefined ? null : textOf(record[idName])) ?? key,
    source,
    target,
    directed: arrows.isDirected,
    label: found?.label ?? null,
    where,
    ...readPart(reading, fields, [idName, found?.field, record['type'] === 'relationship' ? 'type' : undefined], where),
    ...reading.nested.read(fields),
  };
}
