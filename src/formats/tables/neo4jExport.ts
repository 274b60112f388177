import type { Grid } from './grid.ts';

/** Columns of what Neo4j exports as one table (`apoc.export.csv`), by what its own import calls them. */
const NODE = new Map([
  ['_id', ':ID'],
  ['_labels', ':LABEL'],
]);
const EDGE = new Map([
  ['_start', ':START_ID'],
  ['_end', ':END_ID'],
  ['_type', ':TYPE'],
]);

/** More labels than these are in one table. */
const MOST_LABELS = 50;

interface Part {
  readonly called: string;
  readonly names: ReadonlyMap<string, string>;
  readonly left: ReadonlyMap<string, string>;
  /** Rows below the header, from 0. */
  readonly kept: readonly number[];
}

function cutPart(grid: Grid, { called, names, left, kept }: Part, isFirst: boolean): Grid {
  const [header = [], ...body] = grid.rows;
  const columns = header.flatMap((name, at) => {
    const isFilled = kept.some((i) => (body[i]?.[at] ?? '').trim() !== '');
    return left.has(name) || !(isFilled || names.has(name)) ? [] : [at];
  });
  const cut = (row: readonly string[]): string[] => columns.map((at) => row[at] ?? '');
  return {
    ...grid,
    name: `${grid.name} › ${called}`,
    rows: [cut(header).map((name) => names.get(name) ?? name), ...kept.map((i) => cut(body[i] ?? []))],
    lines: [grid.lines[0] ?? 1, ...kept.map((i) => grid.lines[i + 1] ?? i + 2)],
    problems: isFirst ? grid.problems : [],
  };
}

/** Rows by their labels, since nodes of different ones have different columns ("name", "title"). */
function groupNodes(body: readonly (readonly string[])[], id: number, labels: number): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [i, row] of body.entries()) {
    if ((row[id] ?? '').trim() === '') continue;
    const label = (row[labels] ?? '').trim() || 'nodes';
    const called = groups.has(label) || groups.size < MOST_LABELS ? label : 'nodes';
    const group = groups.get(called);
    if (group) group.push(i);
    else groups.set(called, [i]);
  }
  return groups;
}

/** A table that holds nodes and, below them, their relationships, as one for each label and one of relationships; any other as it is. Linear. */
export function splitNeo4jExport(grid: Grid): Grid[] {
  const [header = [], ...body] = grid.rows;
  if (![...NODE.keys(), ...EDGE.keys()].every((name) => header.includes(name))) return [grid];
  const groups = groupNodes(body, header.indexOf('_id'), header.indexOf('_labels'));
  const nodes = [...groups].map(([called, kept]): Part => ({ called, names: NODE, left: EDGE, kept }));
  const isEdge = (row: readonly string[]): boolean => (row[header.indexOf('_start')] ?? '').trim() !== '';
  const edges = body.flatMap((row, i) => (isEdge(row) ? [i] : []));
  const parts = [...nodes, { called: 'relationships', names: EDGE, left: NODE, kept: edges }];
  return parts.map((part, i) => cutPart(grid, part, i === 0));
}
