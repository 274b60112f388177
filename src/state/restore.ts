import type { Placement } from '../model/layoutProblem.ts';
import type { View } from '../model/view.ts';
import type { AppState } from './appState.ts';
import { type Change, wish } from './command.ts';
import { isRecord } from './recordOf.ts';

/** What a link, a step back in the browser or the scripting API asks for. Ids that the dataset lacks are left out. */
export interface Restored extends Pick<AppState, 'selection' | 'tab'> {
  readonly view: View;
  readonly cameraAt?: AppState['cameraAt'];
  readonly question?: AppState['question'];
  readonly voice?: AppState['voice'];
  readonly playing?: AppState['playing'];
  /** Places that cannot be laid out again from the view alone. */
  readonly placement?: Placement | null;
}

/** What restoring changes: nothing that is so already, so that going back moves only what differs. */
export function restore(state: AppState, asked: Restored): Change {
  const selection = asked.selection.filter((id) => isRecord(state.dataset, id));
  const known = asked.view.focus?.ids.filter((id) => state.dataset.entities.has(id)) ?? [];
  const focus = asked.view.focus && known.length > 0 ? { ids: known, hops: asked.view.focus.hops } : null;
  const view = { ...asked.view, focus };
  const written = (of: View): string => JSON.stringify({ ...of, moved: [...of.moved] });
  const cameraAt = asked.cameraAt ?? null;
  const isSame = written(view) === written(state.view);
  const camera = cameraAt
    ? JSON.stringify(cameraAt) === JSON.stringify(state.cameraAt)
      ? {}
      : wish(state, { at: cameraAt })
    : isSame && state.cameraAt === null
      ? {}
      : wish(state, 'fit');
  return {
    selection,
    tab: asked.tab,
    pointed: [],
    question: asked.question ?? null,
    answer: null,
    voice: asked.voice ?? null,
    playing: asked.playing ?? null,
    cameraAt,
    ...(asked.placement ? { placement: asked.placement } : {}),
    ...(isSame ? {} : { view }),
    ...camera,
  };
}
