import type { Dataset } from '../model/dataset.ts';
import type { Box } from '../model/layoutProblem.ts';
import type { Theme } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { sayPictureScope } from '../words/pictureText.ts';
import type { InForce } from '../words/sayPictureView.ts';
import { sayName } from '../words/sayRelation.ts';
import { type ComposedPicture, composePicture, type PictureOptions } from './composePicture.ts';
import { pictureFileName } from './fileName.ts';
import { loadFonts } from './pictureFonts.ts';
import { cutToScope, type PictureScope, selectedEntities } from './pictureScope.ts';
import { renderPng } from './renderPng.ts';

/** What a reader or a hosting page asks for; everything has a default. */
export interface PictureRequest {
  readonly format?: 'svg' | 'png';
  readonly scope?: PictureScope['type'];
  /** The selection, for the scopes that need one. */
  readonly ids?: readonly string[];
  readonly hops?: number;
  readonly extent?: Box | null;
  /** Pixels per px of a PNG, 1 to 4. */
  readonly scale?: number;
  readonly title?: boolean | string;
  readonly legend?: boolean;
  readonly sources?: boolean;
  readonly background?: PictureOptions['background'];
  readonly theme?: Theme;
  /** The filters and clocks under which the scene was built: the picture judges by them and names them. */
  readonly view?: InForce;
}

/** A finished picture. `width` and `height` are CSS px of the SVG; a PNG has `scale` times as many pixels. */
export interface MadePicture extends ComposedPicture {
  readonly blob: Blob;
  readonly fileName: string;
}

/** A picture composed but not yet written to a file. */
interface DraftPicture extends ComposedPicture {
  readonly fileName: string;
}

const SCALES = { least: 1, most: 4, usual: 2 } as const;

/**
 * The picture that a request asks for, with fonts embedded: for a preview as well. Rejects with DataError `no-scope`
 * where nothing is in its scope.
 */
async function draftPicture(dataset: Dataset, scene: Scene, request: PictureRequest): Promise<DraftPicture> {
  const { scope = 'all', ids = [], hops = 1, extent = null, format = 'svg', view } = request;
  const part = cutToScope(dataset, scene, { type: scope, ids, hops, extent });
  const names = selectedEntities(dataset, scene, ids).map((id) => sayName(dataset, id));
  const said = sayPictureScope(scope, names, Math.min(3, Math.max(1, Math.floor(hops) || 1)));
  const options: PictureOptions = {
    title: request.title ?? true,
    scope: request.title === false ? null : (said?.heading ?? null),
    legend: request.legend ?? true,
    sources: request.sources ?? true,
    background: request.background ?? 'paper',
    theme: request.theme ?? 'light',
    ...(view ? { view } : {}),
  };
  const plain = composePicture(dataset, part, options);
  const fonts = await loadFonts(plain.svg);
  const picture = fonts.length > 0 ? composePicture(dataset, part, { ...options, fonts }) : plain;
  return { ...picture, fileName: pictureFileName(dataset, said?.file ?? null, format) };
}

/** The file that a request asks for. Rejects as `draftPicture` and `renderPng` do. */
export async function makePicture(dataset: Dataset, scene: Scene, request: PictureRequest): Promise<MadePicture> {
  const draft = await draftPicture(dataset, scene, request);
  const asked = request.scale ?? SCALES.usual;
  const scale = Math.min(SCALES.most, Math.max(SCALES.least, Number.isFinite(asked) ? asked : SCALES.usual));
  const blob =
    request.format === 'png'
      ? await renderPng({ ...draft, scale, background: request.background ?? 'paper' })
      : new Blob([draft.svg], { type: 'image/svg+xml' });
  return { ...draft, blob };
}
