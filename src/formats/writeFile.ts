import { buildDataset } from '../model/buildDataset.ts';
import { type CutCounts, countCutOff, cutDataset } from '../model/cutDataset.ts';
import type { Issue } from '../model/dataError.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetPart } from '../model/keptRecords.ts';
import type { DatasetFile } from '../model/records.ts';
import { buildPropertyGraph, filePlaces, findGraphLosses } from './buildPropertyGraph.ts';
import { writeCsvFiles } from './csv.ts';
import { printCx2 } from './cx/printCx2.ts';
import { printCyjs } from './cytoscape/printCyjs.ts';
import { findFtmLosses } from './ftm/findFtmLosses.ts';
import { printFtm } from './ftm/printFtm.ts';
import { printGexf } from './gexf/printGexf.ts';
import { printGraphml } from './graphml/printGraphml.ts';
import { printGraphology } from './graphology/printGraphology.ts';
import type { PropertyGraph } from './propertyGraph.ts';
import { writeSayso } from './sayso.ts';
import { losesInXml } from './xmlText.ts';
import { zipFiles } from './zipFiles.ts';

interface GraphFormat {
  readonly mime: string;
  readonly print: (graph: PropertyGraph) => string;
}

const GRAPH_FORMATS = {
  graphml: { mime: 'application/xml', print: printGraphml },
  gexf: { mime: 'application/xml', print: printGexf },
  cyjs: { mime: 'application/json', print: printCyjs },
  cx2: { mime: 'application/json', print: printCx2 },
  graphology: { mime: 'application/json', print: printGraphology },
} as const satisfies Readonly<Record<string, GraphFormat>>;

type GraphFormatId = keyof typeof GRAPH_FORMATS;

/** A format of records that is written. */
export type WrittenFormat = GraphFormatId | 'ftm' | 'csv' | 'sayso';

/** What is written, whole, so that it can be asked of another thread. */
export interface WriteAsk {
  readonly file: DatasetFile;
  readonly part: DatasetPart;
  readonly format: WrittenFormat;
  /** The public clock under which standings are judged: a day number; null for everything. */
  readonly asOf: number | null;
  /** Where entities are drawn now, by id; what is drawn nowhere is where the file that was opened had it. */
  readonly drawn: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** Whether the maker's private notes go with it; into Sayso's own format alone. */
  readonly notes: boolean;
  /** Stories that go with it, into Sayso's own format alone; false for none. */
  readonly stories: readonly unknown[] | false;
}

/** A finished file, and what is not in it. */
export interface Written {
  readonly blob: Blob;
  /** Files inside `blob`, where it is a ZIP; else 1. */
  readonly count: number;
  /** What the format could not hold. */
  readonly losses: readonly Issue[];
  /** What the part left behind. */
  readonly cutOff: CutCounts;
}

type Progress = (done: number) => void;

/** Shares of the time that steps take, about. */
const BUILT = 0.2;
const GATHERED = 0.55;

function countXmlLosses({ nodes, edges }: PropertyGraph): number {
  let count = 0;
  for (const { label, attributes } of [...nodes, ...edges]) {
    const texts = [
      label ?? '',
      ...[...attributes.values()].flatMap((value) => (typeof value === 'string' ? value : [])),
    ];
    if (texts.some(losesInXml)) count += 1;
  }
  return count;
}

type Made = Pick<Written, 'blob' | 'count' | 'losses'>;

function writeGraph(dataset: Dataset, ask: WriteAsk, format: GraphFormatId, progress: Progress): Made {
  const { part, asOf, drawn } = ask;
  const places = new Map([...filePlaces(dataset.file), ...drawn]);
  const graph = buildPropertyGraph(dataset, part, { format, asOf, places });
  progress(GATHERED);
  const losses = findGraphLosses(dataset, part);
  const damaged = format === 'graphml' || format === 'gexf' ? countXmlLosses(graph) : 0;
  if (damaged > 0)
    losses.push({ code: 'loss-xml-characters', where: '', params: { count: damaged }, severity: 'warning' });
  const { print, mime } = GRAPH_FORMATS[format];
  return { blob: new Blob([print(graph)], { type: mime }), count: 1, losses };
}

async function writeTables(dataset: Dataset, { part, asOf }: WriteAsk, progress: Progress): Promise<Made> {
  const tables = writeCsvFiles(dataset, part, asOf);
  progress(GATHERED);
  const files = tables.map(({ name, text }) => ({ name, blob: new Blob([text], { type: 'text/csv' }) }));
  return { blob: await zipFiles(files), count: files.length, losses: [] };
}

function write(dataset: Dataset, ask: WriteAsk, progress: Progress): Made | Promise<Made> {
  const { part, format, asOf, notes, stories } = ask;
  switch (format) {
    case 'sayso': {
      const text = writeSayso(cutDataset(dataset, part, { notes, stories }));
      return { blob: new Blob([text], { type: 'application/json' }), count: 1, losses: [] };
    }
    case 'csv':
      return writeTables(dataset, ask, progress);
    case 'ftm': {
      const blob = new Blob([printFtm(dataset, part, asOf)], { type: 'application/x-ndjson' });
      return { blob, count: 1, losses: findFtmLosses(dataset, part) };
    }
    case 'graphml':
    case 'gexf':
    case 'cyjs':
    case 'cx2':
    case 'graphology':
      return writeGraph(dataset, ask, format, progress);
  }
}

/** Writes a part of a dataset in one of the formats. About linear in the dataset. */
export async function writeFile(ask: WriteAsk, progress: Progress): Promise<Written> {
  const dataset = buildDataset(ask.file);
  progress(BUILT);
  const made = await write(dataset, ask, progress);
  return { ...made, cutOff: countCutOff(dataset, ask.part) };
}
