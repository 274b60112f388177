import { findNextNode, type Way } from '../../scene/findNextNode.ts';
import type { Stage } from './moveStage.ts';
import type { PageData } from './pageData.ts';
import type { Picture } from './picture.ts';

const WAYS = new Map<string, Way>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);
const PAN = 60;
const MOVES: Readonly<Record<Way, readonly [number, number]>> = {
  left: [PAN, 0],
  right: [-PAN, 0],
  up: [0, PAN],
  down: [0, -PAN],
};

interface Walked {
  readonly svg: Element;
  readonly data: PageData;
  readonly picture: Picture;
  readonly stage: Stage;
}

/**
 * Arrow keys walk from entity to entity, of which one is in the order of the Tab key; with Ctrl they move the picture.
 * `go` takes the fragment of the entity that is walked to.
 */
export function listenWalk({ svg, data, picture, stage }: Walked, go: (fragment: string) => void): void {
  const scene = () => ({ nodes: picture.nodes(), edges: data.ties, bounds: data.bounds });
  const enter = (id: string | undefined): void => {
    for (const link of svg.querySelectorAll('a[tabindex="0"]')) link.setAttribute('tabindex', '-1');
    if (id !== undefined) picture.linkOf(id)?.setAttribute('tabindex', '0');
  };
  for (const link of svg.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
  enter(findNextNode(scene(), null, 'up'));
  // Not on the SVG: Chromium makes one that listens for focus a stop of the Tab key.
  svg.parentElement?.addEventListener('focusin', ({ target }) => {
    const id = (target as SVGElement).closest<SVGElement>('.sy-entities [data-id]')?.dataset['id'];
    if (id !== undefined) enter(id);
  });
  svg.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
    const way = WAYS.get(key);
    if (!way || altKey || metaKey) return;
    event.preventDefault();
    if (ctrlKey) return stage.panBy(...MOVES[way]);
    const from = (target as SVGElement).closest<SVGElement>('[data-id]')?.dataset['id'] ?? null;
    const next = findNextNode(scene(), from, way);
    const link = next === undefined ? undefined : picture.linkOf(next);
    link?.focus({ preventScroll: true });
    if (link) go(link.getAttribute('href')?.slice(1) ?? '');
  });
}
