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

function EventFacts({ known, entity }: { readonly known: Known; readonly entity: Entity }) {
  const { dataset, asOf } = known;
  const claims = (entity.claims ?? []).filter((claim) => isPublic(dataset, claim, asOf));
  const standing = entityStandingOf(dataset, entity.id, asOf);
  return (
    <>
      <p className="details-standing">
        <StandingMark dataset={dataset} standing={standing} claims={claims} />
      </p>
      <p className="details-why">{explainStanding(dataset, standing, claims)}</p>
      <About known={known} entity={entity} />
      <ClaimSides known={known} claims={claims} moment targets={[]} />
    </>
  );
}

/** The relations that an Event's worry or consequence is about. */
function About({ known, entity: { about = [] } }: { readonly known: Known; readonly entity: Entity }) {
  const relations = about.flatMap((id) => known.dataset.relations.get(id) ?? []);
  if (relations.length === 0) return null;
  return (
    <section>
      <h3>{entityText.about}</h3>
      <LongList
        className="relation-list"
        items={relations}
        render={(relation) => <RelationLine key={relation.id} known={known} relation={relation} />}
      />
    </section>
  );
}

/** What is claimed of the entity itself: of an Event, that it happened as told; of others, facts that are no relation. */
export function EntityFacts({ known, entity }: { readonly known: Known; readonly entity: Entity }) {
  const claims = (entity.claims ?? []).filter((claim) => isPublic(known.dataset, claim, known.asOf));
  if (entity.kind === 'Event') return <EventFacts known={known} entity={entity} />;
  if (claims.length === 0) return null;
  return (
    <section>
      <h3>
        {entityText.facts} <span className="count">{claims.length}</span>
      </h3>
      <LongList
        className="claim-list"
        items={claims}
        render={(claim) => <FactView key={claim.id} known={known} claim={claim} />}
      />
    </section>
  );
}
