import { standaloneText } from '../../words/standaloneText.ts';
import { findChoice } from './findChoice.ts';
import { listenPage } from './listenPage.ts';
import { listenWalk } from './listenWalk.ts';
import { createStage, type Stage } from './moveStage.ts';
import { PAGE_DATA, type PageData } from './pageData.ts';
import { createPicture, type Picture } from './picture.ts';
import { createSearch } from './searchField.ts';
import { createStoryPlayer, readStep, type StoryPlayer, stepFragment } from './storyPlayer.ts';
import { createToolbar } from './toolbar.ts';

interface Parts {
  readonly page: Document;
  readonly data: PageData;
  readonly words: HTMLElement;
  readonly picture: Picture;
  readonly stage: Stage;
}

/** The fragment of the page's address; nothing for one that is no text. */
function readFragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

interface Shown {
  readonly articles: readonly Element[];
  readonly selected: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  readonly said: string;
}

const NOTHING: Shown = { articles: [], selected: new Set(), near: new Set(), said: standaloneText.nothingSelected };

function show({ page, words, picture }: Parts, { articles, selected, near, said }: Shown): void {
  words.classList.toggle('chosen', articles.length > 0);
  for (const article of words.querySelectorAll('article')) article.classList.toggle('now', articles.includes(article));
  for (const section of words.querySelectorAll('section:not(.story)')) {
    section.classList.toggle('without', articles.length > 0 && !section.querySelector('.now'));
  }
  picture.emphasise(selected, near);
  const status = page.getElementById('said');
  if (status) status.textContent = said;
  words.scrollTop = 0;
}

/** On a narrow page the words lie under the picture, which stays: their beginning comes to its lower edge. */
function bringWords({ page, words }: Parts): void {
  const { scrollHeight, clientHeight } = page.documentElement;
  if (scrollHeight <= clientHeight) return;
  const margin = Number.parseFloat(getComputedStyle(words).scrollMarginTop) || 0;
  window.scrollBy(0, words.getBoundingClientRect().top - margin);
}

function choiceOfStep({ page, data }: Parts, index: number): Shown {
  const { selection = [], read = [], ties = [] } = data.steps[index] ?? {};
  const near = data.ties.filter(
    ({ id, from, to }) => ties.includes(id) && [id, from, to].some((each) => selection.includes(each)),
  );
  return {
    ...NOTHING,
    articles: read.flatMap((fragment) => page.getElementById(fragment) ?? []),
    selected: new Set(selection),
    near: new Set(near.flatMap(({ id, from, to }) => [id, from, to])),
  };
}

/** Shows what fragments of the address lead to, and keeps the address at it. */
function createGuide(parts: Parts, player: () => StoryPlayer | null) {
  const { data, picture, stage } = parts;
  let told: number | null = null;
  const tell = (index: number | null): void => {
    if (told === null && index === null) return;
    told = index;
    const step = index === null ? undefined : data.steps[index];
    picture.tell(step ?? null);
    player()?.show(index);
    stage.frame(step?.frame);
  };
  const follow = (fragment: string, closer = true): void => {
    const step = readStep(fragment, data.steps.length);
    const choice = step === null ? findChoice(parts.page, data, fragment) : null;
    if (step !== null) {
      tell(step);
      show(parts, { ...choiceOfStep(parts, step), said: player()?.say(step) ?? '' });
    } else {
      if (!choice) tell(null);
      show(parts, choice ?? NOTHING);
    }
    const [only, ...others] = choice?.selected ?? [];
    const node = others.length === 0 ? picture.nodes().find(({ id }) => id === only) : undefined;
    if (node) stage.bring(node, closer);
    if (choice || step !== null) bringWords(parts);
  };
  /** Brings the focus of what has just been hidden, or one that the browser has taken away, to what is read or leads on. */
  const keepFocus = (isTaken: boolean): void => {
    const { activeElement, body } = parts.page;
    if (!(isTaken && activeElement === body) && activeElement?.checkVisibility?.() !== false) return;
    const read = told === null ? parts.words.querySelector<HTMLElement>('article.now h3') : null;
    (read ?? player()?.onward() ?? parts.words).focus({ preventScroll: true });
  };
  return {
    follow,
    told: () => told,
    keepFocus,
    go(fragment: string, { replace = false, read = false }): void {
      const url = fragment === '' ? `${location.pathname}${location.search}` : `#${fragment}`;
      try {
        history[replace ? 'replaceState' : 'pushState'](null, '', url);
      } catch {
        // Some browsers keep a page from disk from changing its address: there is no way back then, and nothing else is lost.
      }
      follow(fragment, read);
      if (read) parts.words.querySelector<HTMLElement>('article.now h3')?.focus({ preventScroll: true });
      keepFocus(false);
    },
  };
}

/** Brings a page that stands alone to life: camera, choice, search, story, keys. The page is whole without it. */
export function startViewer(page: Document): void {
  const [holder, tools, svg, words] = ['holder', 'tools', 'graph', 'words'].map((id) => page.getElementById(id));
  const data = JSON.parse(page.getElementById(PAGE_DATA)?.textContent ?? 'null') as PageData | null;
  if (!holder || !tools || !svg || !words || !data) return;
  page.documentElement.classList.add('live');
  const stage = createStage(holder, svg, data.bounds);
  const parts: Parts = { page, data, words, stage, picture: createPicture(svg, data) };
  const guide = createGuide(parts, () => player);
  const player = createStoryPlayer(page, (fragment) => guide.go(fragment, {}));
  const back = page.createElement('a');
  back.className = 'back';
  back.href = '#';
  back.textContent = standaloneText.back;
  words.querySelector('section:not(.story)')?.before(back);
  tools.append(
    createSearch(page, (fragment) => guide.go(fragment, { read: true })),
    createToolbar(page, { zoomBy: (factor) => stage.zoomBy(factor), fit: () => stage.frame() }),
  );
  listenWalk({ ...parts, svg }, (fragment) => guide.go(fragment, { replace: true }));
  listenPage(page, stage, {
    go: (fragment, read) => guide.go(fragment, { read }),
    turn(by) {
      const to = (guide.told() ?? Number.NaN) + by;
      if (!(to >= 0 && to < data.steps.length)) return false;
      guide.go(stepFragment(to), {});
      return true;
    },
  });
  window.addEventListener('beforeprint', () => stage.print(true));
  window.addEventListener('afterprint', () => stage.print(false));
  window.addEventListener('popstate', () => guide.follow(readFragment()));
  // On its way through the history the browser takes the focus away, after it has said where to.
  window.addEventListener('hashchange', () => guide.keepFocus(true));
  guide.follow(readFragment());
}
