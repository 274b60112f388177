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

/** Fields by id of node or edge from an aspect such as `nodeAttributes`; `""` has those of the network. A name that comes twice is a list. Linear. */
export function readCx1Values(aspects: Aspects, aspect: string): ReadonlyMap<string, readonly Field[]> {
  const byOwner = new Map<string, Map<string, unknown[]>>();
  for (const { element } of aspects.get(aspect) ?? []) {
    const name = textOf(element['n']);
    if (name === null) continue;
    const owners = Array.isArray(element['po']) ? element['po'] : [element['po']];
    for (const owner of owners) {
      const id = textOf(owner) ?? '';
      const fields = byOwner.get(id) ?? new Map<string, unknown[]>();
      byOwner.set(id, fields);
      const values = fields.get(name) ?? [];
      fields.set(name, values);
      values.push(readValue(element));
    }
  }
  return new Map(
    [...byOwner].map(([id, fields]) => [
      id,
      [...fields].map(([name, values]): Field => [name, values.length === 1 ? values[0] : values.flat()]),
    ]),
  );
}
