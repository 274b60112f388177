import { type KeyboardEvent, memo, useCallback, useRef, useState } from 'react';
import { findNextNode, type Way } from '../../scene/findNextNode.ts';
import { lastEntity } from '../../state/command.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { selectScene } from '../../state/selectors.ts';
import { runShortcut } from '../../state/shortcuts.ts';
import { graphText } from '../../words/frameText.ts';
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
  if (moved.length > 0)
    store.dispatch('moveNodes', new Map(moved.map(({ id, x, y }) => [id, { x: x + dx, y: y + dy }])));
}

function walk(store: AppStore, way: Way): void {
  const next = findNextNode(selectScene(store.getState()), lastEntity(store.getState()), way);
  if (next) store.dispatch('select', { ids: [next], centre: true });
}

/** Arrow keys walk, with Ctrl move the picture, with Shift move what is selected; the rest is in the registry. */
function answerKey(store: AppStore, event: KeyboardEvent): void {
  const way = WAYS.get(event.key);
  if (way) {
    if (event.ctrlKey || event.metaKey) store.dispatch('pan', way);
    else if (event.shiftKey) nudge(store, way);
    else walk(store, way);
  } else if (event.key === 'Enter') document.querySelector<HTMLElement>('#details h2')?.focus();
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
  return late && <late.NodeMenu id={ask.id} at={ask.at} onClose={onClose} />;
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
  const [menu, setMenu] = useState<MenuAsk | null>(null);
  const closeMenu = useCallback((goBack: boolean): void => {
    setMenu(null);
    if (goBack) field.current?.focus();
  }, []);
  const answer = (event: KeyboardEvent): void => {
    const ask = isMenuKey(event) ? askMenu(store, stage) : null;
    if (!ask) return answerKey(store, event);
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
