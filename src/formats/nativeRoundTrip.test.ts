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
import { isOwn } from './ownColumns.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from './propertyGraph.ts';
import { readFiles } from './readFiles.ts';
import { readInput } from './readInput.ts';

interface Native {
  readonly format: FormatId;
  readonly pattern: RegExp;
  readonly parse: (input: InputFile, context: ReadContext) => PropertyGraph;
  readonly print: (graph: PropertyGraph) => string;
}

const NATIVE: readonly Native[] = [
  { format: 'graphml', pattern: /\.graphml$/, parse: ({ text }, context) => parseGraphml(text, context), print: printGraphml },
  { format: 'gexf', pattern: /\.gexf$/, parse: ({ text }, context) => parseGexf(text, context), print: printGexf },
  { format: 'cyjs', pattern: /\.cyjs$|\.elements\.json$/, parse: ({ json }, context) => parseCyjs(json, context), print: printCyjs },
  { format: 'cx2', pattern: /\.cx2$/, parse: ({ json }, context) => parseCx2(json, context), print: printCx2 },
  { format: 'graphology', pattern: /^06-|\.graphology\.json$/, parse: ({ json }, context) => parseGraphology(json, context), print: printGraphology },
];

/** Files in which an id is used twice or an end is missing: what is written has to be whole. */
const MENDED = new Set<string>([]);

async function parse({ parse: read }: Native, content: Blob, name: string): Promise<PropertyGraph> {
  const log = createImportLog();
  const { input } = await readInput({ name, content }, log);
  return read(input, { log, progress: () => undefined });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A part without our columns; what the file does not say we may have added. */
function plain<Part extends GraphNode | GraphEdge>(part: Part, model: Part | undefined): object {
  const { where: _where, attributes, label, id, ...rest } = part;
  return {
    ...rest,
    id: model?.id === null ? null : id,
    label: model?.label === null ? null : label,
    attributes: [...attributes].filter(([name]) => !isOwn(name)).toSorted(([a], [b]) => compare(a, b)),
  };
}

function compared(graph: PropertyGraph, model: PropertyGraph): object {
  const models = new Map(model.nodes.map((node) => [node.id, node]));
  return {
    nodes: graph.nodes.toSorted((a, b) => compare(a.id, b.id)).map((node) => plain(node, models.get(node.id))),
    edges: graph.edges.map((edge, i) => plain(edge, model.edges[i])),
    kept: graph.kept,
    attributes: [...graph.attributes].filter(([name]) => !isOwn(name)),
  };
}

describe.skipIf(CORPUS === null)('what was read goes back into its own format as it came', () => {
  const rows = NATIVE.flatMap((native) =>
    listCorpus()
      .filter(({ path }) => native.pattern.test(path) && !MENDED.has(path))
      .map(({ path }) => ({ path, native })),
  );

  it.each(rows)('$path', async ({ path, native }) => {
    const name = path.split('/').at(-1) ?? path;
    const content = readCorpusFile(path);
    const read = await readFiles([{ name, content }], null, () => undefined).catch(() => null);
    if (read === null) return;
    const { file } = read;
    const part = { entities: file.entities.map(({ id }) => id), relations: file.relations.map(({ id }) => id) };
    const text = native.print(buildPropertyGraph(buildDataset(file), part, { format: native.format, asOf: null }));
    const [before, after] = [await parse(native, content, name), await parse(native, new Blob([text]), name)];
    expect(compared(after, before)).toEqual(compared(before, before));
  });
});
