import { useMemo } from 'react';
import type { Claim, Entity, Relation } from '../../model/records.ts';
import { eventOf, isKnown, isPublic } from '../../model/standing.ts';
import { plainText } from '../../words/plainText.ts';
import { storyText } from '../../words/readingText.ts';
import { saySource } from '../../words/saySource.ts';
import { helpText } from '../../words/tableText.ts';
import { useDispatch } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RecordLink } from '../kit/RecordLink.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { EntityLine } from './EntityLine.tsx';
import { Heading } from './Heading.tsx';

type Disputed = { readonly relation: Relation } | { readonly event: Entity };

/** Every disputed relation; a disputed Event once, instead of each of its roles. Linear in the claims. */
function findDisputed({ dataset, asOf }: Known): Disputed[] {
  const disputes = (claim: Claim): boolean =>
    (claim.stance === 'denies' || claim.stance === 'limits') && isPublic(dataset, claim, asOf);
  const events = [...dataset.entities.values()].filter(
    ({ kind, claims }) => kind === 'Event' && claims?.some(disputes),
  );
  const relations = [...dataset.relations.values()].filter(
    (relation) => relation.claims.some(disputes) && isKnown(dataset, relation, asOf),
  );
  const listed = new Set(events.map(({ id }) => id));
  const apart = relations.filter((relation) => {
    const event = eventOf(dataset, relation);
    return event === null || !listed.has(event);
  });
  return [...apart.map((relation) => ({ relation })), ...events.map((event) => ({ event }))];
}

/** The way in: what the story is, how much of it there is, how to read it, and what is disputed. */
export function StoryPanel({ known }: { readonly known: Known }) {
  const dispatch = useDispatch();
  const { dataset } = known;
  const disputed = useMemo(() => findDisputed(known), [known]);
  const counts = {
    entities: dataset.entities.size,
    relations: dataset.relations.size,
    claims: dataset.claims.size,
    sources: dataset.sources.size,
  };
  return (
    <>
      <Heading>{storyText.title}</Heading>
      {dataset.file.description && <p className="details-lead">{plainText(dataset.file.description)}</p>}
      <p className="details-counts">{storyText.counts(counts)}</p>
      <section>
        <h3>{storyText.disputed}</h3>
        {disputed.length === 0 && <p>{storyText.noDispute}</p>}
        <LongList
          className="relation-list"
          items={disputed}
          render={(item) =>
            'relation' in item ? (
              <RelationLine key={item.relation.id} known={known} relation={item.relation} />
            ) : (
              <EntityLine key={item.event.id} known={known} entity={item.event} />
            )
          }
        />
      </section>
      <section>
        <h3>{helpText.button}</h3>
        {storyText.howTo.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <button type="button" onClick={() => dispatch('openDialog', 'help')}>
          {helpText.button}
        </button>
      </section>
      <section>
        <h3>{storyText.sources}</h3>
        <LongList
          className="source-list"
          items={[...dataset.sources.values()]}
          render={(source) => (
            <li key={source.id}>
              <RecordLink id={source.id}>{saySource(source)}</RecordLink>
            </li>
          )}
        />
      </section>
    </>
  );
}
