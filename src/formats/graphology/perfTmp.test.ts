import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { buildDataset } from '../../model/buildDataset.ts';
import { parseDataset } from '../../model/parseDataset.ts';
import { buildPropertyGraph } from '../buildPropertyGraph.ts';
import { cx2 } from '../cx/cx2.ts';
import { parseCx2 } from '../cx/parseCx2.ts';
import { printCx2 } from '../cx/printCx2.ts';
import { cyjs } from '../cytoscape/cyjs.ts';
import { parseCyjs } from '../cytoscape/parseCyjs.ts';
import { printCyjs } from '../cytoscape/printCyjs.ts';
import { nodeLink } from '../nodeLink/nodeLink.ts';
import { parseNodeLink } from '../nodeLink/parseNodeLink.ts';
import type { PropertyGraph } from '../propertyGraph.ts';
import { graphologyFormat } from './graphologyFormat.ts';
import { corpusText, inputOf, outcomeOf, someContext } from './jsonGraphFixture.ts';
import { parseGraphology } from './parseGraphology.ts';
import { printGraphology } from './printGraphology.ts';
it('perf', () => {
  const n = 10000, m = 50000;
  const g: PropertyGraph = { format: 'cyjs', title: 'T', attributes: new Map(),
    nodes: Array.from({ length: n }, (_, i) => ({ id: `n${i}`, label: `Name ${i}`, where: '', x: i * 1.5, y: i, attributes: new Map<string, any>([['kind', 'Person'], ['score', i / 3], ['tags', ['a', 'b']]]) })),
    edges: Array.from({ length: m }, (_, i) => ({ id: `e${i}`, label: 'knows', where: '', source: `n${i % n}`, target: `n${(i * 7919) % n}`, directed: true, attributes: new Map<string, any>([['weight', i], ['since', '2001']]) })) };
  for (const [name, print, parse, format] of [['cyjs', printCyjs, parseCyjs, cyjs], ['cx2', printCx2, parseCx2, cx2], ['graphology', printGraphology, parseGraphology, graphologyFormat], ['nodeLink', (x: PropertyGraph) => printGraphology(x).replaceAll('"key"', '"id"'), parseNodeLink, nodeLink]] as const) {
    const t0 = performance.now(); const text = print(g); const t1 = performance.now();
    const ctx = someContext(); const input = inputOf(text, ctx); const t2 = performance.now();
    parse(input.json, ctx); const t3 = performance.now();
    const r = format.read(input, someContext()); const t4 = performance.now();
    format.sniff(input); const t5 = performance.now();
    console.log(name, (text.length / 1e6).toFixed(1) + ' MB', 'print', (t1 - t0) | 0, 'json', (t2 - t1) | 0, 'parse', (t3 - t2) | 0, 'read', (t4 - t3) | 0, 'sniff', (t5 - t4).toFixed(2), JSON.stringify(r.read));
  }
});
it('corpus', () => {
  const rows: string[] = [];
  for (const [path, format, print] of [
    ['05-cytoscape/galFiltered.cyjs', cyjs, printCyjs], ['05-cytoscape/skaters_network.cyjs', cyjs, printCyjs], ['05-cytoscape/compound.elements.json', cyjs, printCyjs], ['05-cytoscape/node-types.elements.json', cyjs, printCyjs], ['11-hostile/compound-cycle.cyjs', cyjs, printCyjs],
    ['05-cytoscape/ndex-demo.cx2', cx2, printCx2], ['05-cytoscape/ndex-2496d8c5.cx2', cx2, printCx2], ['05-cytoscape/cx2_tiny.cx2', cx2, printCx2], ['11-hostile/bigint-ids.cx2', cx2, printCx2], ['05-cytoscape/with-multiple-opaque-aspects.valid.cx2', cx2, printCx2],
    ['06-graphology/rio.json', graphologyFormat, printGraphology], ['06-graphology/gephi-lite-les-mis.json', graphologyFormat, printGraphology], ['06-graphology/minivan-nordic-design.json', graphologyFormat, printGraphology], ['11-hostile/proto-keys.graphology.json', graphologyFormat, printGraphology], ['08-large/panama-156e6d8a.linkurious.json', nodeLink, printGraphology], ['11-hostile/nan-infinity.json', nodeLink, printGraphology],
  ] as const) {
    const out = outcomeOf(format, corpusText(path), path);
    if (!('file' in out)) { rows.push(`${path} refused`); continue; }
    const ds = buildDataset((parseDataset(JSON.parse(JSON.stringify(out.file))) as any).file);
    const part = { entities: [...ds.entities.keys()], relations: [...ds.relations.keys()] };
    const target = format === nodeLink ? graphologyFormat : format;
    const text = print(buildPropertyGraph(ds, part, { format: target.id, asOf: null }));
    const back = outcomeOf(target, text, path);
    writeFileSync('/tmp/x/' + path.replaceAll('/', '_'), text);
    const same = 'file' in back && JSON.stringify(strip(back.file)) === JSON.stringify(strip(out.file));
    rows.push([path, JSON.stringify(out.read), 'back', 'read' in back ? JSON.stringify(back.read) : String(back.refused), same, out.issues.map(({ code, severity, params }) => `${severity[0]}:${code}${JSON.stringify(params)}`).slice(0, 12).join(' ').slice(0, 700), 'file' in back ? diff(out.file, back.file) : ''].join(' | '));
  }
  writeFileSync('/tmp/x/rows.txt', rows.join('\n'));
});
const strip = (f: any): any => ({ ...f, kept: 0 });
function diff(a: any, b: any, at = ''): string {
  if (JSON.stringify(a) === JSON.stringify(b)) return '';
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return `${at}: ${JSON.stringify(a)?.slice(0, 80)} -> ${JSON.stringify(b)?.slice(0, 80)}`;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  for (const k of keys) { const d = diff(a[k], b[k], `${at}.${k}`); if (d) return d; }
  return `${at}: order`;
}
