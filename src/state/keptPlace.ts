import type { Dataset } from '../model/dataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import { parseViewChange } from '../model/parseViewChange.ts';
import { readPlacement, writePlacement } from '../model/placementCodec.ts';
import { HOME, type View } from '../model/view.ts';
import { writeView } from '../model/viewFile.ts';
import type { AppState } from './appState.ts';
import type { KeptPlace } from './keptRecords.ts';
import type { Restored } from './restore.ts';

/** Where the reader is. Linear in what is drawn. Places of another arrangement than the usual one are made again. */
export function writePlace(state: AppState): KeptPlace {
  const { view, selection, tab, cameraAt, question, voice, playing, placement, busy } = state;
  // While something is being laid out, what stands may be of the arrangement before.
  const isUsual = view.arrangement === 'usual' && busy?.what !== 'layout';
  return {
    view: writeView(view),
    selection: [...selection],
    tab,
    cameraAt,
    question,
    voice,
    playing: playing && { ...playing, before: writeView(playing.before) },
    places: placement && isUsual ? writePlacement(placement) : null,
  };
}

function readView(dataset: Dataset, written: unknown): View {
  return { ...HOME, ...parseViewChange(dataset, HOME, written) };
}

function readPlaying({ dataset, stories }: AppState, playing: KeptPlace['playing']): AppState['playing'] {
  if (!playing) return null;
  const { story, step, before } = playing;
  const isThere = stories.some(({ id, steps }) => id === story && steps[step] !== undefined);
  return isThere ? { story, step, before: readView(dataset, before) } : null;
}

/** What brings the reader back to where she was in a dataset that has just opened; null where it cannot be read. */
export function readPlace(
  opened: AppState,
  place: KeptPlace,
): (Restored & { readonly placement: Placement | null }) | null {
  try {
    const { selection, tab, cameraAt, question, voice, playing, places } = place;
    const knows = (id: PathEnd): boolean => id === null || opened.dataset.entities.has(id);
    return {
      view: readView(opened.dataset, place.view),
      selection,
      tab,
      cameraAt,
      question: question && knows(question.from) && knows(question.to) ? question : null,
      voice,
      playing: readPlaying(opened, playing),
      placement: places && readPlacement(places),
    };
  } catch {
    return null;
  }
}

type PathEnd = NonNullable<KeptPlace['question']>['from'];
