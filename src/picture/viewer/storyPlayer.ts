import { standaloneText } from '../../words/standaloneText.ts';

/** The story's part of the page. */
export interface StoryPlayer {
  /** Shows the caption of a step, counted from 0; null for the story that is not being told. */
  show(index: number | null): void;
  /** What is said aloud on coming to a step. */
  say(index: number): string;
  /** The button that leads on: into the story, or to its next step. */
  onward(): HTMLElement;
}

/** The fragment of a step counted from 0. */
export const stepFragment = (index: number): string => `step.${index + 1}`;

/** The step that a fragment leads to, counted from 0; null for any other fragment. */
export function readStep(fragment: string, steps: number): number | null {
  const number = /^step\.(\d{1,4})$/.exec(fragment)?.[1];
  const index = Number(number) - 1;
  return number !== undefined && index >= 0 && index < steps ? index : null;
}

function button(page: Document, words: string, act: () => void): HTMLButtonElement {
  const made = page.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

/** Turns the list of captions into a player; null for a page without a story. `go` takes the fragment to go to. */
export function createStoryPlayer(page: Document, go: (fragment: string) => void): StoryPlayer | null {
  const section = page.getElementById('story');
  if (!section) return null;
  const items = [...section.querySelectorAll('li')];
  let at = 0;
  const start = button(page, standaloneText.read(items.length), () => go(stepFragment(0)));
  const count = page.createElement('span');
  const previous = button(page, standaloneText.previous, () => (at > 0 ? go(stepFragment(at - 1)) : undefined));
  const next = button(page, standaloneText.next, () => go(at + 1 < items.length ? stepFragment(at + 1) : ''));
  const end = button(page, standaloneText.end, () => go(''));
  end.className = 'plain';
  const bar = page.createElement('p');
  bar.className = 'player';
  bar.append(previous, next, count, end);
  section.append(start, bar);
  return {
    show(index) {
      section.classList.toggle('told', index !== null);
      at = index ?? 0;
      for (const [i, item] of items.entries()) item.classList.toggle('now', i === index);
      // Not disabled: the focus would be lost on the way back to the first step.
      previous.setAttribute('aria-disabled', String(at === 0));
      next.textContent = at + 1 < items.length ? standaloneText.next : standaloneText.end;
      end.hidden = at + 1 >= items.length;
      count.textContent = standaloneText.step(at + 1, items.length);
    },
    onward: () => (section.classList.contains('told') ? next : start),
    say(index) {
      const words = [...(items[index]?.querySelectorAll('h3, .caption') ?? [])].map(({ textContent }) => textContent);
      return [standaloneText.step(index + 1, items.length), ...words].join('. ');
    },
  };
}
