import type { Box, Point } from '../model/layoutProblem.ts';
import { boxAround, centreOf, discBox, surround } from '../scene/boxes.ts';
import { CALLOUT, NAME_SIZE, WORDING_SIZE } from '../scene/labels.ts';
import type { Scene, SceneCallout, SceneEdge } from '../scene/scene.ts';
import { type BoxIndex, createBoxIndex } from './boxIndex.ts';
import { letterNames } from './letterNames.ts';
import { chipAround, numberSize } from './textChip.ts';

/** Sizes of the type in a drawn scene, in its own units; `least` is what none falls below. */
export interface TypeSizes {
  readonly name: number;
  readonly wording: number;
  readonly callout: number;
  readonly least: number;
}

/** The scene's own sizes. */
export const SCENE_TYPE: TypeSizes = { name: NAME_SIZE, wording: WORDING_SIZE, callout: CALLOUT.size, least: 0 };

/** A scene whose type can be read at the size it will have. */
export interface Lettering {
  readonly scene: Scene;
  readonly sizes: TypeSizes;
  /** Where the line is that a number stands aside from, by tie. */
  readonly tethers: ReadonlyMap<string, Point>;
  /** Wordings that found no room and are numbers now, or nothing where there are none. */
  readonly wordless: number;
}

/** Scene units: type larger than this against its graph is no longer worth trying. */
export const MOST_TYPE = 2.2 * NAME_SIZE;
/** Where along a line its wording or number is tried, in order of preference. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
/** How far aside of the line's middle a number may stand, scene units, and the ways to go: an even turn each. */
const ASIDE = [14, 22, 32, 44, 58, 74, 92, 112, 140, 180, 240];
const D = Math.SQRT1_2;
const WAYS: readonly (readonly [number, number])[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
  [D, -D],
  [D, D],
  [-D, D],
  [-D, -D],
];
const SIGN = '≠';
/** Bare ground around everything drawn, scene units. */
const MARGIN = 8;

function alongLine({ start, end, loop }: SceneEdge, t: number): Point {
  if (loop) return loop.bend;
  return { x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * t };
}

/** Where a wording may be centred: where the scene has it, then elsewhere on its line. */
function spotsOf(edge: SceneEdge): Point[] {
  const own = edge.labelBox ? [centreOf(edge.labelBox)] : [];
  return [...own, ...(edge.loop ? [edge.loop.bend] : PLACES.map((t) => alongLine(edge, t)))];
}

function asideOf(edge: SceneEdge): Point[] {
  const { x, y } = alongLine(edge, 0.5);
  return ASIDE.flatMap((far) => WAYS.map(([dx, dy]) => ({ x: x + dx * far, y: y + dy * far })));
}

interface Wording {
  readonly edge: SceneEdge;
  readonly tether: Point | null;
  readonly worded: boolean;
}

interface Setting {
  readonly taken: BoxIndex;
  readonly sizes: TypeSizes;
  readonly figures: ReadonlyMap<string, string> | null;
}

function findFree(spots: readonly Point[], boxAt: (at: Point) => Box, taken: BoxIndex, owner: string): Box | undefined {
  for (const spot of spots) {
    const box = boxAt(spot);
    if (!taken.meets(box, owner)) return box;
  }
  return undefined;
}

/**
 * The wording of one tie, else its number alone with the sign of a dispute, else nothing; null where what must be drawn
 * finds no room, unless the type is the scene's own and could not be smaller.
 */
function letterEdge(edge: SceneEdge, { taken, sizes, figures }: Setting): Wording | null {
  const number = figures?.get(edge.id);
  const boxOf = (lines: readonly string[]) => {
    const text = { lines, size: sizes.wording, weight: 'regular' as const, number };
    const small = lines.length > 0 ? numberSize(sizes.wording, sizes.least) : sizes.wording;
    return (at: Point): Box => chipAround(at, { ...text, numberSize: small });
  };
  const place = (lines: readonly string[], box: Box, tether: Point | null, worded: boolean): Wording => {
    taken.add(box, edge.id);
    return { edge: { ...edge, lines, labelBox: box }, tether, worded };
  };
  if (edge.labelBox) {
    const box = findFree(spotsOf(edge), boxOf(edge.lines), taken, edge.id);
    if (box) return place(edge.lines, box, null, true);
  }
  if (!number && !edge.disputed) return { edge: { ...edge, lines: [], labelBox: null }, tether: null, worded: false };
  const short = edge.disputed ? [SIGN] : [];
  const onLine = findFree(spotsOf(edge), boxOf(short), taken, edge.id);
  if (onLine) return place(short, onLine, null, false);
  const middle = alongLine(edge, 0.5);
  const aside = findFree(asideOf(edge), boxOf(short), taken, edge.id);
  if (!aside && sizes.name > NAME_SIZE) return null;
  return place(short, aside ?? boxOf(short)(middle), middle, false);
}

