import { type Field, recordOf } from '../jsonAttributes.ts';
import { isRecord, type JsonRecord } from '../jsonRecord.ts';

/** What a file declares of an attribute. */
interface Declared {
  readonly type: string;
  readonly alias: string | null;
  readonly preset: unknown;
}

/** Declarations of one kind of element by the attribute's full name. */
export type Declarations = ReadonlyMap<string, Declared>;

/** Reads the declarations of nodes or edges. */
export function readDeclarations(declarations: JsonRecord): Declarations {
  return new Map(
    Object.entries(declarations).map(([name, value]) => {
      const { d, a, v } = recordOf(value);
      return [name, { type: typeof d === 'string' ? d : 'string', alias: typeof a === 'string' ? a : null, preset: v }];
    }),
  );
}

/** Makes the fields of an element: full names for aliases, and values that are declared where it has none. */
export function createValueReader(declarations: Declarations): (values: unknown) => Map<string, unknown> {
  const byAlias = new Map(
    [...declarations].flatMap(([name, { alias }]) => (alias === null ? [] : [[alias, name] as const])),
  );
  const presets = [...declarations].flatMap(([name, { preset }]): Field[] =>
    preset === undefined || preset === null ? [] : [[name, preset]],
  );
  return (values) => {
    const read = new Map<string, unknown>(presets);
    for (const [name, value] of isRecord(values) ? Object.entries(values) : []) {
      read.set(declarations.has(name) ? name : (byAlias.get(name) ?? name), value);
    }
    return read;
  };
}
