import type { Stage } from './moveStage.ts';

/** Px around a click in which a line is still meant. */
const NEAR = [
  [0, 0],
  [5, 0],
  [-5, 0],
  [0, 5],
  [0, -5],
  [8, 8],
  [-8, -8],
  [8, -8],
  [-8, 8],
] as const;
const ZOOM = 1.3;

/** The link of the group of the picture that an element lies in: that of its wording for a line that has one. */
function linkOfGroup(page: Document, element: Element | null | undefined): Element | null {
  const group = element?.closest<SVGElement>('#graph [data-id]');
  if (!group || group.tagName === 'a') return group ?? null;
  const links = [...page.querySelectorAll<SVGElement>('#graph a[data-id]')];
  return links.find(({ dataset }) => dataset['id'] === group.dataset['id']) ?? null;
}

/** The link that a click is meant for: lines are thin, so that one close by will do. */
function findLink(page: Document, target: Element, { clientX, clientY, detail }: MouseEvent): Element | null {
  const own = target.closest('a') ?? linkOfGroup(page, target);
  if (own || detail === 0 || !target.closest('#graph')) return own;
  for (const [dx, dy] of NEAR) {
    const found = linkOfGroup(page, page.elementFromPoint(clientX + dx, clientY + dy));
    if (found) return found;
  }
  return null;
}

export interface PageActions {
  /** Goes to a fragment; `read`: the focus goes along to the words. */
  readonly go: (fragment: string, read: boolean) => void;
  /** One step of the story on or back; false where there is none. */
  readonly turn: (by: 1 | -1) => boolean;
}

const TURNS = new Map<string, 1 | -1>([
  ['n', 1],
  ['PageDown', 1],
  ['p', -1],
  ['PageUp', -1],
]);

/** WCAG 2.1.4: keys without Ctrl are for who is at the picture or at the story, so that dictated words press none. */
const WHERE_KEYS_WORK = '.stage, .player';

function answerKey(page: Document, event: KeyboardEvent, stage: Stage, { go, turn }: PageActions): void {
  const by = TURNS.get(event.key);
  if (event.key === 'Escape') return go('', false);
  const isThere = event.target instanceof Element && event.target.closest(WHERE_KEYS_WORK) !== null;
  if (event.key.length === 1 && !isThere) return;
  if (event.key === '+' || event.key === '=') stage.zoomBy(ZOOM);
  else if (event.key === '-') stage.zoomBy(1 / ZOOM);
  else if (event.key === '0') stage.frame();
  else if (by !== undefined) {
    // The words do not scroll away under the step.
    if (turn(by)) event.preventDefault();
  } else if (event.key === '/') {
    event.preventDefault();
    page.querySelector<HTMLInputElement>('.search input')?.focus();
  }
}

/** Follows links inside the page, and the keys of picture and story. */
export function listenPage(page: Document, stage: Stage, actions: PageActions): void {
  page.addEventListener('click', (event) => {
    const { target, button, ctrlKey, metaKey, shiftKey } = event;
    if (!(target instanceof Element) || button !== 0 || ctrlKey || metaKey || shiftKey) return;
    const href = findLink(page, target, event)?.getAttribute('href') ?? null;
    const inGraph = target.closest('#graph') !== null;
    if (href?.startsWith('#') && href !== '#words') {
      event.preventDefault();
      // Where the reader clicks into the picture with a mouse, the focus stays there.
      actions.go(href.slice(1), event.detail === 0 || !inGraph);
    } else if (href === null && inGraph) actions.go('', false);
  });
  page.addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.closest('input') !== null;
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) answerKey(page, event, stage, actions);
  });
}
