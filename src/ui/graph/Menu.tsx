import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Point } from '../../model/layoutProblem.ts';

/** Px that the menu keeps from the edges of the window. */
const MARGIN = 8;

/** Puts the menu at a point, or as near as it is whole. */
function putAt(menu: HTMLElement, { x, y }: Point): void {
  const { offsetWidth, offsetHeight } = menu;
  const most = (size: number, room: number): number => Math.max(MARGIN, room - size - MARGIN);
  menu.style.insetInlineStart = `${Math.min(x, most(offsetWidth, document.documentElement.clientWidth))}px`;
  menu.style.insetBlockStart = `${Math.min(y, most(offsetHeight, document.documentElement.clientHeight))}px`;
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

/** Which item a key leads to; a letter leads to the next one that begins with it. */
function findItem(items: readonly HTMLElement[], at: number, key: string): HTMLElement | undefined {
  const count = items.length;
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key === 'ArrowDown') return items[(at + 1) % count];
  if (key === 'ArrowUp') return items[(at + count - 1) % count];
  if (key.length !== 1) return undefined;
  const following = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return following.find((item) => item.textContent.toLowerCase().startsWith(key.toLowerCase()));
}

/** One line of a menu. */
export interface MenuAction {
  readonly id: string;
  readonly full: string;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** CSS px of the page. */
  readonly at: Point;
  /** The focus goes back to the graph where the reader closed it or chose something, not where another place was clicked. */
  readonly onClose: (goBack: boolean) => void;
}

/** What can be done at a place of the graph: the menu pattern of the ARIA Authoring Practices. */
export function Menu({ label, actions, at, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (menu.current) putAt(menu.current, at);
    itemsOf(menu.current)[0]?.focus();
  }, [at]);
  useEffect(() => {
    const closeOutside = ({ target }: PointerEvent): void => {
      if (!menu.current?.contains(target as Node)) onClose(false);
    };
    document.addEventListener('pointerdown', closeOutside, { capture: true });
    return () => document.removeEventListener('pointerdown', closeOutside, { capture: true });
  }, [onClose]);
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    // The graph's own keys must not answer while the menu is open.
    event.stopPropagation();
    const items = itemsOf(menu.current);
    const item = findItem(items, items.indexOf(event.target as HTMLElement), event.key);
    if (event.key === 'Escape' || event.key === 'Tab') onClose(true);
    else if (item) item.focus();
    else return;
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
  };
  const choose = (action: MenuAction): void => {
    onClose(true);
    action.run();
  };
  return (
    <div
      ref={menu}
      className="node-menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={move}
      onContextMenu={(event) => event.preventDefault()}
    >
      {actions.map((action) => (
        <button key={action.id} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(action)}>
          {action.full}
        </button>
      ))}
    </div>
  );
}
