import type { AttributeValue } from './propertyGraph.ts';

/** The attribute in which an id stands that the format could not have as it was. */
export const FILE_ID = 'sayso_file_id';

const MARK = 'attribute:';

/** The name under which an attribute is written where the format has a meaning of its own for some names. Undone by `readName`. */
export function writeName(name: string, reserved: ReadonlySet<string>): string {
  return reserved.has(name) || name.startsWith(MARK) ? MARK + name : name;
}

/** The name of an attribute that `writeName` wrote; any other name as it is. */
export function readName(name: string, reserved: ReadonlySet<string>): string {
  if (!name.startsWith(MARK)) return name;
  const bare = name.slice(MARK.length);
  return reserved.has(bare) || bare.startsWith(MARK) ? bare : name;
}

/** Attributes as fields to be written; numbers that JSON cannot hold as text. */
export function writeFields(
  attributes: Iterable<readonly [string, AttributeValue]>,
  reserved: ReadonlySet<string>,
): [string, unknown][] {
  const write = (value: unknown): unknown =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  return [...attributes].map(([name, value]) => [
    writeName(name, reserved),
    Array.isArray(value) ? value.map(write) : write(value),
  ]);
}

/** Fields with the names that `writeName` gave them undone. */
export function readFields(
  fields: Iterable<readonly [string, unknown]>,
  reserved: ReadonlySet<string>,
): (readonly [string, unknown])[] {
  return [...fields].map(([name, value]) => [readName(name, reserved), value] as const);
}

/** Gives out texts that are free, the wanted one where it may be. */
export interface FreeIds {
  /** `wanted` if it is allowed and not taken; else a free id that starts with `base`. */
  take(wanted: string | null, base: string): string;
}

/** None given out yet. Ids in `avoid` are given only to who wants them. Linear over all calls for a few bases. */
export function createFreeIds(isAllowed: (id: string) => boolean, avoid: ReadonlySet<string> = new Set()): FreeIds {
  const used = new Set<string>();
  const next = new Map<string, number>();
  return {
    take(wanted, base) {
      let id = wanted;
      if (id === null || used.has(id) || !isAllowed(id)) {
        let i = next.get(base) ?? 1;
        while (used.has(`${base}${i}`) || avoid.has(`${base}${i}`)) i += 1;
        next.set(base, i + 1);
        id = `${base}${i}`;
      }
      used.add(id);
      return id;
    },
  };
}
