import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { buildPropertyGraph } from './buildPropertyGraph.ts';
import { CORPUS, listCorpus, readCorpusFile } from './corpusFixture.ts';
import { parseCx2 } from './cx/parseCx2.ts';
import { printCx2 } from './cx/printCx2.ts';
import { parseCyjs } from './cytoscape/parseCyjs.ts';
import { printCyjs } from './cytoscape/printCyjs.ts';
import type { FormatId, InputFile, ReadContext } from './format.ts';
import { parseGexf } from './gexf/parseGexf.ts';
import { printGexf } from './gexf/printGexf.ts';
import { parseGraphml } from './graphml/parseGraphml.ts';
import { printGraphml } from './graphml/printGraphml.ts';
import { parseGraphology } from './graphology/parseGraphology.ts';
import { printGraphology } from './graphology/printGraphology.ts';
import { createImportLog } from './importLog.ts';
import type { PropertyGraph } from './propertyGraph.ts';
import { readFiles } from './readFiles.ts';
import { readInput } from './readInput.ts';

/** Larger files say no more; SAYSO_ROUND_TRIPS takes them too. */
const MOST_BYTES = process.env['SAYSO_ROUND_TRIPS'] ? 1e9 : 200_000;

interface Native {
  readonly format: FormatId;
  readonly pattern: RegExp;
  readonly parse: (input: InputFile, context: ReadContext) => PropertyGraph;
  readonly print: (graph: PropertyGraph) => string;
}

const NATIVE: readonly Native[] = [
  {
    format: 'graphml',
    pattern: /\.graphml$/,
    parse: ({ text }, context) => parseGraphml(text, context),
    print: printGraphml,
  },
  { format: 'gexf', pattern: /\.gexf$/, parse: ({ text }, context) => parseGexf(text, context), print: printGexf },
  {
    format: 'cyjs',
    pattern: /\.cyjs$|\.elements\.json$/,
    parse: ({ json }, context) => parseCyjs(json, context),
    print: printCyjs,
  },
  { format: 'cx2', pattern: /\.cx2$/, parse: ({ json }, context) => parseCx2(json, context), print: printCx2 },
  {
    format: 'graphology',
    pattern: /^06-|\.graphology\.json$/,
    parse: ({ json }, context) => parseGraphology(json, context),
    print: printGraphology,
  },
];

/** What does not come back, by file, and why. */
const GONE: ReadonlyMap<string, RegExp> = new Map([
  // Characters that XML forbids.
  ['04-graphml/neo4j-apoc-unicode-NUL.graphml', /^node n0\.attributes/],
  // An Event with roles holds claims, a hyperedge does not: it is written as a node with edges.
  ['04-graphml/nx-hyperedge.graphml', /isHyperedge|isRole/],
  // The key that edges' labels were found under: they are written under our own.
  ['04-graphml/quakers-network.graphml', /edgeLabel/],
  ['04-graphml/quakers-utf8-bom.graphml', /edgeLabel/],
  // A column without a value in it.
  ['03-gexf/gephi-slice.gexf', /columns\.edge/],
  // The second of two things with one id gets another one.
  ['03-gexf/photoviz-dynamic.gexf', /^node 120/],
  ['11-hostile/compound-cycle.cyjs', /^node 1\./],
  ['11-hostile/proto-keys.graphology.json', /^node \./],
  // Sizes and colours that are no numbers.
  ['11-hostile/nan-positions.gexf', /^node [ab]\.kept\.content/],
]);

async function parse({ parse: read }: Native, content: Blob, name: string): Promise<PropertyGraph> {
  const log = createImportLog();
  const { input } = await readInput({ name, content }, log);
  return read(input, { log, progress: () => undefined });
}

/** Every single value under a value, with the names on the way to it; places in lists count for nothing. */
function flatten(value: unknown, path: string, into: Set<string>): Set<string> {
  if (value instanceof Map) for (const [key, each] of value) flatten(each, `${path}.${String(key)}`, into);
  else if (Array.isArray(value)) for (const each of value) flatten(each, path, into);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) flatten(each, `${path}.${key}`, into);
  else if (typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== ''))
    into.add(`${path}: ${value}`);
  return into;
}

/** Everything that a graph says, a line each; edges by their order, since not all have ids. */
function linesOf({ nodes, edges, kept, attributes, title, description }: PropertyGraph): Set<string> {
  const lines = flatten({ kept, attributes, title, description }, 'graph', new Set());
  for (const { where: _where, ...node } of nodes) flatten(node, `node ${node.id}`, lines);
  for (const [i, { where: _where, ...edge }] of edges.entries()) flatten(edge, `edge ${i}`, lines);
  return lines;
}

describe.skipIf(CORPUS === null)('what was read goes back into its own format as it came', () => {
  const rows = NATIVE.flatMap((native) =>
    listCorpus()
      .filter(({ path }) => native.pattern.test(path))
      .map(({ path }) => ({ path, native })),
  );

  it.each(rows)('$path', async ({ path, native }) => {
    const name = path.split('/').at(-1) ?? path;
    const content = readCorpusFile(path);
    if (content.size > MOST_BYTES) return;
    const read = await readFiles([{ name, content }], null, () => undefined).catch(() => null);
    if (read === null) return;
    const { file } = read;
    const part = { entities: file.entities.map(({ id }) => id), relations: file.relations.map(({ id }) => id) };
    const text = native.print(buildPropertyGraph(buildDataset(file), part, { format: native.format, asOf: null }));
    const [before, after] = [await parse(native, content, name), await parse(native, new Blob([text]), name)];
    const written = linesOf(after);
    expect([...linesOf(before)].filter((line) => !written.has(line) && !GONE.get(path)?.test(line))).toEqual([]);
  });
});
