import type { MouseEvent } from 'react';
import { isPassing, whyHidden } from '../../model/chooseRelations.ts';
import { isLater } from '../../model/laterClaims.ts';
import type { Claim, Relation } from '../../model/records.ts';
import { isKnown, type Standing, standingOf } from '../../model/standing.ts';
import { type HiddenBy, NO_FILTERS } from '../../model/view.ts';
import { followText, sayLaterClaims, sayNotPublic, sayWhyHidden } from '../../words/followText.ts';
import { claimsInView } from '../../words/sayStanding.ts';
import { useDispatch } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { StandingMark } from '../kit/StandingMark.tsx';
import { useInForce } from './HiddenList.tsx';

/** What "several claim filters that no one claim satisfies" is undone with. */
const NO_CLAIM_FILTERS = { modalities: null, stances: null, sources: null, publishers: null, speakers: null } as const;

/** The button goes with its reason, so that the focus would be lost. */
function focusHeading({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest('.details-panel')?.querySelector('h2')?.focus();
}

function WayOut({ by }: { readonly by: HiddenBy }) {
  const dispatch = useDispatch();
  const drop = (): void => {
    if (by === 'clock') dispatch('setClock', { asOf: null });
    else if (by === 'held') dispatch('setClock', { held: null });
    else dispatch('setFilters', by === 'claims' ? NO_CLAIM_FILTERS : { [by]: NO_FILTERS[by] });
  };
  const name = by === 'clock' || by === 'held' || by === 'claims' ? by : 'filter';
  return (
    <button
      type="button"
      onClick={(event) => {
        focusHeading(event);
        drop();
      }}
    >
      {followText.drop[name]}
    </button>
  );
}

interface LaterStandingProps {
  readonly known: Known;
  readonly standing: Standing;
  readonly claims: readonly Claim[];
}

/** What something that the clock does not know of amounts to now: its name alone would pass for a fact. */
export function NotPublic({ known, standing, claims }: LaterStandingProps) {
  const { dataset, asOf } = known;
  const isRetracted = asOf === null || !claims.some((claim) => isLater(dataset, claim, asOf));
  return (
    <div className="hidden-notice">
      <p className="hidden-reason">{isRetracted ? followText.retracted : sayNotPublic(asOf)}</p>
      {!isRetracted && (
        <>
          <p>{followText.today}</p>
          <StandingMark dataset={dataset} standing={standing} claims={claims} />
        </>
      )}
      {asOf !== null && <WayOut by="clock" />}
    </div>
  );
}

/** At the top of a relation that is not in the picture: why, and the way out. Nothing for one that is. */
export function HiddenNotice({ known, relation }: { readonly known: Known; readonly relation: Relation }) {
  const { dataset, asOf, choice } = known;
  const inForce = useInForce(known);
  const isThere = isKnown(dataset, relation, asOf);
  const by = isThere && isPassing(choice, relation.id) ? null : whyHidden(dataset, inForce, relation.id);
  if (by === null) return null;
  if (by === 'clock') {
    return (
      <NotPublic known={known} standing={standingOf(dataset, relation.id)} claims={claimsInView(dataset, relation)} />
    );
  }
  return (
    <div className="hidden-notice">
      <p className="hidden-reason">{sayWhyHidden(dataset, inForce, by)}</p>
      <WayOut by={by} />
    </div>
  );
}

/** How many of these claims the clock does not know of, and whether they deny. */
export function LaterClaims({ known, claims }: { readonly known: Known; readonly claims: readonly Claim[] }) {
  const later = claims.filter((claim) => isLater(known.dataset, claim, known.asOf));
  const disputing = later.filter(({ stance }) => stance === 'denies' || stance === 'limits');
  return later.length > 0 && <p className="hidden-count">{sayLaterClaims(later.length, disputing.length)}</p>;
}
