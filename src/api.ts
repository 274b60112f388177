import type { LateOpener } from './lateOpener.ts';
import { DataError } from './model/dataError.ts';
import type { Box } from './model/layoutProblem.ts';
import type { DatasetFile, EntityId, Kind, RelationId } from './model/records.ts';
import type { Hit } from './model/search.ts';
import type { Standing } from './model/standing.ts';
import { type ViewChange, type ViewFile, writeView } from './model/viewFile.ts';
import type { OpenContent, OpenReport } from './openContent.ts';
import type { PictureFormat } from './picture/makePicture.ts';
import type { Hidden, LegendItem, Scene } from './scene/scene.ts';
import type { AppState } from './state/appState.ts';
import type { AppStore } from './state/createAppStore.ts';
import { selectChoice, selectScene } from './state/selectors.ts';
import { writtenFile } from './state/writtenFile.ts';
import type { Exporter, ExportRequest } from './ui/kit/exporter.ts';
import type { ExportFormat } from './ui/kit/exportFormats.ts';
import type { OpenChoices } from './ui/kit/opener.ts';
import type { Stage } from './ui/kit/stage.ts';
import type { Jobs } from './workers/createJobs.ts';

/** The scene as plain data. Places are scene units; `screen` is the drawn box with its name, CSS px of the page, null where nothing is live yet. */
export interface ApiScene {
  readonly nodes: readonly {
    readonly id: EntityId;
    readonly label: string;
    readonly kind: Kind;
    readonly x: number;
    readonly y: number;
    readonly screen: Box | null;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly from: EntityId;
    readonly to: EntityId;
    readonly relations: readonly RelationId[];
    readonly label: string;
    /** The standing, or one per relation of a tie of several. */
    readonly standing: Standing | readonly Standing[];
  }[];
  readonly hidden: Hidden;
  readonly legend: readonly LegendItem[];
}

/** One step of a path: the strongest relation of its tie, which `from` and `to` may be at either end of. */
interface ApiStep {
  readonly relation: RelationId;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly standing: Standing;
}

export interface ApiPath {
  readonly steps: readonly ApiStep[];
}

/** What `view()` gives: what can be set, and how much it lets through. */
export interface ApiView extends ViewFile {
  readonly shown: { readonly relations: number; readonly of: number };
}

/** What `picture()` is asked; SVG of everything shown where nothing is. A picture of several pages comes as a ZIP. */
export type PictureOptions = Omit<ExportRequest, 'format' | 'notes'> & { readonly format?: PictureFormat };

/** What `export()` is asked. */
export type ExportOptions = Omit<ExportRequest, 'format'> & { readonly format: Exclude<ExportFormat, 'pdf'> };

interface ApiEvents {
  readonly selected: readonly string[];
  readonly opened: OpenReport;
  readonly viewChanged: Scene;
}

/** `window.sayso` (DESIGN 5). */
export interface SaysoApi {
  /** Resolves when the page is live: a click on the graph answers. */
  readonly ready: Promise<void>;
  /**
   * Opens a file, several that belong together, or parsed JSON, in any format that is read; tables by the best guess unless
   * `mapping` is given. Rejects with {code, message, where} and leaves what was open.
   */
  open(content: OpenContent, options?: OpenChoices): Promise<OpenReport>;
  /** A deep copy in the file format, with the stories as they are now. */
  dataset(): DatasetFile;
  scene(): ApiScene;
  /** Selects records by id, as a click would; null selects nothing. Unknown ids are ignored. */
  select(ids: string | readonly string[] | null): void;
  /** Shows only an entity and what is within `hops` (0 to 3) of it; null shows everything again. */
  focus(id: string | null, hops?: number): void;
  search(text: string, limit?: number): Promise<readonly Hit[]>;
  /** A copy of the view: filters, clocks, focus, expansions, pins, moved places. */
  view(): ApiView;
  /** Changes the view at once, as one step of undo; resolves when it is drawn, rejects with {code: 'bad-view', message, where} and changes nothing. */
  set(change: ViewChange): Promise<void>;
  /** Up to ten paths between two entities through what filters and clocks let through, shortest first, then by their weakest relation. `everything` ignores filters and valid time. */
  paths(from: string, to: string, options?: { readonly everything?: boolean }): Promise<readonly ApiPath[]>;
  /** A picture ready to be published; rejects with {code, message, where}. */
  picture(options?: PictureOptions): Promise<Blob>;
  /** A file in any format but PDF, which the browser's print dialog makes; rejects with {code, message, where}. */
  export(options: ExportOptions): Promise<Blob>;
  /** Calls `listener` on each event; returns the function that stops it. */
  on<Name extends keyof ApiEvents>(event: Name, listener: (detail: ApiEvents[Name]) => void): () => void;
}

