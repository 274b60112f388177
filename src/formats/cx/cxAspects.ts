import { DataError } from '../../model/dataError.ts';
import { recordOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** One element of an aspect with its place in the file. */
export interface AspectElement {
  readonly element: JsonRecord;
  readonly where: string;
}

/** Aspects by name in the order of their first fragment. */
export type Aspects = ReadonlyMap<string, readonly AspectElement[]>;

const DESCRIPTOR = new Set(['CXVersion', 'hasFragments']);

/** Reads a list of aspect fragments into aspects. Throws DataError `invalid` where the value is no such list. Linear. */
export function readAspects(value: unknown, name: 'CX' | 'CX2'): Aspects {
  if (!Array.isArray(value))
    throw new DataError('invalid', '', { problem: `a ${name} file is a list of aspects, and this is none` });
  const aspects = new Map<string, AspectElement[]>();
  value.forEach((fragment: unknown, i) => {
    if (!isRecord(fragment)) throw new DataError('invalid', `[${i}]`, { problem: 'this part is no aspect' });
    for (const [aspect, elements] of Object.entries(fragment)) {
      const where = `[${i}].${aspect}`;
      if (DESCRIPTOR.has(aspect)) continue;
      if (!Array.isArray(elements)) throw new DataError('invalid', where, { problem: 'this aspect is no list' });
      const into = aspects.get(aspect) ?? [];
      aspects.set(aspect, into);
      elements.forEach((element: unknown, j) => {
        if (!isRecord(element))
          throw new DataError('invalid', `${where}[${j}]`, { problem: 'this is no element of an aspect' });
        into.push({ element, where: `${where}[${j}]` });
      });
    }
  });
  return aspects;
}

/** Throws DataError `invalid` where the status says that writing the file failed or, if `isNeeded`, where there is none. */
export function checkStatus(aspects: Aspects, isNeeded: boolean): void {
  const status = aspects.get('status')?.at(-1);
  if (!status) {
    if (!isNeeded) return;
    throw new DataError('invalid', '', { problem: 'it has no status at its end, so it may have been cut off' });
  }
  if (status.element['success'] === true) return;
  const error = status.element['error'];
  const reason = typeof error === 'string' && error !== '' ? ` (${error.slice(0, 120)})` : '';
  throw new DataError('invalid', status.where, { problem: `its status says that writing it failed${reason}` });
}

/** How many elements the file says an aspect has, the later word winning; undefined where it says nothing. */
export function statedCount(aspects: Aspects, name: string): number | undefined {
  const counts = (aspects.get('metaData') ?? []).flatMap(({ element }) => {
    const count = element['elementCount'];
    return element['name'] === name && typeof count === 'number' ? [count] : [];
  });
  return counts.at(-1);
}

/** Aspects that are not read, as they are, to be written back. */
export function otherAspects(aspects: Aspects, read: ReadonlySet<string>): (readonly [string, unknown])[] {
  return [...aspects]
    .filter(([name]) => !read.has(name))
    .map(([name, elements]) => [name, elements.map(({ element }) => recordOf(element))] as const);
}
