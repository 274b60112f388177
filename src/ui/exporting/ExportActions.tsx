import { useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import type { MadePicture } from '../../picture/makePicture.ts';
import { exportText } from '../../words/exportText.ts';
import { sayError } from '../../words/sayError.ts';
import type { PictureState } from './usePicture.ts';

function save(made: MadePicture, url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = made.fileName;
  link.click();
}

/** PNG goes to the clipboard as an image; SVG as its text, since browsers take no SVG image. */
async function copy(made: MadePicture): Promise<void> {
  if (made.blob.type === 'image/png') await navigator.clipboard.write([new ClipboardItem({ 'image/png': made.blob })]);
  else await navigator.clipboard.writeText(await made.blob.text());
}

export function ExportActions({ picture }: { readonly picture: PictureState }) {
  const [said, setSaid] = useState('');
  const isMade = picture.type === 'made';
  const onSave = (): void => {
    if (!isMade) return;
    save(picture.made, picture.url);
    setSaid(exportText.saved(picture.made.fileName));
  };
  const onCopy = (): void => {
    if (!isMade) return;
    copy(picture.made).then(
      () => setSaid(exportText.copied),
      () => setSaid(sayError(new DataError('clipboard-refused', ''))),
    );
  };
  return (
    <div className="export-actions">
      <button type="button" className="primary" disabled={!isMade} onClick={onSave}>
        {exportText.save}
      </button>
      <button type="button" disabled={!isMade} onClick={onCopy}>
        {exportText.copy}
      </button>
      {isMade && <span className="export-size">{exportText.size(picture.made.width, picture.made.height)}</span>}
      <p role="status">{said}</p>
    </div>
  );
}
