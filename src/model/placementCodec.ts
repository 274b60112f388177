import type { NameSide, Placement } from './layoutProblem.ts';

/** A placement as plain JSON: for the built page and for crossing threads. */
export interface PlacementFile {
  readonly nodes: readonly (readonly [id: string, x: number, y: number, side: NameSide])[];
  readonly ties: readonly (readonly [id: string, at: number])[];
}

/** Writes a placement as plain JSON. */
export function writePlacement(placement: Placement): PlacementFile {
  return {
    nodes: [...placement.nodes].map(([id, { x, y, side }]) => [id, x, y, side] as const),
    ties: [...placement.ties].map(([id, { at }]) => [id, at] as const),
  };
}

/** Reads what `writePlacement` wrote; it is ours, so it is not checked. */
export function readPlacement(file: PlacementFile): Placement {
  return {
    nodes: new Map(file.nodes.map(([id, x, y, side]) => [id, { x, y, side }])),
    ties: new Map(file.ties.map(([id, at]) => [id, { at }])),
  };
}
