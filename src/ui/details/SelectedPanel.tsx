import { useMemo } from 'react';
import { isPassing, whyHidden } from '../../model/chooseRelations.ts';
import { type EntityId } from '../../model/records.ts';
import { isPublic } from '../../model/standing.ts';
import type { Found } from '../../state/recordOf.ts';
import { sayWhyHidden } from '../../words/followText.ts';
import { detailsText } from '../../words/panelText.ts';
import { actionText } from '../../words/partText.ts';
import { readingText } from '../../words/readingText.ts';
import { useDispatch } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RecordLink } from '../kit/RecordLink.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { EntityLine } from './EntityLine.tsx';
import { Heading } from './Heading.tsx';
import { useInForce } from './HiddenList.tsx';
import { sayRecord } from './sayRecord.ts';

function entitiesOf(found: readonly Found[]): EntityId[] {
  return found.flatMap((each) => {
    switch (each.type) {
      case 'entity':
        return [each.entity.id];
      case 'relation':
        return [each.relation.from, each.relation.to];
      case 'tie':
        return [...each.tie.ends];
      case 'source':
        return [];
    }
  });
}

function idOf(found: Found): string {
  switch (found.type) {
    case 'entity':
      return found.entity.id;
    case 'relation':
      return found.relation.id;
    case 'tie':
      return found.tie.id;
    case 'source':
      return found.source.id;
  }
}

/** What is not public yet is judged on everything published, and says so. */
function useJudged(known: Known, found: Found): { readonly known: Known; readonly why: string | null } {
  const inForce = useInForce(known);
  const { dataset, asOf, choice } = known;
  const later = useMemo(() => ({ ...known, asOf: null }), [known]);
  if (found.type === 'relation') {
    const { id } = found.relation;
    const by = isPassing(choice, id) ? null : whyHidden(dataset, inForce, id);
    return { known: by === 'clock' ? later : known, why: by && sayWhyHidden(dataset, inForce, by) };
  }
  const claims = found.type === 'entity' && found.entity.kind === 'Event' ? (found.entity.claims ?? []) : [];
  const isThere = asOf === null || claims.length === 0 || claims.some((claim) => isPublic(dataset, claim, asOf));
  return { known: isThere ? known : later, why: isThere ? null : sayWhyHidden(dataset, inForce, 'clock') };
}

function SelectedLine({ known, found }: { readonly known: Known; readonly found: Found }) {
  const judged = useJudged(known, found);
  const why = judged.why !== null && <p className="hidden-why">{judged.why}</p>;
  if (found.type === 'entity') {
    return (
      <EntityLine known={judged.known} entity={found.entity}>
        {why}
      </EntityLine>
    );
  }
  if (found.type === 'relation') {
    return (
      <RelationLine known={judged.known} relation={found.relation}>
        {why}
      </RelationLine>
    );
  }
  const id = idOf(found);
  return (
    <li className="relation-line">
      <RecordLink id={id}>{sayRecord(known.dataset, id)}</RecordLink>
    </li>
  );
}

/** Several records at once: a list of them, and the way to see them alone. */
export function SelectedPanel({ known, found }: { readonly known: Known; readonly found: readonly Found[] }) {
  const dispatch = useDispatch();
  const entities = [...new Set(entitiesOf(found))];
  const [first, second] = entities;
  const areEntities = found.every(({ type }) => type === 'entity');
  return (
    <>
      <Heading>{areEntities ? detailsText.several(found.length) : readingText.several(found.length)}</Heading>
      {entities.length > 0 && (
        <p className="details-actions">
          <button type="button" onClick={() => dispatch('focusOn', { ids: entities, hops: 0 })}>
            {readingText.showOnlyThese}
          </button>
          {first !== undefined && second !== undefined && entities.length === 2 && (
            <button type="button" onClick={() => dispatch('askPath', { from: first, to: second })}>
              {actionText.connect}
            </button>
          )}
        </p>
      )}
      <LongList
        className="relation-list"
        items={found}
        render={(each) => <SelectedLine key={idOf(each)} known={known} found={each} />}
      />
    </>
  );
}
