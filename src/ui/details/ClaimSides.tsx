import { useId } from 'react';
import type { PlacedClaim } from '../../model/dataset.ts';
import type { Claim, Stance } from '../../model/records.ts';
import { relationText } from '../../words/panelText.ts';
import { readingText } from '../../words/readingText.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { ClaimLine } from './ClaimLine.tsx';
import { ClaimView } from './ClaimView.tsx';
import { findOpponents } from './claimIndex.ts';

interface SidesProps {
  readonly known: Known;
  /** Those in view. */
  readonly claims: readonly Claim[];
  readonly moment: boolean;
  /** Ids against which claims elsewhere may be set. */
  readonly targets: readonly string[];
}

const SIDES: readonly { readonly stances: readonly Stance[]; readonly heading: string; readonly className: string }[] =
  [
    { stances: ['denies', 'limits'], heading: relationText.againstIt, className: 'side-against' },
    { stances: ['asserts'], heading: relationText.saysSo, className: 'side-for' },
    { stances: ['questions'], heading: relationText.asks, className: 'side-else' },
    { stances: ['no-comment'], heading: relationText.silent, className: 'side-else' },
  ];

function Side({ known, moment, side, claims }: SidesProps & { readonly side: (typeof SIDES)[number] }) {
  const heading = useId();
  const own = claims.filter(({ stance }) => side.stances.includes(stance));
  if (own.length === 0) return null;
  return (
    <section className={`side ${side.className}`} aria-labelledby={heading}>
      <h3 id={heading}>
        {side.heading} <span className="count">{own.length}</span>
      </h3>
      <LongList
        className="claim-list"
        step={30}
        items={own}
        render={(claim) => <ClaimView key={claim.id} known={known} claim={claim} moment={moment} />}
      />
    </section>
  );
}

/** Claims made about something else that are set against this. */
function Besides({ known, opponents }: { readonly known: Known; readonly opponents: readonly PlacedClaim[] }) {
  return (
    <section className="side side-else">
      <h3>
        {readingText.besides} <span className="count">{opponents.length}</span>
      </h3>
      <LongList
        className="relation-list"
        items={opponents}
        render={(placed) => <ClaimLine key={placed.claim.id} known={known} placed={placed} />}
      />
    </section>
  );
}

/** What denies or limits first, beside or above what asserts; then what questions, who is silent, and what conflicts. */
export function ClaimSides(props: SidesProps) {
  const { known, targets } = props;
  const opponents = targets.flatMap((target) => findOpponents(known, target));
  return (
    <div className="sides-room">
      <div className="sides">
        {SIDES.map((side) => (
          <Side key={side.heading} {...props} side={side} />
        ))}
        {opponents.length > 0 && <Besides known={known} opponents={opponents} />}
      </div>
    </div>
  );
}
