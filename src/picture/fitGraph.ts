import type { Scene } from '../scene/scene.ts';
import { type Lettering, letterScene } from './letterScene.ts';

/** Room for a graph; a height may be Infinity. */
export interface GraphRoom {
  readonly width: number;
  readonly height: number;
}

/** A lettered scene and how large it is drawn. */
export interface FittedGraph extends Lettering {
  readonly scale: number;
}

const ROUNDS = 8;
/** At least so much smaller each round: larger type needs more room, which makes the graph smaller. */
const STEP = 0.985;

/** The scale at which bounds fill a room. */
export function scaleToFit({ bounds }: Scene, room: GraphRoom): number {
  return Math.min(room.width / Math.max(1, bounds.width), room.height / Math.max(1, bounds.height));
}

/**
 * The largest scale up to `most` at which a scene fits a room with no type below `least`, both in the room's units; null
 * where there is none. A few letterings, each linear in the scene.
 */
export function fitGraph(
  scene: Scene,
  figures: ReadonlyMap<string, string> | null,
  room: GraphRoom,
  { least, most }: { readonly least: number; readonly most: number },
): FittedGraph | null {
  let scale = Math.min(most, scaleToFit(scene, room));
  for (let round = 0; round < ROUNDS; round += 1) {
    const lettering = letterScene(scene, figures, least / scale);
    if (!lettering) return null;
    const fits = Math.min(most, scaleToFit(lettering.scene, room));
    if (fits >= scale) return { ...lettering, scale };
    scale = Math.min(fits, scale * STEP);
  }
  return null;
}
