import { type Box, type LayoutProblem, type NameSide, nameBox, type Point } from './layoutProblem.ts';

/** What a disc with its name takes up, grown by `gap`. */
export function footprint(problem: LayoutProblem, index: number, at: Point, side: NameSide, gap: number): Box {
  const node = problem.nodes[index] ?? { radius: 0, name: { width: 0, height: 0 } };
  const name = nameBox(at, node.radius, node.name, side);
  const x = Math.min(at.x - node.radius, name.x) - gap;
  const y = Math.min(at.y - node.radius, name.y) - gap;
  const right = Math.max(at.x + node.radius, name.x + name.width) + gap;
  const bottom = Math.max(at.y + node.radius, name.y + name.height) + gap;
  return { x, y, width: right - x, height: bottom - y };
}

/** The other ends of each node's ties, by index; itself where it has one with itself. */
export function findTied(problem: LayoutProblem): Set<number>[] {
  const tied = problem.nodes.map(() => new Set<number>());
  for (const { from, to } of problem.ties) {
    tied[from]?.add(to);
    tied[to]?.add(from);
  }
  return tied;
}
