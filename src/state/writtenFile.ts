import type { DatasetFile } from '../model/records.ts';
import type { AppState } from './appState.ts';

/**
 * The dataset's file with its stories as they are now: what is saved, and what scripts are given. A story that cannot be
 * played stays in it as it was read, behind the others. The file itself, by reference, while no story was changed.
 */
export function writtenFile({
  dataset,
  stories,
  refused,
}: Pick<AppState, 'dataset' | 'stories' | 'refused'>): DatasetFile {
  const { file } = dataset;
  const read = (file.stories ?? []).filter((story) => !refused.includes(story));
  if (stories.length === read.length && stories.every((story, i) => story === read[i])) return file;
  return { ...file, stories: [...stories, ...refused] };
}
