import type { Point } from '../model/layoutProblem.ts';
import { centreOf } from '../scene/boxes.ts';
import type { Scene } from '../scene/scene.ts';
import type { Saying } from './pictureWords.ts';

/** Height in px of the bands in which a picture is read from left to right. */
const BAND = 64;

/** A saying with the number under which the picture lists it. */
export interface NumberedSaying extends Saying {
  readonly number: number;
}

/** What a picture writes where: the numbered sayings in order, and the figures at each tie and Event. */
export interface Numbering {
  readonly sayings: readonly NumberedSaying[];
  /** "3", or "3–5" for a tie of several, by tie or entity id. */
  readonly figures: ReadonlyMap<string, string>;
}

function places(scene: Scene): Map<string, Point> {
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  return new Map<string, Point>([
    ...scene.nodes.map(({ id, nameBox }) => [id, centreOf(nameBox)] as const),
    ...scene.edges.map(
      ({ id, labelBox, start, end }) => [id, labelBox ? centreOf(labelBox) : middle(start, end)] as const,
    ),
  ]);
}

/** Numbers sayings from 1 in the order in which the picture is read: from top to bottom in bands, left to right. */
export function numberSayings(scene: Scene, sayings: readonly Saying[]): Numbering {
  const placeOf = places(scene);
  const groups = [...new Set(sayings.map(({ drawnAt }) => drawnAt))];
  const band = (id: string): number => Math.floor(((placeOf.get(id)?.y ?? 0) - scene.bounds.y) / BAND);
  const across = (id: string): number => placeOf.get(id)?.x ?? 0;
  groups.sort((a, b) => band(a) - band(b) || across(a) - across(b));
  const byPlace = new Map<string, Saying[]>(groups.map((id) => [id, []]));
  for (const saying of sayings) byPlace.get(saying.drawnAt)?.push(saying);
  const numbered: NumberedSaying[] = [];
  const figures = new Map<string, string>();
  for (const [id, own] of byPlace) {
    const first = numbered.length + 1;
    for (const saying of own) numbered.push({ ...saying, number: numbered.length + 1 });
    const last = numbered.length;
    figures.set(id, first === last ? String(first) : `${first}–${last}`);
  }
  return { sayings: numbered, figures };
}
