import fc from 'fast-check';
import type { InputFile, ReadContext } from './format.ts';
import { createImportLog } from './importLog.ts';
import type { AttributeValue, GraphEdge, GraphNode, PropertyGraph } from './propertyGraph.ts';

/** A file of which only the name matters. */
export function inputFile(name: string, text = ''): InputFile {
  return { name, size: text.length, encoding: 'utf-8', text, bytes: null, json: undefined, root: null };
}

/** A context whose progress goes nowhere. */
export function readContext(): ReadContext {
  return { log: createImportLog(), progress: () => undefined };
}

/** Names and ids that are hard on a program. */
const hardText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  fc.constantFrom('__proto__', 'constructor', 'toString', '1', ' a ', 'a|b;"c"', '习近平', 'ا', '=1+1'),
);

const value: fc.Arbitrary<AttributeValue> = fc.oneof(
  hardText,
  fc.constant(''),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.array(hardText, { maxLength: 3 }),
  fc.array(fc.integer(), { minLength: 1, maxLength: 3 }),
);

const attributes = fc
  .array(fc.tuple(hardText, value), { maxLength: 4 })
  .map((pairs) => new Map(pairs.filter(([name]) => !name.startsWith('sayso'))));

/** Any graph with different ids and without dangling ends, whose attributes hide no place, source or kept value. */
export const anyGraph: fc.Arbitrary<PropertyGraph> = fc
  .uniqueArray(hardText, { minLength: 1, maxLength: 6 })
  .chain((ids) =>
    fc.record({
      nodes: fc.tuple(
        ...ids.map((id) =>
          fc.record({ label: fc.option(hardText), attributes }).map((node): GraphNode => ({ id, where: '', ...node })),
        ),
      ),
      edges: fc.array(
        fc
          .record({
            source: fc.constantFrom(...ids),
            target: fc.constantFrom(...ids),
            directed: fc.boolean(),
            label: fc.option(hardText),
            attributes,
          })
          .map((edge): Omit<GraphEdge, 'id'> => ({ where: '', ...edge })),
        { maxLength: 6 },
      ),
    }),
  )
  .map(({ nodes, edges }) => ({
    format: 'json-graph' as const,
    title: 'A graph',
    attributes: new Map(),
    nodes,
    edges: edges.map((edge, i) => ({ ...edge, id: `edge ${i}` })),
  }));