interface Joined {
  readonly store: AppStore;
  readonly stage: Stage;
  readonly jobs: Jobs;
  readonly exporter: Exporter;
  readonly opener: LateOpener;
  /** Resolves when what the opening address asks for has been applied. */
  readonly addressed: Promise<void>;
}

/** What callers outside get: the same code and place with the sentence that readers see. */
async function toPublic(error: unknown): Promise<unknown> {
  if (!(error instanceof DataError)) return error;
  const { code, where } = error;
  const { sayError } = await import('./words/sayError.ts');
  return Object.assign(new Error(sayError(error)), { name: 'DataError', code, where });
}

function buildApiScene(state: AppState, stage: Stage): ApiScene {
  const scene = selectScene(state);
  return {
    nodes: scene.nodes.map(({ id, label, kind, x, y }) => ({
      id,
      label,
      kind,
      x,
      y,
      screen: stage.findScreenBox(id) ?? null,
    })),
    edges: scene.edges.map(({ id, from, to, relations, label, standings }) => ({
      id,
      from,
      to,
      relations: [...relations],
      label,
      standing: standings.length === 1 && standings[0] ? standings[0] : standings,
    })),
    hidden: scene.hidden,
    legend: scene.legend,
  };
}

function createViewApi({ store, jobs }: Joined): Pick<SaysoApi, 'view' | 'set' | 'paths'> {
  return {
    view: () => {
      const state = store.getState();
      const of = state.dataset.relations.size;
      return { ...writeView(state.view), shown: { relations: selectChoice(state).passing?.size ?? of, of } };
    },
    set: async (change) => {
      const { parseViewChange } = await import('./model/parseViewChange.ts');
      const { dataset, view } = store.getState();
      try {
        store.dispatch('setView', parseViewChange(dataset, view, change));
      } catch (error) {
        throw await toPublic(error);
      }
      const { untilDrawn } = await import('./untilDrawn.ts');
      await untilDrawn(store);
    },
    paths: async (from, to, options) => {
      const everything = options?.everything === true;
      const { askPaths } = await import('./state/followPaths.ts');
      try {
        return await askPaths(store.getState(), { from, to, everything }, (problem) => jobs.run('paths', problem));
      } catch (error) {
        throw await toPublic(error);
      }
    },
  };
}

function createOn({ store, opener }: Joined): SaysoApi['on'] {
  return (event, listener) => {
    if (event === 'opened') return opener.onOpened(listener as (report: OpenReport) => void);
    return store.subscribe((state, before) => {
      if (event === 'selected' && state.selection !== before.selection) {
        (listener as (ids: readonly string[]) => void)(state.selection);
      }
      if (event === 'viewChanged' && selectScene(state) !== selectScene(before)) {
        (listener as (scene: Scene) => void)(selectScene(state));
      }
    });
  };
}

/** Joins the rooms to the scripting API. */
export function createApi(joined: Joined): SaysoApi {
  const { store, stage, exporter, opener } = joined;
  const makeBlob = async (request: ExportRequest): Promise<Blob> => {
    try {
      return (await exporter.make(request)).blob;
    } catch (error) {
      throw await toPublic(error);
    }
  };
  return {
    ready: Promise.all([stage.live, joined.addressed]).then(() => undefined),
    open: async (content, options) => {
      const { namedContents } = await import('./openContent.ts');
      try {
        return await opener.open(namedContents(content), options);
      } catch (error) {
        throw await toPublic(error);
      }
    },
    dataset: () => JSON.parse(JSON.stringify(writtenFile(store.getState()))),
    scene: () => buildApiScene(store.getState(), stage),
    select: (ids) =>
      store.dispatch('select', { ids: ids === null ? [] : typeof ids === 'string' ? [ids] : ids, centre: true }),
    focus: (id, hops = 1) =>
      id === null
        ? store.dispatch('showAll')
        : store.dispatch('focusOn', { ids: [id as EntityId], hops: Math.max(0, Math.min(3, Math.trunc(hops))) }),
    search: async (text, limit = 20) => {
      const [{ search }, { searchIndexOf }] = await Promise.all([
        import('./model/search.ts'),
        import('./state/searchIndexOf.ts'),
      ]);
      return search(searchIndexOf(store.getState().dataset), text, limit);
    },
    ...createViewApi(joined),
    picture: (options = {}) => makeBlob({ format: 'svg', ...options }),
    export: makeBlob,
    on: createOn(joined),
  };
}
