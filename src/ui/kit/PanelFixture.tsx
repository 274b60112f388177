import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import bundled from '../../../data/musk-putin-2024.json' with { type: 'json' };
import { buildDataset } from '../../model/buildDataset.ts';
import type { Dataset } from '../../model/dataset.ts';
import { parseStories } from '../../model/parseStories.ts';
import type { DatasetFile } from '../../model/records.ts';
import { buildInitialState } from '../../state/appState.ts';
import { type AppStore, createAppStore } from '../../state/createAppStore.ts';
import { AppStoreProvider } from './AppStoreProvider.tsx';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** The bundled story. */
export function storyDataset(): Dataset {
  return buildDataset(bundled as unknown as DatasetFile);
}

/** A panel in an aside of a page, with a store of its own. */
export interface Rendered {
  readonly store: AppStore;
  readonly box: HTMLElement;
  /** Runs something that changes the page, and waits for it. */
  readonly doing: (run: () => void) => void;
  readonly click: (element: Element | null | undefined, options?: MouseEventInit) => void;
  readonly press: (element: Element | null | undefined, key: string, options?: KeyboardEventInit) => void;
}

/** Renders a panel over a dataset; taken down when the test has finished. */
export function renderPanel(panel: ReactElement, dataset: Dataset, selection: readonly string[] = []): Rendered {
  const store = createAppStore({ ...buildInitialState(dataset, null, parseStories(dataset)), selection });
  const box = document.createElement('aside');
  document.body.append(box);
  const root = createRoot(box);
  const doing = (run: () => void): void => act(run);
  doing(() => root.render(<AppStoreProvider store={store}>{panel}</AppStoreProvider>));
  onTestFinished(() => {
    doing(() => root.unmount());
    box.remove();
  });
  const send = (element: Element | null | undefined, event: Event): void => {
    if (!element) throw new Error('the element is not there');
    doing(() => void element.dispatchEvent(event));
  };
  return {
    store,
    box,
    doing,
    click: (element, options) =>
      send(element, new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...options })),
    press: (element, key, options) =>
      send(element, new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key, ...options })),
  };
}

/** The first element of a selector whose text holds the words. */
export function findByText(box: Element, selector: string, words: string): HTMLElement | undefined {
  return [...box.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent.includes(words));
}

/** The section under the heading that starts with the words. */
export function findSection(box: Element, words: string): Element | undefined {
  const heading = [...box.querySelectorAll('h3')].find(({ textContent }) => textContent.startsWith(words));
  return heading?.parentElement ?? undefined;
}
