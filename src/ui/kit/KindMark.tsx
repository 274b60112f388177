import type { Kind } from '../../model/records.ts';
import { GLYPHS, OUTLINES } from '../../scene/shapes.ts';

const SIZE = 10;

/** The shape and glyph of a kind, as in the graph; the word must stand beside it. */
export function KindMark({ kind }: { readonly kind: Kind }) {
  const corners = OUTLINES[kind];
  const isEvent = kind === 'Event';
  return (
    <svg className={`kind-mark kind-${kind}${isEvent ? ' is-event' : ''}`} viewBox="-12 -12 24 24" aria-hidden="true">
      {corners ? (
        <polygon className="outline" points={corners.map(([x, y]) => `${x * SIZE},${y * SIZE}`).join(' ')} />
      ) : (
        <circle className="outline" r={SIZE} />
      )}
      <path className="glyph" transform="translate(-6.5 -6.5) scale(0.542)" fillRule="evenodd" d={GLYPHS[kind]} />
    </svg>
  );
}
