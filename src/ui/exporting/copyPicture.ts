import { DataError } from '../../model/dataError.ts';
import type { Exported } from '../kit/exporter.ts';

/**
 * Puts a picture and its description into the clipboard as one thing: a program that takes pictures gets the one, a text
 * field the other. Rejects with DataError `clipboard-refused`, or with what went wrong in making it.
 */
export async function copyPicture(made: Promise<Exported>, words: string): Promise<void> {
  // The picture is promised rather than waited for: browsers allow copying only just after a click.
  const png = made.then(({ blob }) => blob);
  png.catch(() => undefined);
  try {
    const text = new Blob([words], { type: 'text/plain' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png, 'text/plain': text })]);
  } catch {
    await made;
    throw new DataError('clipboard-refused', '');
  }
}
