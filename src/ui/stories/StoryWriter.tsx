import { useEffect, useRef, useState } from 'react';
import { createStory } from '../../model/editStory.ts';
import type { Story } from '../../model/story.ts';
import type { AppState } from '../../state/appState.ts';
import { isRecord } from '../../state/recordOf.ts';
import { plainText } from '../../words/plainText.ts';
import { storyWriterText } from '../../words/storyText.ts';
import { useApp, useAppStore } from '../kit/appContext.ts';
import { useFocusOnward } from '../kit/useFocusOnward.ts';
import { openExport } from '../kit/wantedExport.ts';
import { type Gone, GoneNotice } from './GoneNotice.tsx';
import { StepList } from './StepList.tsx';
import { useLeaveGuard } from './useLeaveGuard.ts';

const selectStories = ({ stories }: AppState): readonly Story[] => stories;
const selectWriting = ({ writing }: AppState): string | null => writing;

/** A title, which may be empty while it is written. */
function nameOf({ title }: Story): string {
  return plainText(title).trim() || storyWriterText.untitled;
}

/** Writes stories: views with words, kept in the order in which they are told. */
export function StoryWriter() {
  const stories = useApp(selectStories);
  const writing = useApp(selectWriting);
  const store = useAppStore();
  const { dispatch } = store;
  const panel = useRef<HTMLDivElement>(null);
  const [gone, setGone] = useState<Gone | null>(null);
  const title = useRef<HTMLInputElement>(null);
  const [fresh, setFresh] = useState<Story | null>(null);
  useEffect(() => {
    // It has just been begun: its title is written first.
    if (fresh !== null) title.current?.focus();
  }, [fresh]);
  useFocusOnward(panel);
  useLeaveGuard(store);
  const story = stories.find(({ id }) => id === writing) ?? stories[0] ?? null;
  const setStories = (change: (now: readonly Story[]) => readonly Story[]): void =>
    dispatch('setStories', change(store.getState().stories));
  const changeStory = (id: string, change: (now: Story) => Story): void =>
    setStories((now) => now.map((each) => (each.id === id ? change(each) : each)));
  const startNew = (): void => {
    const { dataset } = store.getState();
    const isTaken = (id: string): boolean => isRecord(dataset, id) || stories.some((each) => each.id === id);
    const made = createStory('', isTaken);
    setStories((now) => [...now, made]);
    dispatch('writeStory', made.id);
    setFresh(made);
  };
  const removeStory = ({ id }: Story): void => {
    const at = stories.findIndex((each) => each.id === id);
    const [removed] = stories.slice(at);
    setStories((now) => now.filter((each) => each.id !== id));
    if (!removed) return;
    setGone({
      said: storyWriterText.storyGone,
      putBack: () => {
        setStories((now) => now.toSpliced(at, 0, removed));
        dispatch('writeStory', id);
      },
    });
  };
  return (
    <div className="details-panel story-writer" ref={panel}>
      <h2 tabIndex={-1}>{storyWriterText.title}</h2>
      <p>{storyWriterText.lead}</p>
      <button type="button" className="story-new" onClick={startNew}>
        {storyWriterText.create}
      </button>
      {stories.length > 1 && story && (
        <label>
          {storyWriterText.which}
          <select value={story.id} onChange={({ target }) => dispatch('writeStory', target.value)}>
            {stories.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      {gone && <GoneNotice gone={gone} onDone={() => setGone(null)} />}
      {story && (
        <>
          <label>
            {storyWriterText.name}
            <input
              ref={title}
              type="text"
              value={story.title}
              placeholder={storyWriterText.untitled}
              onChange={({ target }) => changeStory(story.id, (now) => ({ ...now, title: target.value }))}
            />
          </label>
          <StepList key={story.id} story={story} onChange={changeStory} onGone={setGone} />
        </>
      )}
      {story && (
        <button type="button" onClick={() => removeStory(story)}>
          {storyWriterText.remove}
        </button>
      )}
      <p className="story-keep">{storyWriterText.keep}</p>
      <button type="button" aria-haspopup="dialog" onClick={() => openExport(store, 'data')}>
        {storyWriterText.save}
      </button>
    </div>
  );
}