/** A callout as large as its type asks, grown around the end of its own line; null where that is taken. */
function letterCallout(callout: SceneCallout, ratio: number, taken: BoxIndex): SceneCallout | null {
  const { box, tail } = callout;
  const scaled = (from: number, to: number): number => to + (from - to) * ratio;
  const grown =
    ratio === 1
      ? box
      : { x: scaled(box.x, tail.x), y: scaled(box.y, tail.y), width: box.width * ratio, height: box.height * ratio };
  if (ratio > 1 && taken.meets(grown, callout.id)) return null;
  taken.add(grown, callout.id);
  return { ...callout, box: grown };
}

function letterCallouts(callouts: Scene['callouts'], ratio: number, taken: BoxIndex): SceneCallout[] | null {
  const lettered = callouts.map((callout) => letterCallout(callout, ratio, taken));
  return lettered.every((one) => one !== null) ? lettered : null;
}

/** Disputed ones first: their sign must be drawn. */
function letterEdges(edges: readonly SceneEdge[], setting: Setting): Map<string, Wording> | null {
  const byTie = new Map<string, Wording>();
  for (const edge of [...edges].sort((a, b) => Number(b.disputed) - Number(a.disputed))) {
    const wording = letterEdge(edge, setting);
    if (!wording) return null;
    byTie.set(edge.id, wording);
  }
  return byTie;
}

function boundsOf({ nodes, edges, callouts }: Pick<Scene, 'nodes' | 'edges' | 'callouts'>): Box {
  const dot = { width: 2, height: 2 };
  const boxes = [
    ...nodes.flatMap((node) => [discBox(node), node.nameBox]),
    ...edges.flatMap(({ labelBox, loop }) => [
      ...(labelBox ? [labelBox] : []),
      ...(loop ? [boxAround(loop.first, dot), boxAround(loop.second, dot)] : []),
    ]),
    ...callouts.flatMap(({ box, anchor }) => [box, boxAround(anchor, dot)]),
  ];
  return surround(boxes, MARGIN);
}

/**
 * A scene with no type below `least`, in its own units: names keep or change their side, wordings that have no room
 * become their numbers (`figures` by tie and Event id; null for a picture without). Null where it cannot be read so.
 * Nothing that is drawn as text covers other text or a disc, unless names do so in the scene itself.
 */
export function letterScene(
  scene: Scene,
  figures: ReadonlyMap<string, string> | null,
  least: number,
): Lettering | null {
  const ratio = least / NAME_SIZE;
  if (least > MOST_TYPE) return null;
  const sizes: TypeSizes = {
    name: Math.max(NAME_SIZE, least),
    wording: Math.max(WORDING_SIZE, least),
    callout: Math.max(CALLOUT.size, least),
    least,
  };
  const taken = createBoxIndex();
  const nodes = letterNames(scene.nodes, taken, { size: sizes.name, ratio, least, figures });
  const callouts = nodes && letterCallouts(scene.callouts, sizes.callout / CALLOUT.size, taken);
  if (!callouts) return null;
  const wordings = letterEdges(scene.edges, { taken, sizes, figures });
  if (!wordings) return null;
  const edges = scene.edges.map((edge) => wordings.get(edge.id)?.edge ?? edge);
  const tethers = [...wordings].flatMap(([id, { tether }]) => (tether ? [[id, tether] as const] : []));
  const wordless = scene.edges.filter(({ id, labelBox }) => labelBox && !wordings.get(id)?.worded).length;
  const lettered = { nodes, edges, callouts };
  return { scene: { ...scene, ...lettered, bounds: boundsOf(lettered) }, sizes, tethers: new Map(tethers), wordless };
}
