import { DataError } from './model/dataError.ts';
import { parseViewChange } from './model/parseViewChange.ts';
import { writeView } from './model/viewFile.ts';
import type { AppState } from './state/appState.ts';
import type { AppStore } from './state/createAppStore.ts';
import { selectScene } from './state/selectors.ts';
import { readHost } from './words/embedSnippet.ts';

/** The version that every message of the protocol carries as `sayso`. */
const PROTOCOL = 1;
/** The least and the most height that is asked for, px. */
const HEIGHT = { least: 280, most: 960 } as const;
/** Px around the graph: the line above it and the legend's row below. */
const FRAME = 100;

/** The parts of a window that an embed talks through. */
export interface EmbedWindow extends Pick<Window, 'innerWidth' | 'addEventListener' | 'removeEventListener'> {
  readonly location: Pick<Location, 'search'>;
  readonly parent: Pick<Window, 'postMessage'>;
}

/**
 * The origin that may talk to this page: `host` of its address, exactly as an origin is written. Null where there is
 * none, or where it is neither https nor this machine.
 */
export function findHost(search: string): string | null {
  const asked = new URLSearchParams(search).get('host');
  return asked !== null && readHost(asked) === asked ? asked : null;
}

/** The height at which the graph fills a frame of this width with type that can be read, px. */
function findHeight(state: AppState, width: number): number {
  const { bounds } = selectScene(state);
  const zoom = bounds.width > 0 ? Math.min(1, width / bounds.width) : 1;
  return Math.round(Math.min(HEIGHT.most, Math.max(HEIGHT.least, bounds.height * zoom + FRAME)));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

type Tell = (type: string, detail?: object) => void;

/** Does what a host asks for; what is no message of the protocol is ignored, what cannot be done is answered. */
function obey(store: AppStore, message: Record<string, unknown>, tell: Tell): void {
  const { dataset, view, stories, playing } = store.getState();
  const { type } = message;
  if (type === 'select' && (message['ids'] === null || isIds(message['ids']))) {
    store.dispatch('select', { ids: message['ids'] ?? [], centre: true });
  } else if (type === 'view') {
    try {
      store.dispatch('setView', parseViewChange(dataset, view, message['view']));
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      tell('error', { code: error.code, where: error.where });
    }
  } else if (type === 'step') {
    const id = typeof message['story'] === 'string' ? message['story'] : (playing?.story ?? stories[0]?.id);
    const story = stories.find((each) => each.id === id);
    const step = message['step'];
    if (story && typeof step === 'number' && story.steps[step]) store.dispatch('goToStep', { story: story.id, step });
    else tell('error', { code: 'no-step', where: 'step' });
  }
}

/**
 * Joins an embedded page to the page around it by `postMessage`, as the README tells. Only the parent window, and only
 * from the origin that the address names as `host`, is listened to; without one nothing is listened to, and all that is
 * told is that the page is there and the height that it asks for. Returns the function that stops it.
 */
export function startEmbed(store: AppStore, page: EmbedWindow, ready: Promise<void>): () => void {
  const host = findHost(page.location.search);
  let isReady = false;
  const post = (target: string, type: string, detail: object): void =>
    page.parent.postMessage({ sayso: PROTOCOL, type, ...detail }, target);
  const tell: Tell = (type, detail = {}) => {
    if (host !== null && isReady) post(host, type, detail);
  };
  let height = 0;
  const tellHeight = (): void => {
    const asked = findHeight(store.getState(), page.innerWidth);
    if (!isReady || asked === height) return;
    height = asked;
    post(host ?? '*', 'height', { height });
  };
  const hear = (event: MessageEvent): void => {
    if (host === null || event.origin !== host || event.source !== page.parent) return;
    const message: unknown = event.data;
    if (isRecord(message) && message['sayso'] === PROTOCOL) obey(store, message, tell);
  };
  const stopFollowing = store.subscribe((state, before) => {
    if (state.selection !== before.selection) tell('selected', { ids: [...state.selection] });
    if (state.view !== before.view) tell('viewChanged', { view: writeView(state.view) });
    const { playing } = state;
    if (playing !== before.playing) tell('step', { story: playing?.story ?? null, step: playing?.step ?? null });
    if (selectScene(state) !== selectScene(before)) tellHeight();
  });
  const start = async (): Promise<void> => {
    await ready;
    isReady = true;
    post(host ?? '*', 'ready', {});
    tellHeight();
  };
  void start();
  page.addEventListener('message', hear);
  page.addEventListener('resize', tellHeight);
  return () => {
    stopFollowing();
    page.removeEventListener('message', hear);
    page.removeEventListener('resize', tellHeight);
  };
}
