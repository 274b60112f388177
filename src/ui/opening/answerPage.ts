import type { NamedContent } from '../../model/namedContent.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { openingText } from '../../words/openingText.ts';
import { findOffer, offer } from '../kit/offered.ts';
import type { Opener } from '../kit/opener.ts';
import { startOpening } from './startOpening.ts';

/** What came to the page without being asked for: by dragging or pasting. */
export interface Brought {
  /** The event's. */
  readonly type: string;
  readonly files: readonly File[];
  readonly text: string;
  readonly target: EventTarget | null;
}

interface Veil {
  readonly element: HTMLElement;
  readonly lift: () => void;
}

let veil: Veil | null = null;

function line(className: string, ...texts: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.className = className;
  for (const text of texts) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    box.append(paragraph);
  }
  return box;
}

/** Lies over the page, a modal dialog included, while files are dragged over it: two places to drop them. */
function spreadVeil(canAdd: boolean): void {
  if (veil) return;
  const element = line('drop-veil');
  element.append(line('drop-replace', openingText.drop, ...(canAdd ? [openingText.dropReplaces] : [])));
  if (canAdd) element.append(line('drop-add', openingText.dropAdd));
  const lift = (): void => {
    element.remove();
    for (const type of ['dragleave', 'dragend'] as const) document.removeEventListener(type, leave, true);
    veil = null;
  };
  // From one element to another is no leaving; out of the window leads nowhere.
  const leave = (event: DragEvent): void => {
    if (event.type === 'dragend' || event.relatedTarget === null) lift();
  };
  for (const type of ['dragleave', 'dragend'] as const) document.addEventListener(type, leave, true);
  (document.querySelector('dialog[open]') ?? document.body).append(element);
  veil = { element, lift };
}

/** Files as they are read, by the names they have. */
export function asContent(files: readonly File[]): NamedContent[] {
  return files.map((file) => ({ name: file.name, content: file }));
}

/** What was pasted: files, or the text by a name for it; nothing where there is neither. */
export function asPasted(files: readonly File[], text: string): NamedContent[] {
  if (files.length > 0) return asContent(files);
  return text.trim() === '' ? [] : [{ name: openingText.pasted, content: text }];
}

/** Answers what is dragged over the page, dropped or pasted on it. What is pasted is offered, never opened at once. */
export function answerPage(store: AppStore, opener: Opener, { type, files, text, target }: Brought): void {
  if (type.startsWith('drag')) return spreadVeil(store.getState().dataset.entities.size > 0);
  if (type === 'paste') {
    const pasted = asPasted(files, text);
    if (pasted.length === 0 || store.getState().dialog !== null) return;
    offer(store, { pasted });
    return store.dispatch('openDialog', 'open');
  }
  veil?.lift();
  const zone = target instanceof Element ? target.closest('.drop-replace, .drop-add') : null;
  const add = zone ? zone.className === 'drop-add' : store.getState().dialog === 'open' && findOffer(store).add;
  void startOpening(store, opener, asContent(files), add);
}
