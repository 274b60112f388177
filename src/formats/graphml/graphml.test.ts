import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGraphml } from './parseGraphml.ts';
import { printGraphml } from './printGraphml.ts';
import { anyGraph, plainGraph, readContext } from './propertyGraphFixture.ts';

describe('GraphML', () => {
  it('gives every graph back', () => {
    fc.assert(
      fc.property(anyGraph('graphml'), (graph) => {
        const text = printGraphml(graph);
        const again = parseGraphml(text, readContext());
        expect(plainGraph(again)).toEqual(plainGraph(graph));
        expect(printGraphml(again).length).toBeGreaterThan(0);
        expect(parseGraphml(printGraphml(again), readContext())).toEqual({ ...again, nodes: expect.anything(), edges: expect.anything() });
      }),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    );
  });
});
