import type { ViewChange } from './viewFile.ts';

/** One view of a story with its caption. */
export interface StoryStep {
  /** Unique in its story; part of the step's link. */
  readonly id: string;
  readonly title?: string;
  /** What the reader is told beside the picture. */
  readonly caption: string;
  /** What differs from the view in which the dataset opens. */
  readonly view?: ViewChange;
  /** Ids of the records that stand out. */
  readonly selection?: readonly string[];
  /** Ids that the camera frames; everything shown where it is not given. */
  readonly show?: readonly string[];
}

/** An ordered list of views, told one after the other. Kept in the dataset file. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly steps: readonly StoryStep[];
}
