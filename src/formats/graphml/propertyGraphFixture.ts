import fc from 'fast-check';
import type { ReadContext } from '../format.ts';
import { createImportLog, type ImportLog } from '../importLog.ts';
import type { AttributeValue, GraphEdge, GraphNode, PropertyGraph, Spell } from '../propertyGraph.ts';
import { losesInXml } from '../xmlText.ts';

/** A context with a log to be looked at. */
export function readContext(): ReadContext & { readonly log: ImportLog } {
  return { log: createImportLog(), progress: () => undefined };
}

const HARD: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  ' a b ',
  '\n',
  'a\tb\r\nc',
  ']]>',
  '<b>&amp;</b>',
  'it\'s "so"',
  'a|b, c;d',
  '[x]',
  'a\\',
  '\\"',
  'label',
  'Label',
  'name',
  'title',
  'x',
  'y',
  'z',
  'r',
  'size',
  'desc',
  'start',
  'end',
  'weight',
  'kind',
  'id',
  'NaN',
  '1',
  '1e5',
  'true',
  '習近平',
  '👩‍👩‍👧',
  '\u200f\u202e',
  'parents',
  'undirected',
  'spells',
  'Edge Label',
  'INF',
  '12345678901234567890',
];

/** Any text that XML can hold, names of JavaScript's own and what is easily taken for markup among it. */
export const xmlText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(...HARD),
    },
  )
  .filter((text) => !losesInXml(text));

const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
);
const COLUMN_VALUES: readonly fc.Arbitrary<AttributeValue>[] = [
  xmlText,
  fc.boolean(),
  fc.integer(),
  number,
  fc.array(xmlText, { maxLength: 4 }),
  fc.array(fc.integer(), { minLength: 1, maxLength: 3 }),
  fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
];

type Column = readonly [string, fc.Arbitrary<AttributeValue>];

/** Columns of one type each, as graph formats have them. */
const columns: fc.Arbitrary<readonly Column[]> = fc.uniqueArray(fc.tuple(xmlText, fc.constantFrom(...COLUMN_VALUES)), {
  maxLength: 5,
  selector: ([name]) => name,
});

function attributesOf(made: readonly Column[]): fc.Arbitrary<Map<string, AttributeValue>> {
  const cells = made.map(([name, value]) =>
    fc.option(
      value.map((each) => [name, each] as const),
      { nil: null },
    ),
  );
  return fc.tuple(...cells).map((row) => new Map(row.filter((cell) => cell !== null)));
}

const day = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const date = fc.oneof(
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
);
const spell: fc.Arbitrary<Spell> = fc.oneof(
  fc.record({ start: date, end: date }),
  date.map((start) => ({ start })),
  date.map((end) => ({ end })),
);
/** The same period twice is once. */
const periods = fc.uniqueArray(spell, { maxLength: 2, selector: ({ start, end }) => `${start}/${end}` });
const place = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => (value === 0 ? 0 : value));

function nodesOf(ids: readonly string[], made: readonly Column[]): fc.Arbitrary<GraphNode[]> {
  return fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          label: fc.option(xmlText, { nil: null }),
          attributes: attributesOf(made),
          places: fc.option(fc.tuple(place, place), { nil: null }),
          parents: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 }),
          spells: periods,
        })
        .map(({ places, parents, spells, ...rest }) => ({
          id,
          where: '',
          ...rest,
          ...(places ? { x: places[0], y: places[1] } : {}),
          ...(parents.length > 0 ? { parents } : {}),
          ...(spells.length > 0 ? { spells } : {}),
        })),
    ),
  );
}

function edgesOf(ends: readonly string[], made: readonly Column[]): fc.Arbitrary<GraphEdge[]> {
  const edge = fc
    .record({
      id: fc.option(xmlText, { nil: null }),
      source: fc.constantFrom(...ends),
      target: fc.constantFrom(...ends),
      directed: fc.boolean(),
      label: fc.option(xmlText, { nil: null }),
      attributes: attributesOf(made),
      spells: periods,
    })
    .map(({ spells, ...rest }) => ({ ...rest, where: '', ...(spells.length > 0 ? { spells } : {}) }));
  return fc.array(edge, { maxLength: 8 });
}

/** Any graph that XML formats can hold: dangling ends, loops, parallel edges, groups, cycles of groups. */
export function anyGraph(format: PropertyGraph['format']): fc.Arbitrary<PropertyGraph> {
  return fc
    .tuple(fc.uniqueArray(xmlText, { minLength: 1, maxLength: 6 }), columns, columns, xmlText)
    .chain(([ids, ofNodes, ofEdges, missing]) =>
      fc.record({
        format: fc.constant(format),
        title: fc.option(xmlText, { nil: null }),
        description: xmlText,
        attributes: fc.constant<ReadonlyMap<string, AttributeValue>>(new Map()),
        nodes: nodesOf(ids, ofNodes),
        edges: edgesOf([...ids, missing], ofEdges),
      }),
    );
}

/** A graph as it can be compared: without places in files and declared types, nodes by id (groups change their order). */
export function plainGraph({ title, description, attributes, nodes, edges }: PropertyGraph): unknown {
  const plain = ({ where: _where, attributes: each, ...rest }: GraphNode | GraphEdge): unknown => ({
    ...rest,
    attributes: [...each].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  });
  const sorted = nodes.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { title, description, attributes: [...attributes], nodes: sorted.map(plain), edges: edges.map(plain) };
}
