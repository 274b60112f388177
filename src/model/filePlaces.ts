import type { Dataset } from './dataset.ts';
import type { Placement, Point } from './layoutProblem.ts';
import type { DatasetFile, EntityId } from './records.ts';
import { standingOf } from './standing.ts';

/** How far from its nearest neighbour all but a quarter of the discs need to be for their names, scene units. */
const NEAREST = 100;
const QUARTER = 0.25;
/** Where the rest is far apart, names in the middle give way: so wide is a layout at most, for the square root of its discs. */
const WIDEST = 320;
const LEAST_WIDE = 1400;
/** So many discs are looked at to find out how far they usually are from each other. */
const SAMPLE = 120;
/** A file's places are taken where at least this share of its entities has one. */
const ENOUGH = 0.9;
/** With more ties an entity than this only disputed wordings stand on their lines, as in our own layouts. */
const CROWDED = 1.7;

/** A dataset whose maker, or the file that was imported, placed its entities: x to the right, y down, in units of its own. */
export interface PlacedFile extends DatasetFile {
  readonly positions?: Readonly<Record<string, readonly [number, number]>>;
}

/** How a file's places become scene units: `middle` is moved to 0, then everything is scaled. */
export interface FilePlaces {
  readonly places: ReadonlyMap<EntityId, Point>;
  readonly middle: Point;
  readonly scale: number;
}

function isPlace(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

/** The distance from a disc to the nearest other that three in four exceed, in the file's units; 0 where all are at one place. */
function usualDistance(points: readonly Point[]): number {
  const step = Math.max(1, Math.floor(points.length / SAMPLE));
  const nearest: number[] = [];
  for (const [i, a] of points.entries()) {
    if (i % step !== 0) continue;
    let least = Infinity;
    for (const b of points) {
      const square = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
      if (square > 0 && square < least) least = square;
    }
    if (least < Infinity) nearest.push(Math.sqrt(least));
  }
  return nearest.toSorted((a, b) => a - b)[Math.floor(nearest.length * QUARTER)] ?? 0;
}

/** The scale at which a layout is as wide or high as it may be. */
function widest(points: readonly Point[]): number {
  const extent = (key: 'x' | 'y'): number => {
    let [least, most] = [Infinity, -Infinity];
    for (const point of points) {
      if (point[key] < least) least = point[key];
      if (point[key] > most) most = point[key];
    }
    return most - least;
  };
  return Math.max(LEAST_WIDE, WIDEST * Math.sqrt(points.length)) / Math.max(extent('x'), extent('y'));
}

/** A place of the file in scene units, rounded to 0.01. */
export function toScene({ x, y }: Point, { middle, scale }: Pick<FilePlaces, 'middle' | 'scale'>): Point {
  const round = (value: number): number => Math.round(value * scale * 100) / 100;
  return { x: round(x - middle.x), y: round(y - middle.y) };
}

/**
 * Places of a file's own layout, moved to the middle and scaled so that names have room. Null where the file has none, or
 * too few to be its layout. Linear for a large file (a sample is measured).
 */
export function findFilePlaces(file: PlacedFile): FilePlaces | null {
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
  if (usual === 0 || placed.length < file.entities.length * ENOUGH) return null;
  const middle = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
  const frame = { middle, scale: Math.min(NEAREST / usual, widest(points)) };
  return { ...frame, places: new Map(placed.map(([id, point]) => [id, toScene(point, frame)])) };
}

/** Of more ties than this only a part is ever drawn, with every wording on its line; judging all of them would take a second. */
const MOST_TIES = 1500;

/** A dataset's own places as a placement, names below their discs; null where it has none. Linear. */
export function buildFilePlacement(dataset: Dataset): Placement | null {
  const found = findFilePlaces(dataset.file);
  if (!found) return null;
  const isCrowded = dataset.ties.size > found.places.size * CROWDED;
  const isShown = (relations: readonly Parameters<typeof standingOf>[1][]): boolean =>
    !isCrowded || relations.some((id) => standingOf(dataset, id).disputed);
  return {
    nodes: new Map([...found.places].map(([id, point]) => [id, { ...point, side: 'below' }])),
    ties: new Map(
      dataset.ties.size > MOST_TIES
        ? []
        : [...dataset.ties.values()].map(({ id, relations }) => [id, { at: isShown(relations) ? 0.5 : -1 }]),
    ),
  };
}
