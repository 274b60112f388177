import { isPassing } from '../../model/chooseRelations.ts';
import { isLater } from '../../model/laterClaims.ts';
import type { Entity } from '../../model/records.ts';
import { entityStandingOf, isPublic } from '../../model/standing.ts';
import { explainStanding } from '../../words/explainStanding.ts';
import { entityText } from '../../words/panelText.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { StandingMark } from '../kit/StandingMark.tsx';
import { ClaimSides } from './ClaimSides.tsx';
import { FactView } from './ClaimView.tsx';
import { HiddenList } from './HiddenList.tsx';
import { LaterClaims, NotPublic } from './HiddenNotice.tsx';

function EventFacts({ known, entity }: { readonly known: Known; readonly entity: Entity }) {
  const { dataset, asOf } = known;
  const claims = (entity.claims ?? []).filter((claim) => isPublic(dataset, claim, asOf));
  const standing = entityStandingOf(dataset, entity.id, asOf);
  const all = entity.claims ?? [];
  const isThere = claims.length > 0 || all.length === 0;
  return (
    <>
      {isThere ? (
        <>
          <p className="details-standing">
            <StandingMark dataset={dataset} standing={standing} claims={claims} />
          </p>
          <p className="details-why">{explainStanding(dataset, standing, claims)}</p>
        </>
      ) : (
        <NotPublic
          known={known}
          standing={entityStandingOf(dataset, entity.id)}
          claims={all.filter((claim) => isPublic(dataset, claim, null))}
        />
      )}
      <About known={known} entity={entity} />
      {isThere && <ClaimSides known={known} claims={claims} moment targets={[]} />}
      <LaterClaims known={known} claims={all} />
    </>
  );
}

/** The relations that an Event's worry or consequence is about. */
function About({ known, entity: { about = [] } }: { readonly known: Known; readonly entity: Entity }) {
  const relations = about.flatMap((id) => known.dataset.relations.get(id) ?? []);
  if (relations.length === 0) return null;
  const seen = relations.filter(({ id }) => isPassing(known.choice, id));
  return (
    <section>
      <h3>{entityText.about}</h3>
      {seen.length > 0 && (
        <LongList
          className="relation-list"
          items={seen}
          render={(relation) => <RelationLine key={relation.id} known={known} relation={relation} />}
        />
      )}
      <HiddenList known={known} ids={about} />
    </section>
  );
}

/** What is claimed of the entity itself: of an Event, that it happened as told; of others, facts that are no relation. */
export function EntityFacts({ known, entity }: { readonly known: Known; readonly entity: Entity }) {
  const claims = (entity.claims ?? []).filter((claim) => isPublic(known.dataset, claim, known.asOf));
  if (entity.kind === 'Event') return <EventFacts known={known} entity={entity} />;
  const all = entity.claims ?? [];
  if (claims.length === 0 && !all.some((claim) => isLater(known.dataset, claim, known.asOf))) return null;
  return (
    <section>
      <h3>
        {entityText.facts}
        {claims.length > 0 && <span className="count"> {claims.length}</span>}
      </h3>
      {claims.length > 0 && (
        <LongList
          className="claim-list"
          items={claims}
          render={(claim) => <FactView key={claim.id} known={known} claim={claim} />}
        />
      )}
      <LaterClaims known={known} claims={all} />
    </section>
  );
}
