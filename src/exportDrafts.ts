import { checkRequest } from './exportRequest.ts';
import { createReshape, findScene, type SceneGround } from './exportScenes.ts';
import { buildStepView } from './model/buildStepView.ts';
import { DataError } from './model/dataError.ts';
import type { Story, StoryStep } from './model/story.ts';
import { type DraftPicture, draftPicture, type PictureRequest } from './picture/draftPicture.ts';
import { pictureFileName } from './picture/fileName.ts';
import { isPictureFormat } from './picture/makePicture.ts';
import type { AppState } from './state/appState.ts';
import { publishedIds } from './state/publishedIds.ts';
import { selectScene } from './state/selectors.ts';
import type { ExportRequest } from './ui/kit/exporter.ts';
import type { Stage } from './ui/kit/stage.ts';

/** What an export is made from. */
export interface ExportGround extends SceneGround {
  readonly stage: Pick<Stage, 'extent'>;
}

interface Drafting extends ExportGround {
  readonly reshapeFor: ReturnType<typeof createReshape>;
}

/** What is asked of the picture: of what is selected and in view now, unless the request says otherwise. Throws `bad-option`. */
export function pictureRequest(state: AppState, stage: ExportGround['stage'], asked: ExportRequest) {
  checkRequest(asked);
  const { format, notes: _notes, story: _story, scale: _scale, ...request } = asked;
  const extent = stage.extent();
  return {
    ids: publishedIds(state),
    ...(extent ? { extent } : {}),
    ...request,
    // A JPEG has no transparent ground: it would come out black.
    ...(format === 'jpeg' ? { background: 'paper' as const } : {}),
    view: state.view,
  } satisfies PictureRequest;
}

/** The story whose steps are to become a series of pictures; null where one picture is asked for. Throws `no-story`. */
function findSeries(state: AppState, asked: ExportRequest): Story | null {
  return isPictureFormat(asked.format) || asked.format === 'pdf' ? findAskedStory(state, asked) : null;
}

/** The story that a request names; null where it names none. Throws `no-story` for one that cannot be told. */
export function findAskedStory({ stories }: AppState, { story: id }: ExportRequest): Story | null {
  if (!id) return null;
  const story = stories.find((each) => each.id === id);
  if (!story?.steps.length) throw new DataError('no-story', '', { story: id });
  return story;
}

function stemOf({ dataset }: AppState, words: string): string {
  return pictureFileName(dataset, words, 'svg').replace(/\.svg$/, '');
}

async function draftStep(drafting: Drafting, asked: ExportRequest, story: Story, index: number): Promise<DraftPicture> {
  const state = drafting.store.getState();
  const { view, show } = buildStepView(state.dataset, story, index);
  const { title = story.title, caption = '' }: Partial<StoryStep> = story.steps[index] ?? {};
  const request: PictureRequest = {
    ...pictureRequest(state, drafting.stage, asked),
    scope: show ? 'selection' : 'all',
    ids: show ?? [],
    title: asked.title === false ? false : title,
    standfirst: caption,
    view,
  };
  const scene = await findScene(drafting, view);
  const draft = await draftPicture(state.dataset, scene, request, drafting.reshapeFor(view));
  return { ...draft, fileStem: stemOf(state, `${story.title} ${String(index + 1).padStart(2, '0')}`) };
}

async function draftAll(drafting: Drafting, asked: ExportRequest): Promise<readonly DraftPicture[]> {
  const state = drafting.store.getState();
  const story = findSeries(state, asked);
  if (!story) {
    const request = pictureRequest(state, drafting.stage, asked);
    return [await draftPicture(state.dataset, selectScene(state), request, drafting.reshapeFor(state.view))];
  }
  const drafts: DraftPicture[] = [];
  for (const index of story.steps.keys()) drafts.push(await draftStep(drafting, asked, story, index));
  return drafts;
}

/** The pictures of a series as one. */
function joinDrafts(drafts: readonly DraftPicture[], fileStem: string): DraftPicture {
  const join = (length: 'short' | 'long'): string => drafts.map(({ alternative }) => alternative[length]).join('\n\n');
  return {
    pages: drafts.flatMap(({ pages }) => pages),
    alternative: { short: join('short'), long: join('long') },
    fileStem,
    least: Math.min(...drafts.map(({ least }) => least)),
  };
}

/** What is drawn for a request: its pictures, several for a story, and all of them as one. */
interface Drafted {
  readonly drafts: readonly DraftPicture[];
  readonly whole: DraftPicture;
}

/** Draws what is asked for, once as long as nothing changes: what was seen in a preview is then saved. */
export function createDrafts(ground: ExportGround): (asked: ExportRequest) => Promise<Drafted> {
  const drafting = { ...ground, reshapeFor: createReshape(ground) };
  let last: { readonly of: readonly unknown[]; readonly drafted: Promise<Drafted> } | null = null;
  const draw = async (asked: ExportRequest): Promise<Drafted> => {
    const drafts = await draftAll(drafting, asked);
    const [first] = drafts;
    const state = ground.store.getState();
    const series = findSeries(state, asked);
    return { drafts, whole: first && !series ? first : joinDrafts(drafts, stemOf(state, series?.title ?? '')) };
  };
  return async (asked) => {
    const state = ground.store.getState();
    const { view, ...request } = pictureRequest(state, ground.stage, asked);
    const of = [selectScene(state), view, findSeries(state, asked), JSON.stringify(request)];
    if (last?.of.every((one, i) => one === of[i])) return last.drafted;
    const mine = { of, drafted: draw(asked) };
    last = mine;
    mine.drafted.catch(() => {
      if (last === mine) last = null;
    });
    return mine.drafted;
  };
}
