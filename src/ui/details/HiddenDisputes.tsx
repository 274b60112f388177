import { useMemo } from 'react';
import { whyHidden } from '../../model/chooseRelations.ts';
import type { HiddenBy } from '../../model/view.ts';
import { followText, sayLater, sayMoreHidden } from '../../words/followText.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { type Disputed, findDisputed } from './disputes.ts';
import { EntityLine } from './EntityLine.tsx';
import { Disclosure, useInForce, Why } from './HiddenList.tsx';

const idOf = ({ relation, event }: Disputed): string => relation?.id ?? event?.id ?? '';

interface HiddenDisputeProps {
  readonly known: Known;
  readonly item: Disputed;
  readonly by: HiddenBy | null;
}

function HiddenDispute({ known, item: { relation, event }, by }: HiddenDisputeProps) {
  const why = by && <Why by={by} />;
  if (relation) {
    return (
      <RelationLine known={known} relation={relation}>
        {why}
      </RelationLine>
    );
  }
  return (
    event && (
      <EntityLine known={known} entity={event}>
        {why}
      </EntityLine>
    )
  );
}

/** Under the story's disputes: those that filters hide, and how many the clock does not know of. */
export function HiddenDisputes({ known }: { readonly known: Known }) {
  const inForce = useInForce(known);
  const disputed = useMemo(() => findDisputed(known), [known]);
  const everything = useMemo(() => findDisputed({ ...known, asOf: null }), [known]);
  const now = new Set(disputed.map(idOf));
  const later = everything.filter((item) => !now.has(idOf(item))).length;
  const cut = disputed.filter(({ isShown }) => !isShown);
  // An Event is hidden with all its roles; the first one's reason stands for them.
  const whyOf = ({ relation, event }: Disputed): HiddenBy | null => {
    const id = relation?.id ?? (event && known.dataset.relationsOf.get(event.id)?.[0]);
    return id ? whyHidden(known.dataset, inForce, id) : null;
  };
  const causes = cut.flatMap((item) => whyOf(item) ?? []);
  return (
    <>
      {cut.length === disputed.length && <p className="hidden-none">{followText.noDispute}</p>}
      {cut.length > 0 && (
        <Disclosure summary={sayMoreHidden(cut.length, causes)}>
          <LongList
            className="relation-list"
            items={cut}
            render={(item) => <HiddenDispute key={idOf(item)} known={known} item={item} by={whyOf(item)} />}
          />
        </Disclosure>
      )}
      {later > 0 && <p className="hidden-count">{sayLater(later)}</p>}
    </>
  );
}
