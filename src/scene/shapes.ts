import type { Point } from '../model/layoutProblem.ts';
import type { Kind } from '../model/records.ts';

/** The outline of a kind: corners in the unit square (−1 to 1, y down), or null for a circle. */
export const OUTLINES: Readonly<Record<Kind, readonly (readonly [number, number])[] | null>> = {
  Person: null,
  Company: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  PublicBody: [
    [-1, 0],
    [-0.52, -0.9],
    [0.52, -0.9],
    [1, 0],
    [0.52, 0.9],
    [-0.52, 0.9],
  ],
  Organization: [
    [-0.62, -1],
    [0.62, -1],
    [1, -0.35],
    [1, 1],
    [-1, 1],
    [-1, -0.35],
  ],
  Place: [
    [0, 1],
    [-0.62, 0.18],
    [-0.78, -0.28],
    [-0.7, -0.62],
    [-0.42, -0.9],
    [0, -1],
    [0.42, -0.9],
    [0.7, -0.62],
    [0.78, -0.28],
    [0.62, 0.18],
  ],
  Event: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  Asset: [
    [0, -0.95],
    [1, 0.85],
    [-1, 0.85],
  ],
  Other: [
    [-0.42, -1],
    [0.42, -1],
    [1, -0.42],
    [1, 0.42],
    [0.42, 1],
    [-0.42, 1],
    [-1, 0.42],
    [-1, -0.42],
  ],
};

/** Half the side of a kind's bounding square relative to a person's disc, so that all look equally heavy. */
const WEIGHTS: Readonly<Record<Kind, number>> = {
  Person: 1,
  Company: 0.88,
  PublicBody: 1.04,
  Organization: 0.92,
  Place: 1.12,
  Event: 1.16,
  Asset: 1.12,
  Other: 0.95,
};

/** Glyphs on a 24 × 24 grid, drawn filled with the even-odd rule in the palette's icon colour. */
export const GLYPHS: Readonly<Record<Kind, string>> = {
  Person: 'M12 4.5a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 0 1 0-7.2ZM4.8 19.5c0-4.2 3-6.6 7.2-6.6s7.2 2.4 7.2 6.6Z',
  Company: 'M8.4 4.5h7.2v3H20v5H4v-5h4.4Zm1.7 1.6v1.4h3.8V6.1ZM4 14h16v5.5H4Z',
  PublicBody: 'M12 3.5L20.5 8.5H3.5ZM5.2 10h2.6v6H5.2ZM10.7 10h2.6v6h-2.6ZM16.2 10h2.6v6h-2.6ZM3.5 17.5h17V20h-17Z',
  Organization:
    'M8 6.5a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 0 1 0-5.2ZM16 6.5a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 0 1 0-5.2ZM2.8 18.5c0-3.6 2-5.6 5.2-5.6c1.7 0 3.1.6 4 1.7c.9-1.1 2.3-1.7 4-1.7c3.2 0 5.2 2 5.2 5.6Z',
  Place: 'M12 5.5a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 0 1 0-8.4Z',
  Event: 'M12 5.5l1.8 4.7l4.7 1.8l-4.7 1.8l-1.8 4.7l-1.8-4.7L5.5 12l4.7-1.8Z',
  Asset: 'M8 11h8v6.5H8ZM9.5 12.5v3.5h5v-3.5Z',
  Other: 'M6 10.5h3v3H6ZM10.5 10.5h3v3h-3ZM15 10.5h3v3h-3Z',
};

const SMALLEST = 15;
const LARGEST = 24;

/** Half the side of a disc's bounding square, px: its area grows with its share of the most relations any entity has. */
export function discRadius(kind: Kind, relations: number, most: number): number {
  const share = most > 0 ? relations / most : 0;
  return Math.round((SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(share)) * WEIGHTS[kind]);
}

/** Corners of a kind's outline around a centre, in px; null for a circle of that radius. */
export function outlineAround(kind: Kind, at: Point, radius: number): Point[] | null {
  const corners = OUTLINES[kind];
  return corners && corners.map(([x, y]) => ({ x: at.x + x * radius, y: at.y + y * radius }));
}

function rayThroughSegment(origin: Point, way: Point, a: Point, b: Point): number | null {
  const side = { x: b.x - a.x, y: b.y - a.y };
  const cross = way.x * side.y - way.y * side.x;
  if (cross === 0) return null;
  const gap = { x: a.x - origin.x, y: a.y - origin.y };
  const along = (gap.x * side.y - gap.y * side.x) / cross;
  const across = (gap.x * way.y - gap.y * way.x) / cross;
  return along >= 0 && across >= 0 && across <= 1 ? along : null;
}

/** Where the line from a disc's centre towards `target` leaves its outline; the centre where both coincide. */
export function leaveOutline(kind: Kind, at: Point, radius: number, target: Point): Point {
  const way = { x: target.x - at.x, y: target.y - at.y };
  const length = Math.sqrt(way.x * way.x + way.y * way.y);
  if (length === 0) return at;
  const corners = outlineAround(kind, at, radius);
  let along = radius / length;
  if (corners) {
    const hits = corners
      .map((corner, i) => rayThroughSegment(at, way, corner, corners[(i + 1) % corners.length] ?? corner))
      .filter((hit) => hit !== null);
    along = hits.length > 0 ? Math.max(...hits) : along;
  }
  return { x: at.x + way.x * along, y: at.y + way.y * along };
}
