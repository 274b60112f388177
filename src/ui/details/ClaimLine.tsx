import type { ReactNode } from 'react';
import type { PlacedClaim } from '../../model/dataset.ts';
import { plainText } from '../../words/plainText.ts';
import type { Known } from '../kit/known.ts';
import { RelationLine } from '../kit/RelationLine.tsx';
import { EntityLine } from './EntityLine.tsx';

interface ClaimLineProps {
  readonly known: Known;
  readonly placed: PlacedClaim;
  readonly children?: ReactNode;
}

/** A claim as one line of a list: what it is about, with its standing, and the claim in the maker's words. */
export function ClaimLine({ known, placed, children }: ClaimLineProps) {
  const { dataset } = known;
  const relation = placed.relation && dataset.relations.get(placed.relation);
  const entity = placed.entity && dataset.entities.get(placed.entity);
  const words = (
    <>
      <p className="claim-words">{plainText(placed.claim.text)}</p>
      {children}
    </>
  );
  if (relation) {
    return (
      <RelationLine known={known} relation={relation}>
        {words}
      </RelationLine>
    );
  }
  return entity ? (
    <EntityLine known={known} entity={entity}>
      {words}
    </EntityLine>
  ) : null;
}
