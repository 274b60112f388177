import { type Field } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** Fields in which programs put what the maker knows, beside what they draw. */
const INNER = new Set(['data', 'properties', 'attributes', 'metadata', 'props']);

const DRAWN = new Set(
  'x y z vx vy fx fy px py index fa2_x fa2_y size color fixed active hover hidden selected glyphs icon colors'.split(
    ' ',
  ),
);
const OF_CAMERAS = /^(?:read_cam|renderer|cam)\d*:/;

/** Whether a field of an element itself says only how it is drawn. */
export function isDrawn(name: string): boolean {
  return DRAWN.has(name) || OF_CAMERAS.test(name);
}

/** A record whose names are 0, 1, 2 ... is a list, as some programs write it. */
function asList(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const isList =
    entries.length > 0 && entries.every(([name, item], i) => name === String(i) && typeof item !== 'object');
  return isList ? entries.map(([, item]) => item) : value;
}

/** Fields of an element and, beside them, those in its `data`, `properties` and the like; of two with one name the inner has its path. Linear. */
export function spreadFields(element: JsonRecord): Field[] {
  const spread: Field[] = [];
  const taken = new Set(Object.keys(element));
  function spreadInner(record: JsonRecord, path: string, depth: number): void {
    for (const [name, value] of Object.entries(record)) {
      if (INNER.has(name) && isRecord(value) && depth < 3) spreadInner(value, name, depth + 1);
      else if (depth === 0) spread.push([name, asList(value)]);
      else {
        const free = taken.has(name) ? `${path}.${name}` : name;
        taken.add(free);
        spread.push([free, asList(value)]);
      }
    }
  }
  spreadInner(element, '', 0);
  return spread;
}
