import type { Claim } from '../../model/records.ts';
import { sayModality, sayResponse, sayStance } from '../../words/names.ts';
import { plainText } from '../../words/plainText.ts';
import { sayClaimBriefly } from '../../words/sayClaim.ts';
import { DisputeMark } from '../kit/DisputeMark.tsx';
import type { Known } from '../kit/known.ts';
import { LineSwatch } from '../kit/LineSwatch.tsx';
import { ClaimChain } from './ClaimChain.tsx';
import { ClaimCircumstances } from './ClaimCircumstances.tsx';
import { ClaimConflicts } from './ClaimConflicts.tsx';
import { SourcePlace } from './SourcePlace.tsx';

interface ClaimViewProps {
  readonly known: Known;
  readonly claim: Claim;
  /** Whether what is claimed is a moment or lasts. */
  readonly moment: boolean;
}

/** What the claim does and how firmly, as a short mark; a hollow or dotted pattern never stands for a denial. */
function StanceMark({ claim: { stance, modality, response } }: { readonly claim: Claim }) {
  const name = sayStance(stance);
  if (stance === 'asserts') {
    return (
      <p className="claim-stance">
        <LineSwatch word={modality} /> {name} · {sayModality(modality)}
      </p>
    );
  }
  const how = stance === 'no-comment' ? sayResponse(response ?? 'unknown') : sayModality(modality);
  const words = `${name} · ${how}`;
  const isDispute = stance === 'denies' || stance === 'limits';
  return <p className="claim-stance">{isDispute ? <DisputeMark>{words}</DisputeMark> : words}</p>;
}

/** A fact in passing: its words, and in a line who says so and where. */
export function FactView({ known: { dataset }, claim }: Pick<ClaimViewProps, 'known' | 'claim'>) {
  const { stance, modality } = claim;
  return (
    <li className="claim claim-brief">
      <p className="claim-words">{plainText(claim.text)}</p>
      {stance !== 'asserts' && <StanceMark claim={claim} />}
      <p className="claim-sentence">
        {stance === 'asserts' && <LineSwatch word={modality} />}
        <span>
          {sayClaimBriefly(dataset, claim)} <SourcePlace dataset={dataset} claim={claim} />
        </span>
      </p>
      <ClaimCircumstances dataset={dataset} claim={claim} moment={false} brief />
    </li>
  );
}

/** One claim, whole: what it does, who says so through whom, in which words, where, when, and against what. */
export function ClaimView({ known, claim, moment }: ClaimViewProps) {
  const { dataset } = known;
  const quotes = claim.locators.flatMap(({ quote }) => (quote ? [plainText(quote)] : []));
  return (
    <li className={`claim claim-${claim.stance}`}>
      <StanceMark claim={claim} />
      <p className="claim-sentence">{sayClaimBriefly(dataset, claim)}</p>
      <p className="claim-words">{plainText(claim.text)}</p>
      {quotes.map((quote) => (
        <p key={quote} className="claim-quote">
          <q>{quote}</q>
        </p>
      ))}
      <ClaimChain dataset={dataset} claim={claim} />
      <ClaimCircumstances dataset={dataset} claim={claim} moment={moment} />
      <ClaimConflicts known={known} claim={claim} />
    </li>
  );
}
