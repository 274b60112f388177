import { memo } from 'react';
import type { PlacedClaim } from '../../model/dataset.ts';
import { isLater } from '../../model/laterClaims.ts';
import { entityStandingOf, isPublic, publicDayOf, standingOf } from '../../model/standing.ts';
import { sayBecamePublic } from '../../words/followText.ts';
import { sayModality, sayStance } from '../../words/names.ts';
import { relationText } from '../../words/panelText.ts';
import { plainText } from '../../words/plainText.ts';
import { readingText } from '../../words/readingText.ts';
import { sayDispute } from '../../words/sayDispute.ts';
import { sayName, sayRelation } from '../../words/sayRelation.ts';
import { sayLocators } from '../../words/saySource.ts';
import { useDispatch } from './appContext.ts';
import { DisputeMark } from './DisputeMark.tsx';
import type { Known } from './known.ts';
import { LineSwatch } from './LineSwatch.tsx';
import { pointAt } from './pointing.ts';
import { RecordLink } from './RecordLink.tsx';

interface SourceClaimProps {
  readonly known: Known;
  readonly placed: PlacedClaim;
  readonly isMarked: boolean;
}

/** What a claim is about in words, with the disputes of it: for one that became public later, those of today. */
function aboutOf(
  { dataset, ...known }: Known,
  { claim, relation: id, entity }: PlacedClaim,
): { words: string; dispute: string | null } {
  const asOf = isLater(dataset, claim, known.asOf) ? null : known.asOf;
  const relation = id && dataset.relations.get(id);
  if (relation)
    return { words: sayRelation(dataset, relation), dispute: sayDispute(standingOf(dataset, relation.id, asOf)) };
  if (!entity) return { words: '', dispute: null };
  return { words: sayName(dataset, entity), dispute: sayDispute(entityStandingOf(dataset, entity, asOf)) };
}

function Stance({ placed: { claim } }: { readonly placed: PlacedClaim }) {
  const { stance, modality } = claim;
  if (stance === 'denies' || stance === 'limits') return <DisputeMark>{sayStance(stance)}</DisputeMark>;
  if (stance !== 'asserts') return <span>{sayStance(stance)}</span>;
  return (
    <span>
      <LineSwatch word={modality} /> {sayModality(modality)}
    </span>
  );
}

/** One claim of a source; pointing at it lights up what it is about, and the link opens that. */
export const SourceClaim = memo(function SourceClaim({ known, placed, isMarked }: SourceClaimProps) {
  const { claim } = placed;
  const dispatch = useDispatch();
  const target = placed.relation ?? placed.entity ?? claim.id;
  const about = aboutOf(known, placed);
  const isRetracted = claim.retracted && !isPublic(known.dataset, claim, known.asOf);
  const later = isLater(known.dataset, claim, known.asOf);
  const isOwnDispute = claim.stance === 'denies' || claim.stance === 'limits';
  return (
    <li
      className={isMarked ? 'source-claim is-marked' : 'source-claim'}
      data-claim={claim.id}
      {...(isMarked ? { 'aria-current': 'true' } : {})}
      {...pointAt(dispatch, [target])}
    >
      <p>
        <RecordLink id={target} className="line-link">
          {plainText(claim.text)}
        </RecordLink>
      </p>
      <p className="source-claim-about">
        <Stance placed={placed} /> · {about.words}
        {about.dispute !== null && !isOwnDispute && (
          <>
            {' '}
            <DisputeMark>{about.dispute}</DisputeMark>
          </>
        )}
      </p>
      <p className="source-claim-place">
        {sayLocators(claim.locators)}
        {later && ` · ${sayBecamePublic(publicDayOf(known.dataset, claim))}`}
        {isRetracted && !later && ` · ${relationText.retracted}`}
        {isMarked && <span className="unseen"> {readingText.marked}</span>}
      </p>
    </li>
  );
});
