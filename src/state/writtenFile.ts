import { parseStories } from '../model/parseStories.ts';
import type { DatasetFile } from '../model/records.ts';
import type { AppState } from './appState.ts';

/**
 * The dataset's file with its stories as they are now: what is saved, and what scripts are given. A story that cannot be
 * played stays in it as it was read. The file itself, by reference, while no story was changed.
 */
export function writtenFile({ dataset, stories }: Pick<AppState, 'dataset' | 'stories'>): DatasetFile {
  const { file } = dataset;
  const read = parseStories(dataset).stories;
  if (stories.length === read.length && stories.every((story, i) => story === read[i])) return file;
  const playable = new Set<unknown>(read);
  const refused = (file.stories ?? []).filter((story) => !playable.has(story));
  return { ...file, stories: [...stories, ...refused] };
}
