import type { Kind } from '../model/records.ts';
import type { StandingWord } from '../model/standing.ts';
import { DASHES, isHollow, STROKE } from '../scene/marks.ts';
import { GLYPHS, outlineAround } from '../scene/shapes.ts';
import type { Pen } from './drawLine.ts';
import { type Attributes, element, num } from './svgText.ts';

/** The grid that glyphs are drawn on, and the part of a disc's size that they take. */
const GRID = 24;
const GLYPH_SHARE = { event: 0.5, other: 0.62 } as const;

/** A shape to draw: where, how large, and for an Event the pattern of its outline. */
export interface Disc {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly word: StandingWord | null;
}

function outline({ kind, x, y, radius }: Disc, paint: Attributes): string {
  const corners = outlineAround(kind, { x, y }, radius);
  if (!corners) return element('circle', { ...paint, cx: x, cy: y, r: radius });
  return element('polygon', { ...paint, points: corners.map((p) => `${num(p.x)},${num(p.y)}`).join(' ') });
}

function glyph({ kind, x, y, radius }: Disc, share: number, paint: Attributes): string {
  const scale = (2 * radius * share) / GRID;
  const [left, top] = [x - (GRID / 2) * scale, y - (GRID / 2) * scale];
  // Four digits: at 0.01 a scale of 0.8 would be off by a third of a px at the glyph's rim.
  const transform = `translate(${num(left)} ${num(top)}) scale(${Math.round(scale * 10_000) / 10_000})`;
  return element('path', { ...paint, d: GLYPHS[kind], 'fill-rule': 'evenodd', transform });
}

function eventDisc(disc: Disc, word: StandingWord, pen: Pen): string {
  const { palette, classOf, line: heavier = 1 } = pen;
  const colour = palette.kinds[disc.kind];
  const dashes = DASHES[word];
  const hollow = isHollow(word);
  const edge = outline(disc, {
    class: classOf('sy-event'),
    fill: palette.mist,
    stroke: colour,
    'stroke-width': heavier * (hollow ? STROKE.hollow : STROKE.outline + 0.5),
    'stroke-dasharray': dashes.length > 0 ? dashes.join(' ') : undefined,
  });
  const between = hollow
    ? outline(disc, {
        class: classOf('sy-event-between'),
        fill: 'none',
        stroke: palette.mist,
        'stroke-width': heavier * (STROKE.hollow - 2),
      })
    : '';
  return edge + between + glyph(disc, GLYPH_SHARE.event, { class: classOf('sy-event-glyph'), fill: colour });
}

/** An entity's shape with its glyph; an Event as a sheet whose outline carries its standing's pattern. */
export function drawDisc(disc: Disc, pen: Pen): string {
  if (disc.word) return eventDisc(disc, disc.word, pen);
  const { palette, classOf } = pen;
  return (
    outline(disc, { class: classOf('sy-disc', `sy-${disc.kind}`), fill: palette.kinds[disc.kind] }) +
    glyph(disc, GLYPH_SHARE.other, { class: classOf('sy-glyph'), fill: palette.icon })
  );
}
