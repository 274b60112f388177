import type { Dataset } from '../model/dataset.ts';
import type { Box } from '../model/layoutProblem.ts';
import type { Scene } from '../scene/scene.ts';
import type { PictureText } from '../words/describePicture.ts';
import { sayPictureScope } from '../words/pictureText.ts';
import type { InForce } from '../words/sayPictureView.ts';
import { sayName } from '../words/sayRelation.ts';
import { composePicture, type PictureOptions } from './composePicture.ts';
import { pictureFileName } from './fileName.ts';
import type { Paper, PictureStyle } from './paper.ts';
import { loadFonts } from './pictureFonts.ts';
import { cutToScope, type PictureScope, selectedEntities } from './pictureScope.ts';

/** What a reader or a hosting page asks of a picture, whatever its file format; everything has a default. */
export interface PictureRequest {
  readonly scope?: PictureScope['type'];
  /** The selection, for the scopes that need one. */
  readonly ids?: readonly string[];
  readonly hops?: number;
  readonly extent?: Box | null;
  readonly paper?: Paper;
  readonly style?: PictureStyle;
  /** Arrange the part anew for the paper's shape, near where everything was. */
  readonly reshape?: boolean;
  /** Pixels per px of a raster image, 1 to 4. */
  readonly scale?: number;
  readonly title?: boolean | string;
  readonly legend?: boolean;
  readonly sources?: boolean;
  readonly callouts?: boolean;
  readonly background?: PictureOptions['background'];
  /** Replaces the alternative text that the scene gives. */
  readonly alternative?: PictureText | null;
  /** The filters and clocks under which the scene was built: the picture judges by them and names them. */
  readonly view?: InForce;
}

/** One page of a picture: SVG text of `width` × `height` px. */
export interface Page {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A picture composed but not yet written to a file. */
export interface DraftPicture {
  readonly pages: readonly Page[];
  readonly alternative: PictureText;
  /** Without an extension. */
  readonly fileStem: string;
  /** The smallest type on the pages, px. */
  readonly least: number;
}

/** Places the part that is drawn anew for a room of this shape; given by the root, since layouts run in the worker. */
export type Reshape = (scene: Scene, room: { readonly width: number; readonly height: number }) => Promise<Scene>;

/**
 * The picture that a request asks for, with fonts embedded: for a preview as well. Rejects with DataError `no-scope`
 * where nothing is in its scope.
 */
export async function draftPicture(
  dataset: Dataset,
  scene: Scene,
  request: PictureRequest,
  _reshape?: Reshape,
): Promise<DraftPicture> {
  const { scope = 'all', ids = [], hops = 1, extent = null, view, style = 'light' } = request;
  const part = cutToScope(dataset, scene, { type: scope, ids, hops, extent });
  const names = selectedEntities(dataset, scene, ids).map((id) => sayName(dataset, id));
  const said = sayPictureScope(scope, names, Math.min(3, Math.max(1, Math.floor(hops) || 1)));
  const options: PictureOptions = {
    title: request.title ?? true,
    scope: request.title === false ? null : (said?.heading ?? null),
    legend: request.legend ?? true,
    sources: request.sources ?? true,
    background: request.background ?? 'paper',
    theme: style === 'dark' ? 'dark' : 'light',
    ...(view ? { view } : {}),
  };
  const plain = composePicture(dataset, part, options);
  const fonts = await loadFonts(plain.svg);
  const { svg, width, height, description } =
    fonts.length > 0 ? composePicture(dataset, part, { ...options, fonts }) : plain;
  return {
    pages: [{ svg, width, height }],
    alternative: { short: description, long: description },
    fileStem: pictureFileName(dataset, said?.file ?? null, 'svg').replace(/\.svg$/, ''),
    least: 11,
  };
}
