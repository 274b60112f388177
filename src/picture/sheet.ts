import type { Dataset } from '../model/dataset.ts';
import type { Scene } from '../scene/scene.ts';
import type { PictureText } from '../words/describePicture.ts';
import type { InForce } from '../words/sayPictureView.ts';
import type { Pen } from './drawLine.ts';
import type { NumberedSaying } from './numberSayings.ts';
import type { Paper, PaperSpec, PictureStyle } from './paper.ts';
import type { Ink } from './pictureInk.ts';
import type { Saying } from './pictureWords.ts';

/** What goes into a published picture. */
export interface PictureOptions {
  /** True for the dataset's own title and description, or another title; false for neither. */
  readonly title: boolean | string;
  /** A line under the title that says which part is shown. */
  readonly scope?: string | null;
  /** Words under the title in place of the dataset's own: the caption of a story's step. */
  readonly standfirst?: string;
  readonly legend: boolean;
  /** Numbers at the lines and the list of what they stand for. Without it disputes are still listed. */
  readonly sources: boolean;
  readonly background: 'paper' | 'transparent';
  /** `light` where it is not given. */
  readonly style?: PictureStyle;
  /** `free` where it is not given. */
  readonly paper?: Paper;
  /** The filters and clocks under which the scene was built; none where it is not given. */
  readonly view?: InForce;
  /** Replaces the alternative text that the scene gives. */
  readonly alternative?: PictureText | null;
}

/** Everything that the drawing of a page needs to know. Lengths are units (PaperSpec). */
export interface Sheet {
  readonly dataset: Dataset;
  readonly scene: Scene;
  readonly options: PictureOptions;
  readonly spec: PaperSpec;
  readonly ink: Ink;
  readonly pen: Pen;
  /** Everything that the scene says. */
  readonly sayings: readonly Saying[];
  /** What the list holds, numbered; only what is disputed in a picture without numbers. */
  readonly listed: readonly NumberedSaying[];
  /** A sentence of ours in which names that run from right to left keep their digits and signs in place. */
  readonly directNames: (sentence: string) => string;
  /** By tie and Event; null in a picture without numbers. */
  readonly figures: ReadonlyMap<string, string> | null;
}
