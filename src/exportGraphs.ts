import type { AskedPart } from './exportParts.ts';
import { buildPropertyGraph, filePlaces, findGraphLosses } from './formats/buildPropertyGraph.ts';
import { printCx2 } from './formats/cx/printCx2.ts';
import { printCyjs } from './formats/cytoscape/printCyjs.ts';
import { findFtmLosses } from './formats/ftm/findFtmLosses.ts';
import { printFtm } from './formats/ftm/printFtm.ts';
import { printGexf } from './formats/gexf/printGexf.ts';
import { printGraphml } from './formats/graphml/printGraphml.ts';
import { printGraphology } from './formats/graphology/printGraphology.ts';
import type { PropertyGraph } from './formats/propertyGraph.ts';
import { losesInXml } from './formats/xmlText.ts';
import { countCutOff } from './model/cutDataset.ts';
import type { Issue } from './model/dataError.ts';
import type { Exported } from './ui/kit/exporter.ts';
import type { GraphExportFormat } from './ui/kit/exportFormats.ts';
import { fileText, sayCutOff } from './words/fileText.ts';
import { sayLoss } from './words/lossText.ts';

interface GraphFormat {
  readonly extension: string;
  readonly mime: string;
  readonly print: (graph: PropertyGraph) => string;
}

const GRAPH_FORMATS: Readonly<Record<Exclude<GraphExportFormat, 'ftm'>, GraphFormat>> = {
  graphml: { extension: 'graphml', mime: 'application/xml', print: printGraphml },
  gexf: { extension: 'gexf', mime: 'application/xml', print: printGexf },
  cyjs: { extension: 'cyjs', mime: 'application/json', print: printCyjs },
  cx2: { extension: 'cx2', mime: 'application/json', print: printCx2 },
  graphology: { extension: 'json', mime: 'application/json', print: printGraphology },
};

/** Where entities are drawn now; where they are not drawn, where the file that was opened had them. */
function findPlaces({ state, scene }: AskedPart): Map<string, { readonly x: number; readonly y: number }> {
  return new Map([
    ...filePlaces(state.dataset.file),
    ...scene.nodes.map(({ id, x, y }) => [id as string, { x, y }] as const),
  ]);
}

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

function write(asked: AskedPart, format: GraphExportFormat): { readonly text: string; readonly losses: Issue[] } {
  const { state, part } = asked;
  const { dataset, view } = state;
  if (format === 'ftm') return { text: printFtm(dataset, part, view.asOf), losses: findFtmLosses(dataset, part) };
  const graph = buildPropertyGraph(dataset, part, { format, asOf: view.asOf, places: findPlaces(asked) });
  const losses = findGraphLosses(dataset, part);
  const damaged = format === 'graphml' || format === 'gexf' ? countXmlLosses(graph) : 0;
  if (damaged > 0)
    losses.push({ code: 'loss-xml-characters', where: '', params: { count: damaged }, severity: 'warning' });
  return { text: GRAPH_FORMATS[format].print(graph), losses };
}

/** The part for another program, with what its format cannot hold in words. */
export function makeGraph(asked: AskedPart, format: GraphExportFormat): Exported {
  const { state, part, nameFor } = asked;
  const { text, losses } = write(asked, format);
  const { extension, mime } =
    format === 'ftm' ? { extension: 'ftm.json', mime: 'application/x-ndjson' } : GRAPH_FORMATS[format];
  return {
    blob: new Blob([text], { type: mime }),
    fileName: nameFor(extension),
    notes: [
      ...losses.map(sayLoss),
      ...sayCutOff(countCutOff(state.dataset, part)),
      ...(state.view.asOf === null ? [] : [fileText.withLaterClaims]),
    ],
  };
}
