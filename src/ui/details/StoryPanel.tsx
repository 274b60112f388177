import { useMemo } from 'react';
import { plainText } from '../../words/plainText.ts';
import { storyText } from '../../words/readingText.ts';
import { saySource } from '../../words/saySource.ts';
import { helpText } from '../../words/tableText.ts';
import { useDispatch } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RecordLink } from '../kit/RecordLink.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { findDisputed } from './disputes.ts';
import { EntityLine } from './EntityLine.tsx';
import { Heading } from './Heading.tsx';
import { LateHiddenDisputes } from './LateHidden.tsx';
import { sayShown } from './sayShown.ts';

/** The way in: what the story is, how much of it there is, how to read it, and what is disputed. */
export function StoryPanel({ known }: { readonly known: Known }) {
  const dispatch = useDispatch();
  const { dataset, choice } = known;
  const disputed = useMemo(() => findDisputed(known).filter(({ isShown }) => isShown), [known]);
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
      {choice.passing && (
        <p className="details-counts">{sayShown(choice.passing.size, dataset.relations.size, 0)} shown</p>
      )}
      <section>
        <h3>{storyText.disputed}</h3>
        {disputed.length === 0 && !choice.passing && <p>{storyText.noDispute}</p>}
        {disputed.length > 0 && (
          <LongList
            className="relation-list"
            items={disputed}
            render={({ relation, event }) =>
              relation ? (
                <RelationLine key={relation.id} known={known} relation={relation} />
              ) : (
                event && <EntityLine key={event.id} known={known} entity={event} />
              )
            }
          />
        )}
        {choice.passing && <LateHiddenDisputes known={known} />}
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
