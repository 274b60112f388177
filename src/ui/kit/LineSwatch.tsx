import type { StandingWord } from '../../model/standing.ts';
import { DASHES, isHollow, STROKE } from '../../scene/marks.ts';

/** A piece of line as it is drawn for a standing; the word must stand beside it. */
export function LineSwatch({ word, several = false }: { readonly word: StandingWord; readonly several?: boolean }) {
  const dashes = DASHES[word];
  const width = several ? STROKE.several : STROKE.line;
  return (
    <svg className="line-swatch" viewBox="0 0 40 12" preserveAspectRatio="xMinYMid slice" aria-hidden="true">
      {isHollow(word) ? (
        <path className="line" d="M1 4.2h38M1 7.8h38" strokeWidth={1} />
      ) : (
        <path
          className={word === 'unsourced' ? 'line faint' : 'line'}
          d="M1 6h38"
          strokeWidth={width}
          {...(dashes.length > 0 ? { strokeDasharray: dashes.join(' ') } : {})}
        />
      )}
    </svg>
  );
}
