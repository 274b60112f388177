import type { Dataset } from '../model/dataset.ts';
import type { Box } from '../model/layoutProblem.ts';
import { cutScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import type { PictureText } from '../words/describePicture.ts';
import { sayPictureScope } from '../words/pictureText.ts';
import type { InForce } from '../words/sayPictureView.ts';
import { sayName } from '../words/sayRelation.ts';
import { composePicture, findGraphRoom } from './composePicture.ts';
import { embedFonts } from './embedFonts.ts';
import { pictureFileName } from './fileName.ts';
import type { Paper, PictureStyle } from './paper.ts';
import { loadFonts } from './pictureFonts.ts';
import { cutToScope, type PictureScope, selectedEntities } from './pictureScope.ts';
import type { PictureOptions } from './sheet.ts';
import type { Page } from './writePage.ts';

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
  /** Words under the title, in place of the dataset's own and of which part is shown. */
  readonly standfirst?: string;
  readonly legend?: boolean;
  readonly sources?: boolean;
  readonly callouts?: boolean;
  readonly background?: PictureOptions['background'];
  /** Replaces the alternative text that the scene gives. */
  readonly alternative?: PictureText | null;
  /** The filters and clocks under which the scene was built: the picture judges by them and names them. */
  readonly view?: InForce;
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

function optionsOf(request: PictureRequest, heading: string | null): PictureOptions {
  const { title = true, legend = true, sources = true, background = 'paper', view, standfirst } = request;
  return {
    title,
    scope: title === false || standfirst !== undefined ? null : heading,
    ...(standfirst === undefined ? {} : { standfirst }),
    legend,
    sources,
    background,
    style: request.style ?? 'light',
    paper: request.paper ?? 'free',
    alternative: request.alternative ?? null,
    ...(view ? { view } : {}),
  };
}

function withoutCallouts(scene: Scene): Scene {
  if (scene.callouts.length === 0) return scene;
  return cutScene({ ...scene, callouts: [] }, new Set(scene.nodes.map(({ id }) => id)));
}

async function embedOwnFonts(page: Page): Promise<Page> {
  return { ...page, svg: embedFonts(page.svg, await loadFonts(page.svg)) };
}

/**
 * The picture that a request asks for, with fonts embedded: for a preview as well. Rejects with DataError `no-scope`
 * where nothing is in its scope, and `page-too-small` where it could not be read on its paper.
 */
export async function draftPicture(
  dataset: Dataset,
  scene: Scene,
  request: PictureRequest,
  reshape?: Reshape,
): Promise<DraftPicture> {
  const { scope = 'all', ids = [], hops = 1, extent = null, callouts = true } = request;
  const cut = cutToScope(dataset, scene, { type: scope, ids, hops, extent });
  const part = callouts ? cut : withoutCallouts(cut);
  const names = selectedEntities(dataset, scene, ids).map((id) => sayName(dataset, id));
  const said = sayPictureScope(scope, names, Math.min(3, Math.max(1, Math.floor(hops) || 1)));
  const options = optionsOf(request, said?.heading ?? null);
  const room = request.reshape && reshape ? findGraphRoom(dataset, part, options) : null;
  const arranged = room && reshape ? await reshape(part, room) : part;
  const { pages, alternative, least } = composePicture(dataset, arranged, options);
  return {
    pages: await Promise.all(pages.map(embedOwnFonts)),
    alternative,
    fileStem: pictureFileName(dataset, said?.file ?? null, 'svg').replace(/\.svg$/, ''),
    least,
  };
}
