import { type KeyboardEvent, memo, type RefObject, useCallback, useRef, useState } from 'react';
import type { EntityId } from '../../model/records.ts';
import { findNextNode, type Way } from '../../scene/findNextNode.ts';
import { lastEntity, selectedEntities } from '../../state/command.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { selectScene } from '../../state/selectors.ts';
import { runShortcut } from '../../state/shortcuts.ts';
import { graphText } from '../../words/frameText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { useAppStore } from '../kit/appContext.ts';
import { createLate, useLate } from '../kit/late.ts';
import { type Stage, useStage } from '../kit/stage.ts';
import { CanvasHost, type MenuAsk } from './CanvasHost.tsx';
import { GraphToolbar } from './GraphToolbar.tsx';
import { Legend } from './Legend.tsx';
import { PartNotice } from './PartNotice.tsx';

const WAYS = new Map<string, Way>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);
const NUDGE = 10;
const NUDGES: Readonly<Record<Way, readonly [number, number]>> = {
  left: [-NUDGE, 0],
  right: [NUDGE, 0],
  up: [0, -NUDGE],
  down: [0, NUDGE],
};

function nudge(store: AppStore, way: Way): void {
  const state = store.getState();
  const [dx, dy] = NUDGES[way];
  const wanted = new Set<string>(state.selection);
  const moved = selectScene(state).nodes.filter(({ id }) => wanted.has(id));
  if (moved.length > 0) store.dispatch('nudge', new Map(moved.map(({ id, x, y }) => [id, { x: x + dx, y: y + dy }])));
}

/** What stays selected while the reader walks on; void as soon as something else than walking has selected. */
interface Kept {
  readonly ids: readonly EntityId[];
  readonly selection: readonly string[];
}

const NOTHING_KEPT: Kept = { ids: [], selection: [] };

function walk(store: AppStore, way: Way, kept: Kept): Kept {
  const next = findNextNode(selectScene(store.getState()), lastEntity(store.getState()), way);
  if (!next) return kept;
  const ids = kept.selection === store.getState().selection ? kept.ids : [];
  const all = [...ids.filter((id) => id !== next), next];
  store.dispatch('select', { ids: all, centre: true });
  const { dataset, selection } = store.getState();
  // The number alone would not say where the reader is.
  if (all.length > 1) store.dispatch('report', { said: graphText.walkedTo(sayName(dataset, next), all.length) });
  return { ids, selection };
}

/** Space: the entity selected last stays selected while the reader walks on, or no longer does. */
function keep(store: AppStore, kept: Kept): Kept {
  const state = store.getState();
  const last = lastEntity(state);
  if (last === null) return kept;
  // What was selected in another way stays too.
  const ids = kept.selection === state.selection ? kept.ids : selectedEntities(state).slice(0, -1);
  const isNew = !ids.includes(last);
  const name = sayName(state.dataset, last);
  store.dispatch('report', { said: isNew ? graphText.kept(name) : graphText.notKept(name) });
  return { ids: isNew ? [...ids, last] : ids.filter((id) => id !== last), selection: state.selection };
}

/**
 * Arrow keys walk, Space keeps what was walked to, Ctrl with an arrow moves the picture, Shift with an arrow what is
 * selected; the rest is in the registry.
 */
function answerKey(store: AppStore, event: KeyboardEvent, kept: RefObject<Kept>): void {
  const way = WAYS.get(event.key);
  if (way) {
    if (event.ctrlKey || event.metaKey) store.dispatch('pan', way);
    else if (event.shiftKey) nudge(store, way);
    else kept.current = walk(store, way, kept.current);
  } else if (event.key === ' ') kept.current = keep(store, kept.current);
  else if (event.key === 'Enter') document.querySelector<HTMLElement>('#details h2')?.focus();
  else if (!runShortcut(store, event)) return;
  event.preventDefault();
}

const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean => key === 'ContextMenu' || (key === 'F10' && shiftKey);

/** Where the menu of what is selected opens by key: at the lower edge of its disc and name. */
function askMenu(store: AppStore, stage: Stage): MenuAsk | null {
  const id = lastEntity(store.getState());
  const box = id === null ? undefined : stage.findScreenBox(id);
  return id !== null && box ? { id, at: { x: box.x + box.width / 2, y: box.y + box.height } } : null;
}

const nodeMenu = createLate(() => import('./NodeMenu.tsx'));

function LateMenu({ ask, onClose }: { readonly ask: MenuAsk; readonly onClose: (goBack: boolean) => void }) {
  const late = useLate(nodeMenu);
  if (!late) return null;
  if ('id' in ask) return <late.NodeMenu id={ask.id} at={ask.at} onClose={onClose} />;
  return <late.SpotMenu spot={ask.spot} at={ask.at} onClose={onClose} />;
}

/** The picture written at build (prerender) stands here until the canvas is live; React never touches it again. */
const FirstPicture = memo(function FirstPicture({ html }: { readonly html: string }) {
  // oxlint-disable-next-line react/no-danger -- our own SVG, written at build; no text of a reader's file comes here
  return <div className="first-picture" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
});

export function GraphView({ firstPicture }: { readonly firstPicture: string }) {
  const store = useAppStore();
  const stage = useStage();
  const field = useRef<HTMLDivElement>(null);
  const kept = useRef(NOTHING_KEPT);
  const [menu, setMenu] = useState<MenuAsk | null>(null);
  const closeMenu = useCallback((goBack: boolean): void => {
    setMenu(null);
    if (goBack) field.current?.focus();
  }, []);
  const answer = (event: KeyboardEvent): void => {
    const ask = isMenuKey(event) ? askMenu(store, stage) : null;
    if (!ask) return answerKey(store, event, kept);
    event.preventDefault();
    setMenu(ask);
  };
  return (
    <div className="graph">
      <PartNotice />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys itself */}
      <div
        className="graph-field"
        // The field answers arrow keys itself, as a map does; everything in it is also in the tables.
        role="application"
        aria-label={graphText.picture}
        aria-describedby="graph-keys"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an application is interactive
        tabIndex={0}
        ref={field}
        onKeyDown={answer}
        // The menu key's own menu would come on top of ours.
        onContextMenu={(event) => event.preventDefault()}
      >
        <FirstPicture html={firstPicture} />
        <CanvasHost onMenu={setMenu} />
      </div>
      {menu && <LateMenu ask={menu} onClose={closeMenu} />}
      <p id="graph-keys" className="unseen">
        {graphText.keys}
      </p>
      <div className="graph-foot">
        <Legend />
        <GraphToolbar />
      </div>
    </div>
  );
}
