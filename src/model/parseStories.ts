import { DataError, type Issue } from './dataError.ts';
import type { Dataset } from './dataset.ts';
import { parseViewChange } from './parseViewChange.ts';
import type { Story } from './story.ts';
import { HOME } from './view.ts';

/** The stories of a dataset that can be played, as they lie in its file, and what is wrong with the others. */
export interface ParsedStories {
  readonly stories: readonly Story[];
  /** Those that cannot be played, as they were read. */
  readonly refused: readonly unknown[];
  readonly issues: readonly Issue[];
}

function refuse(where: string): never {
  throw new DataError('bad-story', where);
}

function readRecord(value: unknown, where: string): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse(where);
}

function readList(value: unknown, where: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(where);
}

function checkText(value: unknown, where: string): void {
  if (value !== undefined && typeof value !== 'string') refuse(where);
}

/** An id that no other of its kind has. */
function readNewId(value: unknown, taken: Set<string>, where: string): string {
  if (typeof value !== 'string' || value === '' || taken.has(value)) return refuse(where);
  taken.add(value);
  return value;
}

function checkIds({ entities, relations, ties, sources, claims }: Dataset, value: unknown, where: string): void {
  if (value === undefined) return;
  const known: readonly ReadonlyMap<unknown, unknown>[] = [entities, relations, ties, sources, claims];
  for (const [i, id] of readList(value, where).entries()) {
    if (!known.some((records) => records.has(id))) refuse(`${where}[${i}]`);
  }
}

function checkView(dataset: Dataset, value: unknown, where: string): void {
  if (value === undefined) return;
  try {
    parseViewChange(dataset, HOME, value);
  } catch (error) {
    refuse([where, (error as DataError).where].filter(Boolean).join('.'));
  }
}

function checkStep(dataset: Dataset, value: unknown, taken: Set<string>, where: string): void {
  const { id, title, caption, view, selection, show } = readRecord(value, where);
  readNewId(id, taken, `${where}.id`);
  checkText(title, `${where}.title`);
  if (typeof caption !== 'string') refuse(`${where}.caption`);
  checkView(dataset, view, `${where}.view`);
  checkIds(dataset, selection, `${where}.selection`);
  checkIds(dataset, show, `${where}.show`);
}

function parseStory(dataset: Dataset, value: unknown, taken: Set<string>, where: string): Story {
  const { id, title, description, steps } = readRecord(value, where);
  readNewId(id, taken, `${where}.id`);
  if (typeof title !== 'string') refuse(`${where}.title`);
  checkText(description, `${where}.description`);
  const stepIds = new Set<string>();
  for (const [i, step] of readList(steps, `${where}.steps`).entries()) {
    checkStep(dataset, step, stepIds, `${where}.steps[${i}]`);
  }
  return value as Story;
}

/**
 * Reads the stories of a dataset's file. One that is not of the form, or names what the dataset lacks, is left out with
 * an issue that has the path of the first thing wrong; it stays in the file. What is returned are the very objects of the
 * file, so unknown fields survive. A story may still have no step. Linear.
 */
export function parseStories(dataset: Dataset): ParsedStories {
  const taken = new Set<string>();
  const stories: Story[] = [];
  const refused: unknown[] = [];
  const issues: Issue[] = [];
  for (const [i, value] of (dataset.file.stories ?? []).entries()) {
    try {
      stories.push(parseStory(dataset, value, taken, `stories[${i}]`));
    } catch (error) {
      refused.push(value);
      const { code, where, params } = error as DataError;
      issues.push({ code, where, params, severity: 'warning' });
    }
  }
  return { stories, refused, issues };
}
