import { createDrafts, type ExportGround, pictureRequest } from './exportDrafts.ts';
import { DataError } from './model/dataError.ts';
import { isPictureFormat, makePicture, type NamedFile } from './picture/makePicture.ts';
import type { PngText } from './picture/pngText.ts';
import type { AppState } from './state/appState.ts';
import type { Exported, Exporter, ExportRequest } from './ui/kit/exporter.ts';
import { fileText, sayDataVersion } from './words/fileText.ts';
import { headerText } from './words/frameText.ts';

/** Formats that hold no words of their own. */
const WORDLESS: ReadonlySet<string> = new Set(['jpeg', 'webp']);

function factsOf({ dataset: { file } }: AppState, title: ExportRequest['title']): PngText {
  return [
    ['Title', typeof title === 'string' && title !== '' ? title : file.title],
    ['Software', headerText.product],
    ['Source', sayDataVersion(file)],
  ];
}

/** One file as it is; several as a ZIP, with what they show in words. */
async function pack(files: readonly NamedFile[], stem: string, words: string): Promise<Exported> {
  const [only] = files;
  if (only && files.length === 1) return { blob: only.blob, fileName: only.name, notes: [] };
  const { zipFiles } = await import('./formats/zipFiles.ts');
  const beside = { name: fileText.wordsFile, blob: new Blob([words], { type: 'text/plain' }) };
  return {
    blob: await zipFiles([...files, beside]),
    fileName: `${stem}.zip`,
    notes: [fileText.severalFiles(files.length)],
  };
}

/** Makes pictures of what is shown when they are asked for. */
export function createPictures(ground: ExportGround): Pick<Exporter, 'draft' | 'make' | 'print'> {
  const draw = createDrafts(ground);
  return {
    draft: async (asked) => (await draw(asked)).whole,
    make: async (asked) => {
      const { format, scale } = asked;
      if (!isPictureFormat(format)) throw new DataError('no-format', '', { format });
      const state = ground.store.getState();
      const { background = 'paper' } = pictureRequest(state, ground.stage, asked);
      const { drafts, whole } = await draw(asked);
      const files: NamedFile[] = [];
      for (const draft of drafts) {
        const facts = factsOf(state, asked.title);
        files.push(
          ...(await makePicture(draft, { format, background, facts, ...(scale === undefined ? {} : { scale }) })),
        );
      }
      const { notes, ...packed } = await pack(files, whole.fileStem, whole.alternative.long);
      const isWordless = WORDLESS.has(format) && files.length === 1;
      return { ...packed, notes: isWordless ? [fileText.noDescription(format.toUpperCase())] : notes };
    },
    print: async (asked) => {
      const { pages, fileStem } = (await draw({ ...asked, format: 'pdf' })).whole;
      const { printPages } = await import('./ui/printing/printPages.ts');
      await printPages(pages, asked.paper ?? 'free', fileStem);
    },
  };
}
