import { fold } from '../../model/fold.ts';
import { standaloneText } from '../../words/standaloneText.ts';

/** A record of the page as it is searched: its heading, and everything else that is said in it. */
export interface Searched {
  readonly fragment: string;
  readonly heading: string;
  readonly kind: string;
  readonly name: string;
  readonly names: string;
  readonly text: string;
}

const MOST = 12;

/** Everything in the page that can be found, folded. Linear; asked for once. */
export function readSearched(page: Document): Searched[] {
  return [...page.querySelectorAll<HTMLElement>('.words article')].map((article) => {
    const heading = article.querySelector('h3')?.textContent ?? '';
    const also = [...article.querySelectorAll('.also')].map(({ textContent }) => textContent).join(' ');
    return {
      fragment: article.id,
      heading,
      kind: article.querySelector('.kind, .basis')?.textContent ?? '',
      name: fold(heading),
      names: fold(also),
      text: article.classList.contains('entity') ? '' : fold(article.textContent ?? ''),
    };
  });
}

/** 0 where the name begins so, then a word of it, a part of it, another name, anywhere; null for not at all. */
function rank({ name, names, text }: Searched, query: string): number | null {
  if (name.startsWith(query)) return 0;
  if (` ${name}`.includes(` ${query}`)) return 1;
  if (name.includes(query)) return 2;
  if (names.includes(query)) return 3;
  return text.includes(query) ? 4 : null;
}

/** What is found for a query as typed, the best first, in the page's order among equals. */
export function findInPage(all: readonly Searched[], typed: string): Searched[] {
  const query = fold(typed).trim();
  if (query === '') return [];
  const found = all.flatMap((each) => {
    const at = rank(each, query);
    return at === null ? [] : [{ each, at }];
  });
  return found
    .toSorted((a, b) => a.at - b.at)
    .slice(0, MOST)
    .map(({ each }) => each);
}

interface Field {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
}

function makeField(page: Document): Field {
  const input = page.createElement('input');
  input.type = 'search';
  input.placeholder = standaloneText.searchHint;
  const list = page.createElement('ul');
  list.id = 'found';
  list.hidden = true;
  const status = page.createElement('p');
  status.setAttribute('role', 'status');
  const values = { role: 'combobox', 'aria-label': standaloneText.search, 'aria-autocomplete': 'list' };
  for (const [name, value] of Object.entries({ ...values, 'aria-expanded': 'false', 'aria-controls': list.id })) {
    input.setAttribute(name, value);
  }
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', standaloneText.results);
  return { input, list, status };
}

function option(page: Document, { heading, kind, fragment }: Searched, i: number): HTMLElement {
  const item = page.createElement('li');
  item.id = `found-${i}`;
  item.setAttribute('role', 'option');
  item.setAttribute('aria-selected', 'false');
  item.dataset['fragment'] = fragment;
  const [name, what] = [page.createElement('span'), page.createElement('small')];
  name.textContent = heading;
  name.dir = 'auto';
  what.textContent = kind;
  item.append(name, what);
  return item;
}

/** The search box with its list; calls `go` with the fragment of what the reader picks. */
export function createSearch(page: Document, go: (fragment: string) => void): HTMLElement {
  const { input, list, status } = makeField(page);
  let all: Searched[] | undefined;
  let active = -1;
  const mark = (to: number): void => {
    active = to;
    for (const [i, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(i === to));
    if (to < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `found-${to}`);
    list.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const open = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
  };
  const look = (): void => {
    all ??= readSearched(page);
    const found = findInPage(all, input.value);
    list.replaceChildren(...found.map((each, i) => option(page, each, i)));
    open(found.length > 0);
    mark(found.length > 0 ? 0 : -1);
    const typed = input.value.trim();
    status.textContent =
      typed === '' ? '' : found.length > 0 ? standaloneText.found(found.length) : standaloneText.nothing(typed);
    status.classList.toggle('unseen', found.length > 0 || typed === '');
  };
  const pick = (item: Element | undefined): void => {
    const { fragment } = (item as HTMLElement | undefined)?.dataset ?? {};
    if (fragment === undefined) return;
    input.value = '';
    look();
    go(fragment);
  };
  input.addEventListener('input', look);
  input.addEventListener('keydown', (event) => {
    const count = list.children.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count > 0) mark((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter') pick(list.children[active]);
    else if (event.key === 'Escape') {
      input.value = '';
      look();
    }
  });
  // Before the box loses the focus, which would close the list under the pointer.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => pick((target as Element).closest('[role=option]') ?? undefined));
  input.addEventListener('blur', () => open(false));
  input.addEventListener('focus', () => open(list.children.length > 0));
  const box = page.createElement('div');
  box.className = 'search';
  box.setAttribute('role', 'search');
  status.className = 'unseen';
  box.append(input, list, status);
  return box;
}
