import type { Point } from './layoutProblem.ts';
import type { DatasetFile, EntityId } from './records.ts';

/** How far from its nearest neighbour a disc with its name needs to be, scene units. */
const NEAREST = 110;
/** So many discs are looked at to find out how far they usually are from each other. */
const SAMPLE = 400;
/** A file's places are taken where at least this share of its entities has one. */
const ENOUGH = 0.9;

/** Entities' places as the imported file has them: x to the right, y down, in its own units. */
export interface PlacedFile extends DatasetFile {
  readonly positions?: Readonly<Record<string, readonly [number, number]>>;
}

function isPlace(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

/** The usual distance from a disc to the nearest other, in the file's units; 0 where all are at one place. */
function usualDistance(points: readonly Point[]): number {
  const step = Math.max(1, Math.floor(points.length / SAMPLE));
  const nearest: number[] = [];
  for (let i = 0; i < points.length; i += step) {
    const a = points[i]!;
    let least = Infinity;
    for (const b of points) {
      const square = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
      if (square > 0 && square < least) least = square;
    }
    if (least < Infinity) nearest.push(Math.sqrt(least));
  }
  return nearest.toSorted((a, b) => a - b)[Math.floor(nearest.length / 2)] ?? 0;
}

/**
 * Places of a file's own layout in scene units: moved to the middle and scaled so that names have room, rounded to 0.01.
 * Empty where the file has none, or too few to be its layout. Linear for a large file (a sample is measured).
 */
export function findFilePlaces(file: PlacedFile): ReadonlyMap<EntityId, Point> {
  const known = new Map<string, Point>();
  for (const [id, place] of Object.entries(file.positions ?? {})) {
    if (isPlace(place)) known.set(id, { x: place[0], y: place[1] });
  }
  const placed = file.entities.flatMap(({ id }) => {
    const point = known.get(id);
    return point ? [[id, point] as const] : [];
  });
  const points = placed.map(([, point]) => point);
  const usual = usualDistance(points);
  if (usual === 0 || placed.length < file.entities.length * ENOUGH) return new Map();
  const scale = NEAREST / usual;
  const middle = (key: 'x' | 'y'): number => points.reduce((sum, point) => sum + point[key], 0) / points.length;
  const [x, y] = [middle('x'), middle('y')];
  const round = (value: number): number => Math.round(value * scale * 100) / 100;
  return new Map(placed.map(([id, point]) => [id, { x: round(point.x - x), y: round(point.y - y) }]));
}
