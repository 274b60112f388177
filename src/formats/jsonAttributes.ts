import type { ImportLog } from './importLog.ts';
import { isRecord, type JsonRecord } from './jsonRecord.ts';
import type { AttributeValue, Scalar } from './propertyGraph.ts';

/** Name and value as a file has them. */
export type Field = readonly [name: string, value: unknown];

/** The value as a record; an empty one where it is none. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** The value as a list; an empty one where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text or a number as text, as files write ids and names; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** A number that is one; undefined for anything else, NaN and infinities among it. */
export function finiteOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));

const isAttribute = (value: unknown): value is AttributeValue =>
  isScalar(value) || (Array.isArray(value) && value.every(isScalar));

/** JSON keeps no minus before a zero. */
function withoutMinusZero(value: AttributeValue): AttributeValue {
  if (value === 0) return 0;
  return Array.isArray(value) && value.includes(0) ? value.map((item: Scalar) => (item === 0 ? 0 : item)) : value;
}

/** Fields of one record: what can be an attribute, and what has to be kept as it is. */
export interface SortedFields {
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly rest: readonly Field[];
}

/** Sorts fields of records; each field that is set aside is told once, at the first place. */
export interface FieldSorter {
  sort(fields: Iterable<Field>, where: string): SortedFields;
  /** Tells of a field that is kept as it is. */
  tell(name: string, where: string): void;
}

/** A sorter for one file. `code` says what becomes of fields set aside: `field-kept` where the format is written, else `field-set-aside`. */
export function createFieldSorter(log: ImportLog, code: 'field-kept' | 'field-set-aside'): FieldSorter {
  const told = new Set<string>();
  function tell(name: string, where: string): void {
    if (told.has(name)) return;
    told.add(name);
    log.note(code, where, { field: name.slice(0, 80) });
  }
  return {
    tell,
    sort(fields, where) {
      const attributes = new Map<string, AttributeValue>();
      const rest: Field[] = [];
      for (const [name, value] of fields) {
        if (value === null || value === undefined) continue;
        if (isAttribute(value)) attributes.set(name, withoutMinusZero(value));
        else if (typeof value === 'number') log.warn('not-a-number', where, { count: 1, value: String(value) });
        else {
          rest.push([name, value]);
          tell(name, where);
        }
      }
      return { attributes, rest };
    },
  };
}

/** Fields as one JSON object; undefined for none. Keys such as `__proto__` become plain fields of it. */
export function keptOf(fields: Iterable<Field>): JsonRecord | undefined {
  const all: Field[] = [];
  for (const field of fields) if (field[1] !== undefined) all.push(field);
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}

/** The first of these names under which a text or number stands. Null where there is none. */
export function findLabel(
  record: JsonRecord,
  names: readonly string[],
): { readonly label: string; readonly field: string } | null {
  for (const field of names) {
    const label = textOf(record[field]);
    if (label !== null) return { label, field };
  }
  return null;
}
