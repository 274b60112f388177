import type { Field } from '../jsonAttributes.ts';
import { textOf } from '../jsonAttributes.ts';
import type { AspectElement, Aspects } from './cxAspects.ts';

/** CX writes every value as text and says its type beside it. Text that is not of its type stays text. */
function readScalar(value: unknown, type: string): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (!/^(?:integer|int|long|double|float)$/.test(type) || value.trim() === '') return value;
  const number = Number(value);
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number)) ? number : value;
}

function parseList(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [text];
  }
}

/** The value of an attribute of CX1 by its declared type; lists stand as lists or as JSON in a text. */
function readValue({ v, d }: AspectElement['element']): unknown {
  const type = typeof d === 'string' ? d : 'string';
  if (!type.startsWith('list_of_')) return readScalar(v, type);
  const list = typeof v === 'string' ? parseList(v) : v;
  const single = type.slice('list_of_'.length);
  return Array.isArray(list) ? list.map((item) => readScalar(item, single)) : readScalar(list, single);
}

/** A field's values with the subnetwork that each is of. */
type Stated = { readonly value: unknown; readonly of: string | null }[];

/** One value where subnetworks say the same; a list where a name comes twice, or they say different things. */
function joinValues(stated: Stated): unknown {
  const seen = new Map<string, Set<string | null>>();
  const kept = stated.filter(({ value, of }) => {
    const key = JSON.stringify(value);
    const owners = seen.get(key) ?? new Set();
    seen.set(key, owners);
    const isNew = owners.size === 0 || owners.has(of);
    owners.add(of);
    return isNew;
  });
  return kept.length === 1 ? kept[0]?.value : kept.flatMap(({ value }) => value as unknown[]);
}

/**
 * Fields by id of node or edge from an aspect such as `nodeAttributes`; `""` has those of the network. A name that comes twice
 * is a list; the same said in several subnetworks of a collection comes once. Linear.
 */
export function readCx1Values(aspects: Aspects, aspect: string): ReadonlyMap<string, readonly Field[]> {
  const byOwner = new Map<string, Map<string, Stated>>();
  for (const { element } of aspects.get(aspect) ?? []) {
    const name = textOf(element['n']);
    if (name === null) continue;
    const owners = Array.isArray(element['po']) ? element['po'] : [element['po']];
    for (const owner of owners) {
      const id = textOf(owner) ?? '';
      const fields = byOwner.get(id) ?? new Map<string, Stated>();
      byOwner.set(id, fields);
      const values = fields.get(name) ?? [];
      fields.set(name, values);
      values.push({ value: readValue(element), of: textOf(element['s']) });
    }
  }
  return new Map(
    [...byOwner].map(([id, fields]) => [id, [...fields].map(([n, values]): Field => [n, joinValues(values)])]),
  );
}

/** What a collection is called as a whole, or else the first of its subnetworks, and what it says of itself. */
export function findNetworkText(aspects: Aspects, name: string): string | null {
  const found = (aspects.get('networkAttributes') ?? []).filter(({ element }) => element['n'] === name);
  const whole = found.find(({ element }) => textOf(element['s']) === null) ?? found[0];
  return whole ? textOf(readValue(whole.element)) : null;
}
