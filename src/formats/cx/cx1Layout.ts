import { finiteOf, listOf, textOf } from '../jsonAttributes.ts';
import type { Aspects } from './cxAspects.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where nodes are drawn. Views of a collection have places of their own: those of the one that shows the most. Linear. */
export function readPlaces(aspects: Aspects): ReadonlyMap<string, Place> {
  const views = new Map<string | null, Map<string, Place>>();
  for (const { element } of aspects.get('cartesianLayout') ?? []) {
    const [node, x, y] = [textOf(element['node']), finiteOf(element['x']), finiteOf(element['y'])];
    if (node === null || x === undefined || y === undefined) continue;
    const view = textOf(element['view']);
    const places = views.get(view) ?? new Map<string, Place>();
    views.set(view, places);
    places.set(node, { x, y });
  }
  return [...views.values()].toSorted((a, b) => b.size - a.size)[0] ?? new Map();
}

/** Cytoscape's groups that are nodes: which node lies in which, and what groups are called. */
export interface Groups {
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlyMap<string, string>;
}

/** Reads groups; one of which the file has no node is only kept. The same group comes again in every view. Linear. */
export function readGroups(aspects: Aspects, nodes: ReadonlySet<string>): Groups {
  const parents = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  for (const { element } of aspects.get('cyGroups') ?? []) {
    const group = textOf(element['@id']);
    if (group === null || !nodes.has(group)) continue;
    const name = textOf(element['n']) ?? textOf(element['name']);
    if (name !== null) names.set(group, name);
    for (const id of listOf(element['nodes']).flatMap((node) => textOf(node) ?? [])) {
      if (nodes.has(id)) parents.set(id, (parents.get(id) ?? new Set()).add(group));
    }
  }
  return { parents: new Map([...parents].map(([id, groups]) => [id, [...groups]])), names };
}
