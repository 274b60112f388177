import { useState } from 'react';
import { addStep, changeStep, insertStep, moveStep, removeStep } from '../../model/editStory.ts';
import type { Story } from '../../model/story.ts';
import type { AppState, Playing } from '../../state/appState.ts';
import { captureStep } from '../../state/captureStep.ts';
import { storyWriterText } from '../../words/storyText.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { useStage } from '../kit/stage.ts';
import type { Gone } from './GoneNotice.tsx';
import { type StepDeeds, StepEditor } from './StepEditor.tsx';

interface StepListProps {
  readonly story: Story;
  readonly onChange: (id: string, change: (now: Story) => Story) => void;
  readonly onGone: (gone: Gone) => void;
}

const selectPlaying = ({ playing }: AppState): Playing | null => playing;

/** The steps of a story that is being written, and the way to add one. */
export function StepList({ story, onChange, onGone }: StepListProps) {
  const playing = useApp(selectPlaying);
  const { getState, dispatch } = useAppStore();
  const stage = useStage();
  const [fresh, setFresh] = useState<string | null>(null);
  const change = (run: (now: Story) => Story): void => onChange(story.id, run);
  const say = (said: string): void => dispatch('report', { said });
  const capture = () => captureStep(getState(), stage.extent() ?? null);
  const add = (): void => {
    // Nothing that is undefined: the file would not hold it.
    const shown = Object.fromEntries(Object.entries(capture()).filter(([, value]) => value !== undefined));
    change((now) => addStep(now, { caption: '', ...shown }));
    const added = getState()
      .stories.find(({ id }) => id === story.id)
      ?.steps.at(-1);
    setFresh(added?.id ?? null);
    say(storyWriterText.added(story.steps.length));
  };
  const deedsOf = (id: string, index: number): StepDeeds => ({
    show: () => dispatch('goToStep', { story: story.id, step: index }),
    update: () => {
      const shown = capture();
      change((now) => changeStep(now, id, shown));
      dispatch('goToStep', { story: story.id, step: index });
      say(storyWriterText.updated(index));
    },
    move: (by) => change((now) => moveStep(now, id, by)),
    remove: () => {
      const [removed] = story.steps.slice(index);
      change((now) => removeStep(now, id));
      const putBack = (): void => removed && change((now) => insertStep(now, removed, index));
      onGone({ said: storyWriterText.stepGone(index), putBack });
    },
  });
  return (
    <section className="story-steps">
      <h3>{story.steps.length === 0 ? storyWriterText.noSteps : storyWriterText.steps(story.steps.length)}</h3>
      <ol>
        {story.steps.map((step, i) => (
          <StepEditor
            key={step.id}
            step={step}
            index={i}
            count={story.steps.length}
            isTold={playing?.story === story.id && playing.step === i}
            isNew={step.id === fresh}
            onWrite={(words) => change((now) => changeStep(now, step.id, words))}
            deeds={deedsOf(step.id, i)}
          />
        ))}
      </ol>
      <div className="story-deeds story-foot">
        <button type="button" className="story-add" onClick={add}>
          {storyWriterText.addStep}
        </button>
        {story.steps.length > 0 && (
          <button type="button" onClick={() => dispatch('goToStep', { story: story.id, step: 0 })}>
            {storyWriterText.read}
          </button>
        )}
      </div>
    </section>
  );
}
