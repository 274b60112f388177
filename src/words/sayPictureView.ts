import type { Dataset } from '../model/dataset.ts';
import type { View } from '../model/view.ts';
import { endSentence, upperFirst } from './plainText.ts';
import { sayCount, sayNumber } from './sayCount.ts';
import { sayClocks, sayFilters, sayShownRelations } from './sayView.ts';

/** What of a view decides what a picture leaves out. */
export type InForce = Pick<View, 'filters' | 'asOf' | 'held'>;

/** How much of a dataset a picture shows: so many of so many. */
export interface DrawnCounts {
  readonly entities: readonly [shown: number, all: number];
  readonly relations: readonly [shown: number, all: number];
}

function sentences(parts: readonly string[]): string {
  return parts.map((part) => endSentence(upperFirst(part))).join(' ');
}

/** The clocks in force, for the head of a picture: "As published by 31 October 2022"; null where none is. */
export function sayPictureClocks(view: InForce): string | null {
  const clocks = sayClocks(view).map(({ text }) => text);
  return clocks.length > 0 ? upperFirst(clocks.join(' · ')) : null;
}

/** Filters and clocks in force: "Filters: modality only alleged. As published by 31 October 2022."; empty where none is. */
export function sayInForce(dataset: Dataset, view: InForce): string {
  const filters = sayFilters(dataset, view.filters).map(({ text }) => text.replace(': ', ' '));
  const clocks = sayClocks(view).map(({ text }) => text);
  return sentences([...(filters.length > 0 ? [`Filters: ${filters.join('; ')}`] : []), ...clocks]);
}

/**
 * The same with how much they leave, for the foot of a picture: "Filters: modality only alleged. 4 of 36 relations
 * shown, between 5 of 22 entities."; null where nothing is in force.
 */
export function sayPictureView(dataset: Dataset, view: InForce, { entities, relations }: DrawnCounts): string | null {
  const inForce = sayInForce(dataset, view);
  if (inForce === '') return null;
  const between = `${sayNumber(entities[0])} of ${sayCount(entities[1], 'entity', 'entities')}`;
  return `${inForce} ${sentences([`${sayShownRelations(...relations)}, between ${between}`])}`;
}
