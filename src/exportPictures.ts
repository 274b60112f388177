import { createReshape, findScene } from './exportScenes.ts';
import { DataError } from './model/dataError.ts';
import { buildStepView } from './model/parseStories.ts';
import type { Story } from './model/story.ts';
import { type DraftPicture, draftPicture, type PictureRequest } from './picture/draftPicture.ts';
import { pictureFileName } from './picture/fileName.ts';
import { isPictureFormat, makePicture, type NamedFile } from './picture/makePicture.ts';
import type { PngText } from './picture/pngText.ts';
import type { AppState } from './state/appState.ts';
import type { AppStore } from './state/createAppStore.ts';
import { selectScene } from './state/selectors.ts';
import type { Exported, ExportRequest } from './ui/kit/exporter.ts';
import type { Stage } from './ui/kit/stage.ts';
import { fileText, sayDataVersion } from './words/fileText.ts';
import { headerText } from './words/frameText.ts';
import type { Jobs } from './workers/createJobs.ts';

/** What an export is made from. */
export interface ExportGround {
  readonly store: AppStore;
  readonly stage: Pick<Stage, 'extent'>;
  readonly jobs: Jobs;
}

/** Formats that hold no words of their own. */
const WORDLESS: ReadonlySet<string> = new Set(['jpeg', 'webp']);

/** What is asked of the picture: of what is selected and in view now, unless the request says otherwise. */
function pictureRequest({ view, selection }: AppState, stage: ExportGround['stage'], asked: ExportRequest) {
  const { format, notes: _notes, story: _story, scale: _scale, ...request } = asked;
  const extent = stage.extent();
  return {
    ids: selection,
    ...(extent ? { extent } : {}),
    ...request,
    // A JPEG has no transparent ground: it would come out black.
    ...(format === 'jpeg' ? { background: 'paper' as const } : {}),
    view,
  } satisfies PictureRequest;
}

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
  const { zipFiles } = await import('./zipFiles.ts');
  const beside = { name: fileText.wordsFile, blob: new Blob([words], { type: 'text/plain' }) };
  return {
    blob: await zipFiles([...files, beside]),
    fileName: `${stem}.zip`,
    notes: [fileText.severalFiles(files.length)],
  };
}

/** The pictures of a series as one, for a preview and for print. */
function joinDrafts(drafts: readonly DraftPicture[], fileStem: string): DraftPicture {
  const [first] = drafts;
  if (first && drafts.length === 1) return first;
  const join = (length: 'short' | 'long'): string => drafts.map(({ alternative }) => alternative[length]).join('\n\n');
  return {
    pages: drafts.flatMap(({ pages }) => pages),
    alternative: { short: join('short'), long: join('long') },
    fileStem,
    least: Math.min(...drafts.map(({ least }) => least)),
  };
}

const stemOf = (fileName: string): string => fileName.replace(/\.\w+$/, '');

/** Makes pictures of what is shown when they are asked for. The last drafts are kept, since what is seen is then saved. */
export function createPictures(ground: ExportGround) {
  const { store, stage } = ground;
  const reshapeFor = createReshape(ground);
  let last: { readonly of: readonly unknown[]; readonly drafts: Promise<readonly DraftPicture[]> } | null = null;

  function findSeries({ format, story: id }: ExportRequest): Story | null {
    if (!id || !(isPictureFormat(format) || format === 'pdf')) return null;
    const story = store.getState().stories.find((each) => each.id === id);
    if (!story?.steps.length) throw new DataError('no-story', '', { story: id });
    return story;
  }

  async function draftStep(story: Story, index: number, asked: ExportRequest): Promise<DraftPicture> {
    const { dataset } = store.getState();
    const { view, show } = buildStepView(dataset, story, index);
    const step = story.steps[index];
    const request: PictureRequest = {
      ...pictureRequest(store.getState(), stage, asked),
      scope: show ? 'selection' : 'all',
      ids: show ?? [],
      ...(asked.title === false ? {} : { title: step?.title ?? story.title }),
      view,
    };
    const draft = await draftPicture(dataset, await findScene(ground, view), request, reshapeFor(view));
    const name = pictureFileName(dataset, `${story.title} ${String(index + 1).padStart(2, '0')}`, 'svg');
    return { ...draft, fileStem: stemOf(name) };
  }

  async function draftAll(asked: ExportRequest): Promise<readonly DraftPicture[]> {
    const state = store.getState();
    const story = findSeries(asked);
    if (!story) {
      const request = pictureRequest(state, stage, asked);
      return [await draftPicture(state.dataset, selectScene(state), request, reshapeFor(state.view))];
    }
    const drafts: DraftPicture[] = [];
    for (const index of story.steps.keys()) drafts.push(await draftStep(story, index, asked));
    return drafts;
  }

  function draftOnce(asked: ExportRequest): Promise<readonly DraftPicture[]> {
    const state = store.getState();
    const { view: _view, ...request } = pictureRequest(state, stage, asked);
    const of = [selectScene(state), state.view, findSeries(asked), JSON.stringify(request)];
    if (last?.of.every((one, i) => one === of[i])) return last.drafts;
    const mine = { of, drafts: draftAll(asked) };
    last = mine;
    mine.drafts.catch(() => {
      if (last === mine) last = null;
    });
    return mine.drafts;
  }

  function stemOfAll(asked: ExportRequest, drafts: readonly DraftPicture[]): string {
    const story = findSeries(asked);
    return story ? stemOf(pictureFileName(store.getState().dataset, story.title, 'svg')) : (drafts[0]?.fileStem ?? '');
  }

  async function draft(asked: ExportRequest): Promise<DraftPicture> {
    const drafts = await draftOnce(asked);
    return joinDrafts(drafts, stemOfAll(asked, drafts));
  }

  async function make(asked: ExportRequest): Promise<Exported> {
    const { format, scale } = asked;
    if (!isPictureFormat(format)) throw new DataError('no-format', '', { format });
    const state = store.getState();
    const { background = 'paper' } = pictureRequest(state, stage, asked);
    const options = {
      format,
      background,
      facts: factsOf(state, asked.title),
      ...(scale === undefined ? {} : { scale }),
    };
    const drafts = await draftOnce(asked);
    const files: NamedFile[] = [];
    for (const each of drafts) files.push(...(await makePicture(each, options)));
    const { alternative, fileStem } = joinDrafts(drafts, stemOfAll(asked, drafts));
    const { notes, ...packed } = await pack(files, fileStem, alternative.long);
    const isWordless = WORDLESS.has(format) && files.length === 1;
    return { ...packed, notes: isWordless ? [fileText.noDescription(format.toUpperCase())] : notes };
  }

  async function print(asked: ExportRequest): Promise<void> {
    const { pages, fileStem } = await draft({ ...asked, format: 'pdf' });
    const { printPages } = await import('./ui/printing/printPages.ts');
    await printPages(pages, asked.paper ?? 'free', fileStem);
  }

  return { draft, make, print };
}
