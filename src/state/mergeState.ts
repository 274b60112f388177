import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Placement } from '../model/layoutProblem.ts';
import { mergeEntities } from '../model/mergeEntities.ts';
import { type Renaming, renameId, renameView, renameVoice } from '../model/mergeStory.ts';
import { unmergeEntities } from '../model/mergeUndo.ts';
import { parseStories } from '../model/parseStories.ts';
import type { DatasetFile, EntityId } from '../model/records.ts';
import type { View } from '../model/view.ts';
import type { VoiceKey } from '../model/voices.ts';
import type { AppState, PathQuestion } from './appState.ts';
import type { Replacement } from './mergeCommands.ts';
import { isRecord } from './recordOf.ts';
import { findTold, isAtStep, stepViewOf } from './storyStep.ts';
import { writtenFile } from './writtenFile.ts';

const NOTHING_GONE: Renaming = { ids: new Map(), gone: new Set() };

/** Everything stays where it is; the kept one takes the other's place where it has none. */
function fitPlacement(placement: Placement, { ids, gone }: Renaming, dataset: Dataset): Placement {
  const isSame = [...placement.nodes.keys()].every((id) => dataset.entities.has(id as EntityId));
  if (isSame) return placement;
  const nodes = new Map([...placement.nodes].filter(([id]) => dataset.entities.has(id as EntityId)));
  for (const id of gone) {
    const [into, place] = [ids.get(id), placement.nodes.get(id)];
    if (into !== undefined && place && !nodes.has(into)) nodes.set(into, place);
  }
  return { nodes, ties: new Map([...placement.ties].filter(([id]) => dataset.ties.has(id as never))) };
}

function fitQuestion(question: PathQuestion | null, { ids }: Renaming): PathQuestion | null {
  const now = (id: EntityId | null): EntityId | null => (id === null ? null : ((ids.get(id) ?? id) as EntityId));
  if (!question) return null;
  const [from, to] = [now(question.from), now(question.to)];
  if (from !== null && from === to) return null;
  return from === question.from && to === question.to ? question : { ...question, from, to, chosen: -1 };
}

/** What of the page goes on with a file whose entities have become others: views, earlier ones too, selection, places. */
function buildReplacement(state: AppState, file: DatasetFile, renaming: Renaming): Replacement {
  const dataset = buildDataset(file);
  const told = parseStories(dataset);
  const views = new Map<View, View>();
  const fit = (view: View): View => {
    const known = views.get(view) ?? (renameView(view, renaming) as View);
    views.set(view, known);
    return known;
  };
  const playing = state.playing && { ...state.playing, before: fit(state.playing.before) };
  const selection = [...new Set(state.selection.map((id) => renameId(id, renaming)))];
  const replacement: Replacement = {
    dataset,
    stories: told.stories,
    refused: told.refused,
    view: fit(state.view),
    past: state.past.map(fit),
    future: state.future.map(fit),
    selection: selection.filter((id) => isRecord(dataset, id)),
    playing,
    question: fitQuestion(state.question, renaming),
    voice: state.voice === null ? null : (renameVoice(state.voice, renaming) as VoiceKey),
    placement: state.placement && fitPlacement(state.placement, renaming, dataset),
  };
  const now = isAtStep(state) ? findTold({ dataset, stories: told.stories, playing }) : null;
  if (!now || !playing) return replacement;
  // Who reads a story stays at the step: it is known by its very view.
  const { view, selection: chosen } = stepViewOf({ dataset, stories: told.stories, playing }, now.story, playing.step);
  return { ...replacement, view, selection: chosen };
}

/** Makes one entity of two, `into` kept; `at` is the EDTF day. Linear in the dataset. */
export function mergeDuplicates(state: AppState, into: EntityId, id: EntityId, at: string): Replacement {
  const file = mergeEntities(writtenFile(state), into, [id], at);
  return buildReplacement(state, file, { ids: new Map([[id, into]]), gone: new Set([id]) });
}

/** Takes back a merge of `file.merged`. Throws DataError `unmerge-impossible`. Linear in the dataset for each merge since. */
export function unmergeDuplicates(state: AppState, index: number): Replacement {
  return buildReplacement(state, unmergeEntities(writtenFile(state), index), NOTHING_GONE);
}

/** Remembers pairs of which somebody has found that they are not the same: in the file, so that nobody asks again. */
export function setDistinct(
  { dataset }: Pick<AppState, 'dataset'>,
  distinct: readonly (readonly EntityId[])[],
): Replacement {
  const { distinct: _before, ...file } = dataset.file;
  return { dataset: { ...dataset, file: distinct.length > 0 ? { ...file, distinct } : file } };
}

/** Remembers one more such pair. */
export function notDuplicates(state: Pick<AppState, 'dataset'>, a: EntityId, b: EntityId): Replacement {
  return setDistinct(state, [...(state.dataset.file.distinct ?? []), [a, b]]);
}
