import type { Claim, ClaimId } from '../../model/records.ts';
import { isKnown, isPublic } from '../../model/standing.ts';
import { relationText } from '../../words/panelText.ts';
import type { Known } from '../kit/known.ts';
import { RelationLine } from '../kit/RelationLine.tsx';
import { ClaimLine } from './ClaimLine.tsx';
import { findOpponents } from './claimIndex.ts';

/** What a claim is set against, and what is set against it: all that is public, whatever filters hide. */
export function ClaimConflicts({ known, claim }: { readonly known: Known; readonly claim: Claim }) {
  const { dataset, asOf } = known;
  const against = claim.against ?? [];
  const relations = against
    .flatMap((id) => dataset.relations.get(id as never) ?? [])
    .filter((relation) => isKnown(dataset, relation, asOf));
  const claims = [
    ...against
      .flatMap((id) => dataset.claims.get(id as ClaimId) ?? [])
      .filter((placed) => isPublic(dataset, placed.claim, asOf)),
    ...findOpponents(known, claim.id),
  ];
  if (relations.length + claims.length === 0) return null;
  return (
    <div className="claim-conflicts">
      <p className="claim-conflicts-head">{relationText.against}</p>
      <ul className="relation-list">
        {relations.map((relation) => (
          <RelationLine key={relation.id} known={known} relation={relation} />
        ))}
        {claims.map((placed) => (
          <ClaimLine key={placed.claim.id} known={known} placed={placed} />
        ))}
      </ul>
    </div>
  );
}
