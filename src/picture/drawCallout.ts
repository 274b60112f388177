import { CALLOUT } from '../scene/labels.ts';
import type { SceneCallout } from '../scene/scene.ts';
import type { Pen } from './drawLine.ts';
import { drawBlock } from './drawText.ts';
import { element, escapeText } from './svgText.ts';

/** Radius of the dot where a callout's line ends, in its type's em. */
const DOT = 0.17;

/** A note of the reader's own: a sheet with its text, and a line that ends in a dot at what it is about. */
export function drawCallout(
  { id, text, lines, box, tail, anchor, rightToLeft }: SceneCallout,
  size: number,
  pen: Pen,
): string {
  const { palette, classOf, line = 1 } = pen;
  const edge = { stroke: palette.soft, 'stroke-width': line };
  const pad = { x: (CALLOUT.padding.x * size) / CALLOUT.size, y: (CALLOUT.padding.y * size) / CALLOUT.size };
  const words = drawBlock({
    lines,
    x: rightToLeft ? box.x + box.width - pad.x : box.x + pad.x,
    middle: box.y + box.height / 2,
    size,
    anchor: rightToLeft ? 'end' : 'start',
    paint: { class: classOf('sy-callout-text'), fill: palette.ink },
  });
  return element(
    'g',
    { 'data-callout': id },
    element('title', {}, escapeText(text)) +
      element('line', {
        class: classOf('sy-callout-line'),
        ...edge,
        x1: tail.x,
        y1: tail.y,
        x2: anchor.x,
        y2: anchor.y,
      }) +
      element('circle', {
        class: classOf('sy-callout-dot'),
        fill: palette.soft,
        cx: anchor.x,
        cy: anchor.y,
        r: size * DOT,
      }) +
      element('rect', { class: classOf('sy-callout'), ...box, rx: 3, fill: palette.sheet, ...edge }) +
      words,
  );
}
