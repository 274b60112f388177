import { listOf, recordOf } from '../jsonAttributes.ts';
import { isRecord } from '../jsonRecord.ts';
import type { Listed, Lists } from './findLists.ts';
import { idText } from './nodeIds.ts';

/**
 * Edges that stand as a list of neighbours for each node (NetworkX's adjacency data), as edges with two ends; one without
 * direction, which stands at both its ends, comes once. Lists of any other kind are left as they are. Linear.
 */
export function withoutAdjacency(lists: Lists): Lists {
  const isAdjacency = lists.edges.length > 0 && lists.edges.every(({ value }) => Array.isArray(value));
  if (!isAdjacency) return lists;
  const isUndirected = lists.holder['directed'] === false;
  const seen = new Set<string>();
  const edges: Listed[] = [];
  lists.edges.forEach(({ value, where }, i) => {
    const source: unknown = recordOf(lists.nodes[i]?.value)['id'];
    listOf(value).forEach((item, j) => {
      if (!isRecord(item)) return;
      const { id: target, ...fields } = item;
      const key = JSON.stringify(fields['key'] ?? null);
      if (isUndirected && seen.has(`${idText(target)} ${idText(source)} ${key}`)) return;
      seen.add(`${idText(source)} ${idText(target)} ${key}`);
      edges.push({ value: { ...fields, source, target }, key: null, where: `${where}[${j}]` });
    });
  });
  return { ...lists, edges };
}
