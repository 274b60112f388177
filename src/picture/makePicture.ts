import type { Dataset } from '../model/dataset.ts';
import type { Box } from '../model/layoutProblem.ts';
import type { Scene } from '../scene/scene.ts';

/** What a picture should be. `ids` is what is selected, `extent` the view in scene units. */
export interface PictureRequest {
  readonly format?: 'svg' | 'png';
  readonly scope?: 'all' | 'visible' | 'selection' | 'neighbourhood';
  readonly hops?: number;
  readonly scale?: number;
  readonly title?: boolean | string;
  readonly legend?: boolean;
  readonly sources?: boolean;
  readonly background?: 'paper' | 'transparent';
  readonly ids?: readonly string[];
  readonly extent?: Box;
}

export interface MadePicture {
  readonly blob: Blob;
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
}

export async function makePicture(_dataset: Dataset, _scene: Scene, _request: PictureRequest): Promise<MadePicture> {
  throw new Error('not yet');
}
