import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Story } from '../../model/story.ts';
import type { AppState, Playing } from '../../state/appState.ts';
import { findTold, isAtStep } from '../../state/storyStep.ts';
import { plainText } from '../../words/plainText.ts';
import { sayStepName, storyBarText } from '../../words/storyText.ts';
import { useApp, useAppStore, useDispatch } from '../kit/appContext.ts';
import { useFocusOnward } from '../kit/useFocusOnward.ts';

const selectPlaying = ({ playing }: AppState): Playing | null => playing;
const selectStory = (state: AppState): Story | null => findTold(state)?.story ?? null;

/** With each step the graph is in sight, also on a page that scrolls, and over it what is in force. */
function useSight(playing: Playing | null): void {
  useLayoutEffect(() => {
    if (playing) document.querySelector('.view-bar, #graph')?.scrollIntoView({ block: 'start' });
  }, [playing]);
}

/** A story that the reader has begun takes the focus; one that a link has opened does not. */
function useArrival(next: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (document.activeElement?.closest('#details, #graph')) next.current?.focus({ preventScroll: true });
  }, [next]);
}

/** All captions in one place, so that the graph keeps its size from step to step; only the one that is told is there to be read. */
function Captions({ story, step }: { readonly story: Story; readonly step: number }) {
  return (
    <div className="story-captions">
      {story.steps.map(({ id, title, caption }, i) => (
        <div key={id} data-told={i === step ? '' : undefined} dir="auto">
          {title && <h3>{plainText(title)}</h3>}
          {caption.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph}>{plainText(paragraph)}</p>
          ))}
        </div>
      ))}
    </div>
  );
}

function Ticks({ story, step }: { readonly story: Story; readonly step: number }) {
  const dispatch = useDispatch();
  return (
    <ol className="story-ticks" aria-label={storyBarText.steps}>
      {story.steps.map((each, i) => {
        const name = storyBarText.step(i, sayStepName(each));
        return (
          <li key={each.id}>
            <button
              type="button"
              aria-label={name}
              title={name}
              {...(i === step ? { 'aria-current': 'step' } : {})}
              onClick={() => dispatch('goToStep', { story: story.id, step: i })}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** Where in the story the reader is, what it tells here, and the way on. */
export function StoryBar() {
  const story = useApp(selectStory);
  const playing = useApp(selectPlaying);
  const isHere = useApp(isAtStep);
  const store = useAppStore();
  const { dispatch } = store;
  const bar = useRef<HTMLElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  useSight(playing);
  useArrival(next);
  useFocusOnward(bar);
  if (!story || !playing) return null;
  const { step } = playing;
  const isLast = step === story.steps.length - 1;
  return (
    <section className="story-bar" aria-label={storyBarText.name} ref={bar}>
      <div className="story-head">
        <h2>{plainText(story.title)}</h2>
        <p>{storyBarText.place(step, story.steps.length)}</p>
        {!isHere && (
          <p className="story-away">
            {storyBarText.again}{' '}
            <button
              type="button"
              className="plain"
              onClick={() => {
                // The button goes once it is back.
                next.current?.focus({ preventScroll: true });
                dispatch('goToStep', playing);
              }}
            >
              {storyBarText.goBack}
            </button>
          </p>
        )}
      </div>
      <Captions story={story} step={step} />
      <div className="story-turns">
        <button
          type="button"
          {...(step === 0 ? { 'aria-disabled': true } : {})}
          onClick={() => step > 0 && dispatch('previousStep')}
        >
          <span aria-hidden="true">←</span> {storyBarText.previous}
        </button>
        <Ticks story={story} step={step} />
        <button
          type="button"
          className="story-next"
          ref={next}
          onClick={() => dispatch(isLast ? 'endStory' : 'nextStep')}
        >
          {isLast ? storyBarText.explore : storyBarText.next} {!isLast && <span aria-hidden="true">→</span>}
        </button>
        <button
          type="button"
          className="story-close"
          aria-label={storyBarText.close}
          title={storyBarText.close}
          onClick={() => dispatch('endStory')}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
    </section>
  );
}
