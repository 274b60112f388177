import { useMemo } from 'react';
import type { Story } from '../../model/story.ts';
import type { AppState } from '../../state/appState.ts';
import { plainText } from '../../words/plainText.ts';
import { storyText } from '../../words/readingText.ts';
import { saySource } from '../../words/saySource.ts';
import { helpText } from '../../words/tableText.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { useLate } from '../kit/late.ts';
import { RecordLink } from '../kit/RecordLink.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { findDisputed } from './disputes.ts';
import { EntityLine } from './EntityLine.tsx';
import { Heading } from './Heading.tsx';
import { LateHiddenDisputes } from './LateHidden.tsx';
import { calloutLines } from './lateParts.ts';
import { sayShown } from './sayShown.ts';

const selectHasCallouts = ({ view }: AppState): boolean => view.callouts.length > 0;
const selectStories = ({ stories }: AppState): readonly Story[] => stories;

/** The ways into the stories that can be told. */
function StoryStarts() {
  const stories = useApp(selectStories).filter(({ steps }) => steps.length > 0);
  const dispatch = useDispatch();
  const start = (id: string): void => {
    // The button may go; the bar that comes takes the focus from here.
    document.getElementById('graph')?.focus({ preventScroll: true });
    dispatch('startStory', id);
  };
  return stories.map(({ id, title, steps }) => (
    <button key={id} type="button" className="story-start" onClick={() => start(id)}>
      {stories.length === 1 ? storyText.read(steps.length) : storyText.readOne(title, steps.length)}{' '}
      <span aria-hidden="true">→</span>
    </button>
  ));
}

/** What was written into the picture, for those who do not see it there. */
function LateCallouts() {
  const late = useLate(calloutLines);
  return late && <late.CalloutLines about={null} />;
}

/** The way in: what the story is, how much of it there is, how to read it, and what is disputed. */
export function StoryPanel({ known }: { readonly known: Known }) {
  const dispatch = useDispatch();
  const { dataset, choice } = known;
  const hasCallouts = useApp(selectHasCallouts);
  const disputed = useMemo(() => findDisputed(known).filter(({ isShown }) => isShown), [known]);
  const counts = {
    entities: dataset.entities.size,
    relations: dataset.relations.size,
    claims: dataset.claims.size,
    sources: dataset.sources.size,
  };
  const isStory = Boolean(dataset.file.description) || (dataset.file.stories?.length ?? 0) > 0;
  return (
    <>
      <Heading>{isStory ? storyText.title : storyText.dataTitle}</Heading>
      {dataset.file.description && <p className="details-lead">{plainText(dataset.file.description)}</p>}
      <p className="details-counts">{storyText.counts(counts)}</p>
      {choice.passing && (
        <p className="details-counts">{sayShown(choice.passing.size, dataset.relations.size, 0)} shown</p>
      )}
      <StoryStarts />
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
      {hasCallouts && <LateCallouts />}
      <section>
        <h3>{helpText.button}</h3>
        {storyText.howTo.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <button type="button" onClick={() => dispatch('openDialog', 'help')}>
          {helpText.button}
        </button>
      </section>
      {counts.sources > 0 && (
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
      )}
      <button type="button" className="plain story-write" onClick={() => dispatch('writeStory', '')}>
        {storyText.write}
      </button>
    </>
  );
}
