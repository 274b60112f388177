import { type ExportGround, pictureRequest } from './exportDrafts.ts';
import type { DatasetPart } from './model/keptRecords.ts';
import { pictureFileName } from './picture/fileName.ts';
import { cutToScope, selectedEntities } from './picture/pictureScope.ts';
import type { Scene } from './scene/scene.ts';
import type { AppState } from './state/appState.ts';
import { everythingPassing } from './state/everythingPassing.ts';
import { selectScene } from './state/selectors.ts';
import type { ExportRequest } from './ui/kit/exporter.ts';
import { sayPictureScope } from './words/pictureText.ts';
import { sayName } from './words/sayRelation.ts';

/** The part that a request asks for: as drawn, as records, and in words. */
export interface AskedPart {
  readonly state: AppState;
  readonly scene: Scene;
  readonly part: DatasetPart;
  /** "Ann Lee and what is within 2 steps"; null for everything and for what is in view. */
  readonly heading: string | null;
  /** The name of a file of this part with that extension; `what` tells several of one part apart. */
  readonly nameFor: (extension: string, what?: string) => string;
}

/** Finds the part that is asked for now. `whole`: everything is all of it, not what the canvas has room for. Throws `no-scope`. */
export function findAskedPart({ store, stage }: ExportGround, asked: ExportRequest, whole: boolean): AskedPart {
  const state = store.getState();
  const { dataset } = state;
  const all = selectScene(state);
  const { scope = 'all', ids, hops = 1, extent = null } = pictureRequest(state, stage, asked);
  const scene = cutToScope(dataset, all, { type: scope, ids, hops, extent });
  const drawn = { entities: scene.nodes.map(({ id }) => id), relations: scene.edges.flatMap((edge) => edge.relations) };
  const names = selectedEntities(dataset, all, ids).map((id) => sayName(dataset, id));
  const said = sayPictureScope(scope, names, Math.min(3, Math.max(1, Math.floor(hops) || 1)));
  return {
    state,
    scene,
    part: (whole && scope === 'all' && everythingPassing(state)) || drawn,
    heading: said?.heading ?? null,
    nameFor: (extension, what = '') => pictureFileName(dataset, `${what} ${said?.file ?? ''}`, extension),
  };
}
