import { tieId } from '../model/buildDataset.ts';
import type { TieId } from '../model/dataset.ts';
import type { NameSide, Placement, Point } from '../model/layoutProblem.ts';
import type { EntityId } from '../model/records.ts';
import { readIds, readList, readWhole, refuse } from './packParts.ts';

/** Places are written in hundredths, as whole numbers, up to so far from the origin: a million px. */
const FARTHEST = 100_000_000;
/** Their order is part of version 1 of the link. */
const SIDES: readonly NameSide[] = ['below', 'above', 'right', 'left'];

/** A length in hundredths; what is farther than a link can say comes back to its edge. */
export function writeLength(value: number): number {
  const hundredths = Math.round(value * 100);
  return Math.max(-FARTHEST, Math.min(FARTHEST, hundredths)) + 0;
}

/** Reads what `writeLength` wrote. */
export function readLength(value: unknown): number {
  return readWhole(value, -FARTHEST, FARTHEST) / 100;
}

/** Cuts a list into rows of `width`; refuses one that does not come out even. */
function readRows(value: unknown, width: number): unknown[][] {
  const list = readList(value);
  if (list.length % width !== 0) refuse();
  return Array.from({ length: list.length / width }, (_, row) => list.slice(row * width, (row + 1) * width));
}

/** Points by entity as `[id, x, y, id, x, y ...]`. */
export function writePoints(points: ReadonlyMap<EntityId, Point>): (string | number)[] {
  return [...points].flatMap(([id, { x, y }]) => [id, writeLength(x), writeLength(y)]);
}

/** Reads what `writePoints` wrote. */
export function readPoints(value: unknown): Map<EntityId, Point> {
  return new Map(
    readRows(value, 3).map(([id, x, y]) => [readIds([id])[0] as EntityId, { x: readLength(x), y: readLength(y) }]),
  );
}

/** A placement as nodes `[id, x, y, side ...]` and ties `[node, node, at ...]`, which count in the list of nodes. */
export function writePlaces({ nodes, ties }: Placement): { n: (string | number)[]; t: number[] } {
  const order = [...nodes.keys()];
  const rank = new Map(order.map((id, i) => [id, i]));
  const lines = [...ties].flatMap(([id, { at }]): number[] => {
    const [from, to] = (JSON.parse(id) as string[]).map((end) => rank.get(end));
    return from === undefined || to === undefined ? [] : [from, to, writeLength(at)];
  });
  return {
    n: [...nodes].flatMap(([id, { x, y, side }]) => [id, writeLength(x), writeLength(y), SIDES.indexOf(side)]),
    t: lines,
  };
}

/** Reads what `writePlaces` wrote. */
export function readPlaces(nodes: unknown, ties: unknown): Placement {
  const placed = readRows(nodes, 4).map(([id, x, y, side]) => {
    const place = { x: readLength(x), y: readLength(y), side: SIDES[readWhole(side, 0, 3)] ?? 'below' };
    return [readIds([id])[0] as EntityId, place] as const;
  });
  const end = (value: unknown): EntityId => placed[readWhole(value, 0, placed.length - 1)]?.[0] ?? refuse();
  const lines = readRows(ties, 3).map(([from, to, at]): [TieId, { at: number }] => [
    tieId(end(from), end(to)),
    { at: readLength(at) },
  ]);
  return { nodes: new Map(placed), ties: new Map(lines) };
}
