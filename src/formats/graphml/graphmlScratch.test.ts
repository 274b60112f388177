import { readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { findAllProblems } from '../../model/parseDataset.ts';
import { decodeBytes } from '../decodeBytes.ts';
import { findXmlRoot } from '../xmlText.ts';
import { graphml } from './graphml.ts';
import { parseGraphml } from './parseGraphml.ts';
import { printGraphml } from './printGraphml.ts';
import { plainGraph, readContext } from './propertyGraphFixture.ts';
it('table', () => {
  const base = '/work/shared/corpus/';
  const dirs = ['01-sourced', '04-graphml', '11-hostile'];
  mkdirSync('/tmp/out', { recursive: true });
  for (const dir of dirs) for (const name of readdirSync(base + dir)) {
    if (!name.endsWith('.graphml')) continue;
    const bytes = readFileSync(`${base}${dir}/${name}`);
    const { text, encoding } = decodeBytes(bytes);
    const context = readContext();
    try {
      const t0 = performance.now();
      const graph = parseGraphml(text, context);
      const t1 = performance.now();
      const out = printGraphml(graph);
      writeFileSync(`/tmp/out/${name}`, out);
      const again = parseGraphml(out, readContext());
      const same = JSON.stringify(plainGraph(again)) === JSON.stringify(plainGraph(graph));
      const input = { name, size: bytes.length, encoding, text, bytes: null, json: undefined, root: findXmlRoot(text) };
      const made = graphml.read(input, readContext());
      const errors = findAllProblems(made.file).filter((p) => p.severity === 'error').length;
      const log = context.log.issues().map((i) => `${i.severity} ${i.code} ${i.where} ${JSON.stringify(i.params)}`);
      console.log(`${name}: ${made.read.nodes}/${made.read.edges} same=${same} errors=${errors} placed=${graph.nodes.filter((n) => n.x !== undefined).length} labels=${graph.nodes.filter((n) => n.label !== null).length}/${graph.edges.filter((n) => n.label !== null).length} ${(t1 - t0).toFixed(0)}ms\n   ${log.slice(0, 6).join('\n   ')}`);
    } catch (e) {
      const d = e as { code?: string };
      console.log(`${name}: REFUSED ${d.code ?? (e as Error).stack} ${JSON.stringify((e as { params?: unknown }).params)}`);
    }
  }
});
