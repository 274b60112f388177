import { type KeyboardEvent, memo } from 'react';
import type { EntityId } from '../../model/records.ts';
import { findNextNode, type Way } from '../../scene/findNextNode.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { selectScene } from '../../state/selectors.ts';
import { graphText } from '../../words/frameText.ts';
import { useAppStore } from '../kit/appContext.ts';
import { CanvasHost } from './CanvasHost.tsx';
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

function lastEntity({ getState }: AppStore): EntityId | null {
  const { selection, dataset } = getState();
  return (selection.findLast((id) => dataset.entities.has(id as EntityId)) as EntityId | undefined) ?? null;
}

function nudge(store: AppStore, way: Way): void {
  const state = store.getState();
  const [dx, dy] = NUDGES[way];
  const wanted = new Set<string>(state.selection);
  const moved = selectScene(state).nodes.filter(({ id }) => wanted.has(id));
  if (moved.length > 0)
    store.dispatch('moveNodes', new Map(moved.map(({ id, x, y }) => [id, { x: x + dx, y: y + dy }])));
}

function walk(store: AppStore, way: Way): void {
  const next = findNextNode(selectScene(store.getState()), lastEntity(store), way);
  if (next) store.dispatch('select', { ids: [next], centre: true });
}

/** Arrow keys walk, with Ctrl move the picture, with Shift move what is selected. */
function answerKey(store: AppStore, event: KeyboardEvent): void {
  const way = WAYS.get(event.key);
  const { dispatch } = store;
  if (way) {
    if (event.ctrlKey || event.metaKey) dispatch('pan', way);
    else if (event.shiftKey) nudge(store, way);
    else walk(store, way);
  } else if (event.ctrlKey || event.metaKey || event.altKey) return;
  else if (event.key === '+' || event.key === '=') dispatch('zoomIn');
  else if (event.key === '-') dispatch('zoomOut');
  else if (event.key === '0') dispatch('fit');
  else if (event.key === 'f') {
    const id = lastEntity(store);
    if (id) dispatch('focusOn', { ids: [id], hops: 1 });
  } else if (event.key === 'Enter') document.querySelector<HTMLElement>('#details h2')?.focus();
  else return;
  event.preventDefault();
}

/** The picture written at build (prerender) stands here until the canvas is live; React never touches it again. */
const FirstPicture = memo(function FirstPicture({ html }: { readonly html: string }) {
  // oxlint-disable-next-line react/no-danger -- our own SVG, written at build; no text of a reader's file comes here
  return <div className="first-picture" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
});

export function GraphView({ firstPicture }: { readonly firstPicture: string }) {
  const store = useAppStore();
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
        onKeyDown={(event) => answerKey(store, event)}
      >
        <FirstPicture html={firstPicture} />
        <CanvasHost />
      </div>
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
