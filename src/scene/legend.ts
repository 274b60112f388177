import { KINDS } from '../model/records.ts';
import { STANDING_WORDS } from '../model/standing.ts';
import type { LegendItem, SceneEdge, SceneNode } from './scene.ts';

/** What a reader must know to read these nodes and edges, and nothing else: kinds first, then lines, then marks. */
export function buildLegend(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): LegendItem[] {
  const kinds = new Set(nodes.map(({ kind }) => kind));
  const words = new Set([
    ...edges.map(({ pattern }) => pattern),
    ...nodes.flatMap(({ standing }) => (standing ? [standing.word] : [])),
  ]);
  const disputed = edges.some((edge) => edge.disputed) || nodes.some((node) => node.standing?.disputed);
  const several = edges.some((edge) => edge.relations.length > 1);
  return [
    ...KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({ type: 'kind', kind }) as const),
    ...STANDING_WORDS.filter((word) => words.has(word)).map((word) => ({ type: 'pattern', word }) as const),
    ...(disputed ? [{ type: 'disputed' } as const] : []),
    ...(several ? [{ type: 'several' } as const] : []),
  ];
}
