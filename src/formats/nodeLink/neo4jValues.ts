import { recordOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** Whole numbers of Neo4j's drivers come in two halves. */
function readWhole(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { low, high, ...rest } = value;
  if (typeof low !== 'number' || typeof high !== 'number' || Object.keys(rest).length > 0) return value;
  return Number(BigInt(high) * 4_294_967_296n + BigInt(low >>> 0));
}

const PARTS = ['year', 'month', 'day'] as const;

/** A date of the drivers, in parts, as it is written. */
function readDate(value: JsonRecord): unknown {
  const [year, month, day] = PARTS.map((name) => readWhole(value[name]));
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return value;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function readProperty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readProperty);
  const whole = readWhole(value);
  return isRecord(whole) ? readDate(whole) : whole;
}

const NODE_FIELDS = new Set(['type', 'id', 'labels', 'properties']);

/** Whether a record is a node as Neo4j writes it. */
export function isNeo4jNode(value: unknown): value is JsonRecord {
  if (!isRecord(value)) return false;
  const isNamed = value['type'] === 'node' && Object.keys(value).every((name) => NODE_FIELDS.has(name));
  return isNamed || (Array.isArray(value['labels']) && isRecord(value['properties']));
}

/** Names under which the ends of a relationship stand, as pairs. */
const ENDS = [
  ['start', 'end'],
  ['startNode', 'endNode'],
  ['startNodeElementId', 'endNodeElementId'],
] as const;

const hasEnds = (value: JsonRecord): boolean =>
  ENDS.some(([start, end]) => value[start] !== undefined && value[end] !== undefined);

/** Whether a record is a relationship as Neo4j writes it. */
export function isNeo4jRelationship(value: unknown): value is JsonRecord {
  if (!isRecord(value) || !hasEnds(value)) return false;
  return (
    value['type'] === 'relationship' ||
    (typeof value['type'] === 'string' && isRecord(value['properties']) && !Array.isArray(value['segments']))
  );
}

/** The id of a node or relationship; as a number where there is one, since ends name it so. */
export function neo4jId(value: JsonRecord): string | null {
  for (const name of ['id', 'identity', 'elementId']) {
    const id = readWhole(value[name]);
    if (typeof id === 'string' || typeof id === 'number') return String(id);
  }
  return null;
}

/** A node as a record with `id`; its place in Neo4j's bookkeeping is left out, everything else stays. */
export function plainNode(value: JsonRecord): JsonRecord {
  const { type: _type, id: _id, identity: _identity, properties, ...rest } = value;
  const read = Object.entries(recordOf(properties)).map(([name, own]) => [name, readProperty(own)]);
  return { ...rest, id: neo4jId(value), properties: Object.fromEntries(read) };
}

/** The id of the node at one end of a relationship, by the first name that has one. */
export function endOf(value: JsonRecord, end: 'start' | 'end'): string | null {
  for (const names of ENDS) {
    const own = readWhole(value[names[end === 'start' ? 0 : 1]]);
    const id = isRecord(own) ? neo4jId(own) : own;
    if (typeof id === 'string' || typeof id === 'number') return String(id);
  }
  return null;
}

/** A relationship as a record with `source` and `target`. */
export function plainRelationship(value: JsonRecord): JsonRecord {
  const {
    start: _s,
    end: _e,
    startNode: _sn,
    endNode: _en,
    startNodeElementId: _se,
    endNodeElementId: _ee,
    ...said
  } = value;
  const label = value['label'] ?? value['type'];
  return { ...plainNode(said), label, source: endOf(value, 'start'), target: endOf(value, 'end') };
}
