import type { Claim, EntityId, RelationId } from '../../model/records.ts';
import type { Resting } from '../../model/restsOn.ts';
import { isPublic } from '../../model/standing.ts';
import { isThrough, type VoiceKey } from '../../model/voices.ts';
import { claimsInView } from '../../words/sayStanding.ts';
import { sayAfter, voiceText } from '../../words/voiceText.ts';
import { useDispatch } from '../kit/appContext.ts';
import { EntityLink } from '../kit/EntityLink.tsx';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { pointAt } from '../kit/pointing.ts';
import { RelationLine } from '../kit/RelationLine.tsx';
import { StandingMark } from '../kit/StandingMark.tsx';

interface RestingLineProps {
  readonly known: Known;
  readonly voice: VoiceKey;
  readonly thing: Resting;
}

/** The claims in view that the thing is judged on. */
function claimsOfThing({ dataset, asOf }: Known, { entity, relations: [id] }: Resting): readonly Claim[] {
  if (entity !== null) {
    return (dataset.entities.get(entity)?.claims ?? []).filter((claim) => isPublic(dataset, claim, asOf));
  }
  const relation = id === undefined ? undefined : dataset.relations.get(id);
  return relation ? claimsInView(dataset, relation, asOf) : [];
}

/** What the thing would come to without the voice; nothing where that is what it is now. */
function After({ known, voice, thing }: RestingLineProps) {
  const claims = claimsOfThing(known, thing).filter((claim) => !isThrough(claim, voice));
  const said = sayAfter(known.dataset, thing.before, thing.after, claims);
  if (said === null) return null;
  return (
    <div className="voice-after">
      <b>{voiceText.without}</b>{' '}
      {thing.after.word === 'unsourced' ? (
        <span>{said}</span>
      ) : (
        <StandingMark dataset={known.dataset} standing={thing.after} claims={claims} />
      )}
    </div>
  );
}

function Roles({ known, ids }: { readonly known: Known; readonly ids: readonly RelationId[] }) {
  return (
    <details>
      <summary>{voiceText.roles(ids.length)}</summary>
      <LongList
        className="relation-list"
        items={ids.flatMap((id) => known.dataset.relations.get(id) ?? [])}
        render={(relation) => <RelationLine key={relation.id} known={known} relation={relation} />}
      />
    </details>
  );
}

interface EntityThingProps extends RestingLineProps {
  readonly entity: EntityId;
}

/** An Event with the roles that stand and fall with it, or the facts of an entity. */
function EntityThing({ known, voice, thing, entity }: EntityThingProps) {
  const dispatch = useDispatch();
  const { dataset } = known;
  const isEvent = dataset.entities.get(entity)?.kind === 'Event';
  return (
    <li className="voice-thing" {...pointAt(dispatch, [entity])}>
      <p>
        <EntityLink dataset={dataset} id={entity} marked />
        {!isEvent && <span className="soft"> · {voiceText.facts}</span>}
      </p>
      <StandingMark dataset={dataset} standing={thing.before} claims={claimsOfThing(known, thing)} />
      <After known={known} voice={voice} thing={thing} />
      {thing.relations.length > 0 && <Roles known={known} ids={thing.relations} />}
    </li>
  );
}

/** One thing that is said through a voice: what it is now, and what it would be without. */
export function RestingLine({ known, voice, thing }: RestingLineProps) {
  const { entity, relations } = thing;
  if (entity !== null) return <EntityThing known={known} voice={voice} thing={thing} entity={entity} />;
  const relation = relations[0] && known.dataset.relations.get(relations[0]);
  if (!relation) return null;
  return (
    <RelationLine known={known} relation={relation}>
      <After known={known} voice={voice} thing={thing} />
    </RelationLine>
  );
}
