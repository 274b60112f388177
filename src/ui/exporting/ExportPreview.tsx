import { exportText } from '../../words/exportText.ts';
import type { PictureState } from './usePicture.ts';

/** The very file that will be saved, drawn small. */
export function ExportPreview({
  picture,
  isTransparent,
}: {
  readonly picture: PictureState;
  readonly isTransparent: boolean;
}) {
  return (
    <div className={isTransparent ? 'export-preview is-transparent' : 'export-preview'}>
      {picture.type === 'making' && <p role="status">{exportText.preparing}</p>}
      {picture.type === 'failed' && <p role="alert">{picture.sentence}</p>}
      {picture.type === 'made' && <img src={picture.url} alt={picture.made.description} />}
    </div>
  );
}
