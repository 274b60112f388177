import type { FittedGraph, GraphRoom } from './fitGraph.ts';
import { type Piece, placeAt } from './paragraph.ts';
import { sayTitles } from './pictureWords.ts';
import type { Sheet } from './sheet.ts';
import { writeScene } from './writeScene.ts';

/** A fitted graph in the middle of its room; in a room without a height, as high as it is. */
export function drawGraph(sheet: Sheet, fitted: FittedGraph, room: GraphRoom): Piece {
  const { ink, options, figures, dataset } = sheet;
  const { scene, sizes, tethers, scale } = fitted;
  const { palette, ...strokes } = ink;
  const markup = writeScene(scene, palette, {
    classes: false,
    titles: sayTitles(scene, sheet.sayings),
    bare: options.background === 'transparent',
    sizes,
    tethers,
    ink: strokes,
    records: true,
    language: dataset.file.language ?? null,
    ...(figures ? { numbers: figures } : {}),
  });
  const { x, y, width, height } = scene.bounds;
  const high = Number.isFinite(room.height) ? room.height : height * scale;
  const left = (room.width - width * scale) / 2 - x * scale;
  const top = (high - height * scale) / 2 - y * scale;
  return { height: high, markup: placeAt({ height: high, markup }, left, top, scale) };
}
