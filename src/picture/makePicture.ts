import type { Dataset } from '../model/dataset.ts';
import type { Scene } from '../scene/scene.ts';
import { type DraftPicture, draftPicture, type PictureRequest, type Reshape } from './draftPicture.ts';
import { renderPng } from './renderPng.ts';

/** A finished picture. A PNG has `scale` times as many pixels as its page has px. */
export interface MadePicture extends DraftPicture {
  readonly blob: Blob;
  readonly fileName: string;
}

const SCALES = { least: 1, most: 4, usual: 2 } as const;

/** The file that a request asks for. Rejects as `draftPicture` and `renderPng` do. */
export async function makePicture(
  dataset: Dataset,
  scene: Scene,
  request: PictureRequest & { readonly format?: 'svg' | 'png' },
  reshape?: Reshape,
): Promise<MadePicture> {
  const draft = await draftPicture(dataset, scene, request, reshape);
  const [page] = draft.pages;
  if (!page) throw new Error('A picture has at least one page.');
  const asked = request.scale ?? SCALES.usual;
  const scale = Math.min(SCALES.most, Math.max(SCALES.least, Number.isFinite(asked) ? asked : SCALES.usual));
  const format = request.format ?? 'svg';
  const blob =
    format === 'png'
      ? await renderPng({ ...page, scale, background: request.background ?? 'paper' })
      : new Blob([page.svg], { type: 'image/svg+xml' });
  return { ...draft, blob, fileName: `${draft.fileStem}.${format}` };
}
