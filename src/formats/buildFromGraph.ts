import { findAllProblems } from '../model/parseDataset.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Imported, InputFile, ReadContext } from './format.ts';
import { addEdges } from './graphEdges.ts';
import { addNodes, type MadeNode } from './graphNodes.ts';
import { type GraphReading, Y_IS_UP } from './graphReading.ts';
import { addUncited } from './graphSources.ts';
import { findTypes } from './graphValues.ts';
import { createImportLog } from './importLog.ts';
import { readMarkup } from './markupText.ts';
import { OWN, readOwn } from './ownColumns.ts';
import { collectKnown } from './ownRestore.ts';
import type { PropertyGraph } from './propertyGraph.ts';

/** The file's name without folders and extension. */
function bareName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? name;
  return last.replace(/(?:\.[A-Za-z0-9]{1,8}){1,2}$/, '') || last;
}

const HEAD_TEXTS = ['id', 'title', 'description', 'version', 'updated', 'contact', 'licence', 'language'] as const;

/** Title, authors and the like as we wrote them, as far as they are texts. */
function readHead(own: Record<string, unknown> | undefined): Record<string, unknown> {
  if (!own) return {};
  const texts = HEAD_TEXTS.flatMap((key) =>
    typeof own[key] === 'string' && own[key] !== '' ? [[key, own[key]] as const] : [],
  );
  const authors = own['authors'];
  const named = Array.isArray(authors) && authors.every((name) => typeof name === 'string');
  return { ...Object.fromEntries(texts), ...(named ? { authors } : {}) };
}

/** The whole graph's attributes as they stand in the dataset: what can be said in its head, and all of them to be written back. */
function keepHead(graph: PropertyGraph): Record<string, unknown> {
  const attributes = [...graph.attributes].filter(([name]) => name !== OWN);
  const kept = {
    ...(graph.kept === undefined ? {} : { kept: graph.kept }),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(graph.description && readMarkup(graph.description) !== graph.description
      ? { description: graph.description }
      : {}),
    ...(graph.declared ? { declared: { node: [...graph.declared.node], edge: [...graph.declared.edge] } } : {}),
    types: { node: [...findTypes(graph.nodes)], edge: [...findTypes(graph.edges)] },
  };
  return { [graph.format]: kept };
}

/** Beyond this a place is a slip of the pen, and the rest could not be seen. */
const FARTHEST = 1e9;

const isNear = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) < FARTHEST;

function readPositions({ graph }: GraphReading, made: readonly MadeNode[]): Record<string, unknown> {
  const sign = Y_IS_UP.has(graph.format) ? -1 : 1;
  const places = made.flatMap(([{ x, y }, id]) => (isNear(x) && isNear(y) ? [[id, [x, sign * y]] as const] : []));
  // One place for all says nothing.
  const isSpread = new Set(places.map(([, [x, y]]) => `${x} ${y}`)).size > Math.min(1, made.length - 1);
  return places.length > 0 && isSpread ? { positions: Object.fromEntries(places) } : {};
}

function build(graph: PropertyGraph, file: InputFile, draft: Draft, isOwnRead: boolean): Imported {
  const restoring = isOwnRead ? collectKnown(graph) : null;
  const reading: GraphReading = { graph, draft, restoring };
  const made = addNodes(reading);
  addEdges(reading, made);
  if (!isOwnRead) addUncited(graph, draft);
  const head = readHead(isOwnRead ? readOwn(graph.attributes) : undefined);
  const dataset = draft.finish({
    id: `${graph.format}:${bareName(file.name)}`,
    title: graph.title?.trim() || bareName(file.name),
    ...(graph.description ? { description: readMarkup(graph.description) } : {}),
    ...head,
    ...readPositions(reading, made),
    kept: keepHead(graph),
  } as Parameters<Draft['finish']>[0]);
  const nodes = graph.nodes.filter(({ isHyperedge }) => !isHyperedge).length + (graph.joined ?? 0);
  return { file: dataset, read: { nodes, edges: graph.edges.filter(({ isRole }) => !isRole).length } };
}

function hasOwn(graph: PropertyGraph): boolean {
  return [...graph.edges, ...graph.nodes].some(({ attributes }) => attributes.has(OWN));
}

/**
 * A property graph as a dataset: kinds, names, wordings, sources and dates are read from attributes that say so, all
 * attributes stay as properties, and what we wrote ourselves is restored from our own column. Where that column has been
 * changed so that it fits no more it is left aside, told as `own-columns-broken`. Linear.
 */
export function buildFromGraph(graph: PropertyGraph, file: InputFile, { log }: ReadContext): Imported {
  if (!hasOwn(graph)) return build(graph, file, createDraft(graph.format, log), false);
  const trial = createImportLog();
  try {
    const imported = build(graph, file, createDraft(graph.format, trial), true);
    if (!findAllProblems(imported.file).some(({ severity }) => severity === 'error')) {
      for (const { code, where, params, severity } of trial.issues())
        log[severity === 'note' ? 'note' : 'warn'](code, where, params);
      return imported;
    }
  } catch {
    // What is in the column is not ours any more: below it is told, and the rest of the file is read.
  }
  log.warn('own-columns-broken', '');
  return build(graph, file, createDraft(graph.format, log), false);
}
