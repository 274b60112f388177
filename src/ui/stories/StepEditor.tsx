import { useEffect, useRef } from 'react';
import type { StoryStep } from '../../model/story.ts';
import { storyWriterText } from '../../words/storyText.ts';

/** What can be done with a step besides writing it. */
export interface StepDeeds {
  readonly show: () => void;
  readonly update: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
}

interface StepEditorProps {
  readonly step: StoryStep;
  readonly index: number;
  readonly count: number;
  readonly isTold: boolean;
  /** It has just been added: its words are written next. */
  readonly isNew: boolean;
  readonly onWrite: (change: Partial<Pick<StoryStep, 'title' | 'caption'>>) => void;
  readonly deeds: StepDeeds;
}

/** One step of a story that is being written. */
export function StepEditor({ step, index, count, isTold, isNew, onWrite, deeds }: StepEditorProps) {
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isNew) words.current?.focus();
  }, [isNew]);
  const button = (name: string, run: () => void, isReady = true, sign = name) => (
    <button
      type="button"
      aria-label={storyWriterText.ofStep(name, index)}
      title={sign === name ? undefined : name}
      {...(isReady ? {} : { 'aria-disabled': true })}
      onClick={({ currentTarget }) => {
        if (!isReady) return;
        run();
        // A step that has moved takes its buttons along, and the focus with them.
        setTimeout(() => currentTarget.isConnected && currentTarget.focus());
      }}
    >
      {sign}
    </button>
  );
  return (
    <li className="story-step" data-told={isTold ? '' : undefined}>
      <span className="story-number" aria-hidden="true">
        {index + 1}
      </span>
      <input
        type="text"
        aria-label={storyWriterText.stepName(index)}
        placeholder={storyWriterText.stepName(index)}
        value={step.title ?? ''}
        onChange={({ target }) => onWrite({ title: target.value })}
      />
      <textarea
        ref={words}
        rows={4}
        aria-label={storyWriterText.caption(index)}
        placeholder={storyWriterText.captionHint}
        value={step.caption}
        onChange={({ target }) => onWrite({ caption: target.value })}
      />
      <div className="story-deeds">
        {button(storyWriterText.show, deeds.show)}
        {button(storyWriterText.update, deeds.update)}
        {button(storyWriterText.earlier, () => deeds.move(-1), index > 0, '↑')}
        {button(storyWriterText.later, () => deeds.move(1), index < count - 1, '↓')}
        <button
          type="button"
          aria-label={storyWriterText.ofStep(storyWriterText.removeStep, index)}
          onClick={deeds.remove}
        >
          {storyWriterText.removeStep}
        </button>
      </div>
    </li>
  );
}
