import { useMemo } from 'react';
import { isPassing, whyHidden } from '../../model/chooseRelations.ts';
import type { PlacedClaim } from '../../model/dataset.ts';
import { isLater } from '../../model/laterClaims.ts';
import type { Entity } from '../../model/records.ts';
import { isPublic } from '../../model/standing.ts';
import type { HiddenBy } from '../../model/view.ts';
import { sayLaterClaims, sayMoreVoiced } from '../../words/followText.ts';
import { sayName } from '../../words/sayRelation.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { ClaimLine } from './ClaimLine.tsx';
import { findSayings } from './claimIndex.ts';
import { Disclosure, useInForce, Why } from './HiddenList.tsx';

/** Under what an entity says: what it says of relations that filters hide, and how much of it is not public yet. */
export function HiddenVoices({ known, entity }: { readonly known: Known; readonly entity: Entity }) {
  const inForce = useInForce(known);
  const { dataset, asOf, choice } = known;
  const said = useMemo(() => findSayings(dataset, entity.id), [dataset, entity]);
  const later = useMemo(() => said.filter(({ claim }) => isLater(dataset, claim, asOf)), [dataset, asOf, said]);
  const disputing = later.filter(({ claim: { stance } }) => stance === 'denies' || stance === 'limits');
  const cut = useMemo(() => {
    const found: { readonly placed: PlacedClaim; readonly by: HiddenBy }[] = [];
    for (const placed of said) {
      const { relation: id, claim } = placed;
      const isCut = id !== null && !isPassing(choice, id) && isPublic(dataset, claim, asOf);
      const by = isCut ? whyHidden(dataset, inForce, id) : null;
      if (by !== null) found.push({ placed, by });
    }
    return found;
  }, [dataset, asOf, choice, inForce, said]);
  const causes = cut.map(({ by }) => by);
  return (
    <>
      {cut.length > 0 && (
        <Disclosure summary={sayMoreVoiced(cut.length, causes, sayName(dataset, entity.id))}>
          <LongList
            className="relation-list"
            items={cut}
            render={({ placed, by }) => (
              <ClaimLine key={placed.claim.id} known={known} placed={placed}>
                <Why by={by} />
              </ClaimLine>
            )}
          />
        </Disclosure>
      )}
      {later.length > 0 && (
        <p className="hidden-count">{sayLaterClaims(later.length, disputing.length, 'something')}</p>
      )}
    </>
  );
}
