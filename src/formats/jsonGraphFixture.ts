import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DataError, type Issue } from '../model/dataError.ts';
import { findAllProblems } from '../model/parseDataset.ts';
import type { DatasetFile } from '../model/records.ts';
import type { Format, FormatId, InputFile, ReadContext, ReadCounts } from './format.ts';
import { createImportLog } from './importLog.ts';
import { parseJsonText } from './jsonText.ts';
import type { AttributeValue, GraphEdge, GraphNode, PropertyGraph } from './propertyGraph.ts';

/** A context with a log that tests look into. */
export function someContext(): ReadContext {
  return { log: createImportLog(), progress: () => {} };
}

/** What the app makes of a text before a reader sees it. */
export function inputOf(text: string, context: ReadContext, name = 'file.json'): InputFile {
  const json = parseJsonText(text, context.log);
  return { name, size: text.length, encoding: 'utf-8', text, bytes: null, json, root: null };
}

/** A file of the public corpus, as text. */
export function corpusText(path: string): string {
  return readFileSync(`${process.env['SAYSO_SHARED']}/corpus/${path}`, 'utf8').replace(/^\ufeff/, '');
}

/** What came of reading a text: counts, records and issues, or why it was refused. */
export function outcomeOf(
  format: Format,
  text: string,
  name?: string,
): { read: ReadCounts; file: DatasetFile; issues: Issue[]; sure: number } | { refused: DataError } {
  const context = someContext();
  try {
    const input = inputOf(text, context, name);
    const { read, file } = format.read(input, context);
    const errors = findAllProblems(file).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`not valid: ${JSON.stringify(errors.slice(0, 3))}`);
    return { read, file, issues: context.log.issues(), sure: format.sniff(input) };
  } catch (error) {
    if (error instanceof DataError) return { refused: error };
    throw error;
  }
}

/** A graph without what says only where in a file it was, for comparison. */
export function bareGraph(graph: PropertyGraph): unknown {
  const bare = ({ where: _where, attributes, ...part }: GraphNode | GraphEdge): unknown => ({
    ...part,
    attributes: [...attributes].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  });
  const { declared: _declared, ...rest } = graph;
  return {
    ...rest,
    attributes: [...graph.attributes].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    nodes: graph.nodes.map(bare),
    edges: graph.edges.map(bare),
  };
}

const ODD = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'id',
  'name',
  'label',
  'n',
  'i',
  'source',
  'parent',
  'directed',
  'x',
  'SUID',
  'interaction',
  'attribute:label',
  'sayso_file_id',
  'title',
  '1',
  '01',
  '9007199254740993',
  'é𝄞\u2028',
];

const text = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'grapheme', maxLength: 8 }));
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0 || 0);

/** How a format holds attributes: values of any type, or columns of one type. */
export interface GraphChoice {
  readonly format: FormatId;
  readonly isTyped: boolean;
}

function someValue(type: number): fc.Arbitrary<AttributeValue> {
  const single = [text, number, fc.boolean()][type % 3] as fc.Arbitrary<string | number | boolean>;
  return type < 3 ? single : fc.array(single, { maxLength: 3 });
}

/** In a typed format the type follows from the name, so that columns have one. */
function someAttributes(isTyped: boolean): fc.Arbitrary<ReadonlyMap<string, AttributeValue>> {
  const pair = text.chain((name) => {
    const type = isTyped ? fc.constant(name.length % 6) : fc.nat(5);
    return type.chain(someValue).map((value) => [name, value] as const);
  });
  return fc.array(pair, { maxLength: 4 }).map((pairs) => new Map(pairs));
}

const label = fc.option(text, { nil: null });

/** Graphs with odd ids, names and values, as far as a format can hold them. */
export function someGraph({ format, isTyped }: GraphChoice): fc.Arbitrary<PropertyGraph> {
  const attributes = someAttributes(isTyped);
  const ids = fc.uniqueArray(text, { minLength: 1, maxLength: 6 });
  return fc.tuple(ids, fc.uniqueArray(text, { maxLength: 6 }), fc.boolean()).chain(([nodeIds, edgeIds, arePlaced]) => {
    const place = fc.record({ x: number, y: number });
    const nodes = nodeIds.map((id) =>
      fc.tuple(label, attributes, place).map(
        ([own, values, { x, y }]): GraphNode => ({
          id,
          where: '',
          label: own,
          attributes: values,
          ...(arePlaced ? { x, y } : {}),
        }),
      ),
    );
    const end = fc.constantFrom(...nodeIds);
    const edges = edgeIds.map((id) =>
      fc.tuple(label, attributes, end, end, fc.boolean()).map(
        ([own, values, source, target, directed]): GraphEdge => ({
          id,
          where: '',
          source,
          target,
          directed,
          label: own,
          attributes: values,
        }),
      ),
    );
    const head = fc.tuple(label, fc.option(text, { nil: '' }), attributes);
    return fc.tuple(fc.tuple(...nodes), fc.tuple(...edges), head).map(
      ([n, e, [title, description, values]]): PropertyGraph => ({
        format,
        title,
        ...(description ? { description } : {}),
        attributes: values,
        nodes: n,
        edges: e,
      }),
    );
  });
}
