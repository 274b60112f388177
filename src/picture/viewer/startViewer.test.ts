// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import { HOME } from '../../model/view.ts';
import { buildStandalonePage } from '../buildStandalonePage.ts';
import { STORY_FILE, sceneInRows, standaloneInput } from '../standaloneFixture.ts';
import { findInPage, readSearched } from './searchField.ts';
import { startViewer } from './startViewer.ts';

const dataset = buildDataset(STORY_FILE);
const focused = { ...HOME, focus: { ids: [...dataset.entities.keys()].slice(0, 1), hops: 1 } };
const story = {
  title: 'Told',
  steps: [
    { title: 'First', caption: 'One.', view: HOME, scene: sceneInRows(dataset), selection: ['musk'], show: null },
    { title: null, caption: 'Two.', view: focused, scene: sceneInRows(dataset, focused), selection: [], show: null },
  ],
};
const BODY = /<body>(.*)<script>/s.exec(buildStandalonePage(standaloneInput(STORY_FILE, { story })))?.[1] ?? '';

const find = (selector: string): HTMLElement =>
  document.querySelector<HTMLElement>(selector) ?? expect.fail(`no ${selector}`);
const findInput = (): HTMLInputElement => find('[role=combobox]') as HTMLInputElement;
const press = (target: Element | Document, key: string, over: KeyboardEventInit = {}): void => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }));
};
const click = (target: Element, detail = 1): void => {
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
};
const said = (): string => find('#said').textContent ?? '';
const read = (): string[] => [...document.querySelectorAll('article.now')].map(({ id }) => id);
const linkTo = (fragment: string): HTMLElement => find(`#graph a[href="#${fragment}"]`);
const viewBox = (): number[] => find('#graph').getAttribute('viewBox')!.split(' ').map(Number);

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
    },
  );
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => (draw(), 0));
  document.elementFromPoint = () => null;
  window.scrollBy = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  history.replaceState(null, '', '/');
  // Anew, so that no listener of an earlier test is left on it.
  document.replaceChild(document.createElement('html'), document.documentElement);
  document.documentElement.append(document.createElement('body'));
  document.body.innerHTML = BODY;
});

describe('startViewer', () => {
  beforeEach(() => startViewer(document));

  it('shows what is clicked, in words and picture, keeps it in the address and says it aloud', () => {
    click(linkTo('e.trump'));
    expect(read()).toEqual(['e.trump']);
    expect(location.hash).toBe('#e.trump');
    expect(said()).toMatch(/^Donald Trump, person, \d+ relations, \d+ disputed$/);
    expect(linkTo('e.trump').classList.contains('selected')).toBe(true);
    expect(linkTo('e.ukraine').classList.contains('stands')).toBe(false);
    press(document.body, 'Escape');
    expect(read()).toEqual([]);
    expect(find('#graph').classList.contains('veiled')).toBe(false);
    expect(location.hash).toBe('');
  });

  it('reads all relations of a tie that has several, with how many are disputed', () => {
    const tie = find('#graph a[href^="#t."]');
    click(tie);
    const told = [...document.querySelectorAll('article.relation')].filter(
      (article) => (article as HTMLElement).dataset['tie'] === tie.dataset['id'],
    );
    expect(read()).toEqual(told.map(({ id }) => id));
    expect(told.length).toBeGreaterThan(1);
    expect(said()).toMatch(/^Elon Musk and .*: \d relations/);
  });

  it('finds the line of a click that falls beside it', () => {
    document.elementFromPoint = () => find('#graph .sy-lines [data-id] path');
    click(find('#graph'));
    expect(read().length).toBeGreaterThan(0);
  });

  it('lights up everything that was read in a source', () => {
    click(find('article.source h3 a'), 0);
    expect(document.activeElement).toBe(find('article.source h3'));
    expect(document.querySelectorAll('#graph .sy-entities .stands')).toHaveLength(dataset.entities.size);
  });

  it('walks by arrow keys with one stop for the Tab key, and Enter goes on to the words', () => {
    const stops = (): Element[] => [...document.querySelectorAll('#graph [tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    const start = stops()[0]!;
    (start as SVGAElement).focus();
    press(start, 'ArrowRight');
    expect(stops()).toHaveLength(1);
    expect(stops()[0]).not.toBe(start);
    expect(document.activeElement).toBe(stops()[0]);
    expect(read()).toHaveLength(1);
    click(document.activeElement!, 0);
    expect(document.activeElement?.closest('article')?.id).toBe(read()[0]);
  });

  it('zooms by keys, and shows everything again', () => {
    const before = viewBox();
    // Not from elsewhere: dictated words must press no keys (WCAG 2.1.4).
    press(document.body, '+');
    expect(viewBox()).toEqual(before);
    press(find('#graph'), '+');
    expect(viewBox()[2]).toBeLessThan(before[2]!);
    press(find('#graph'), 'ArrowLeft', { ctrlKey: true });
    expect(viewBox()[0]).not.toBe(before[0]);
    press(find('#graph'), '0');
    expect(viewBox()).toEqual(before);
  });

  it('prints everything, wherever the reader is', () => {
    const before = viewBox();
    press(find('#graph'), '+');
    const closer = viewBox();
    window.dispatchEvent(new Event('beforeprint'));
    expect(viewBox()[2]).toBeCloseTo(sceneInRows(dataset).bounds.width, 1);
    window.dispatchEvent(new Event('afterprint'));
    expect(viewBox()).toEqual(closer);
    expect(closer).not.toEqual(before);
  });

  it('switches between light and dark, and says what the button will do', () => {
    const button = find('.toolbar button:last-child');
    expect(button.getAttribute('aria-label')).toBe('Switch to dark colours');
    button.click();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(button.getAttribute('aria-label')).toBe('Switch to light colours');
  });

  it('finds by any spelling and goes to what is picked', () => {
    press(find('#graph'), '/');
    const input = findInput();
    expect(document.activeElement).toBe(input);
    input.value = 'путин';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(find('[role=option]').textContent).toMatch(/^Vladimir Putin/);
    expect(input.getAttribute('aria-activedescendant')).toBe('found-0');
    press(input, 'ArrowDown');
    expect(input.getAttribute('aria-activedescendant')).toBe('found-1');
    press(input, 'ArrowUp');
    press(input, 'Enter');
    expect(read()).toEqual(['e.putin']);
    input.value = 'nobody at all';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(find('.search [role=status]').textContent).toBe('Nothing found for “nobody at all”.');
    press(input, 'Escape');
    expect(input.value).toBe('');
    expect(read()).toEqual(['e.putin']);
  });

  it('tells the story step by step, each with its own picture and address', () => {
    find('.story > button').click();
    expect(said()).toBe('Step 1 of 2. First. One.');
    expect(read()).toEqual(['e.musk']);
    press(find('#graph'), 'n');
    expect(location.hash).toBe('#step.2');
    expect(find('.story li.now').textContent).toContain('Two.');
    expect(linkTo('e.ukraine').getAttribute('display')).toBe('none');
    press(find('#graph'), 'n');
    expect(location.hash).toBe('#step.2');
    click(linkTo('e.trump'));
    expect(read()).toEqual(['e.trump']);
    expect(linkTo('e.ukraine').getAttribute('display')).toBe('none');
    press(find('#graph'), 'p');
    expect(location.hash).toBe('#step.1');
    press(document.body, 'Escape');
    expect(find('.story').classList.contains('told')).toBe(false);
    expect(linkTo('e.ukraine').hasAttribute('display')).toBe(false);
  });

  it('takes the focus on when what had it goes, and when the browser takes it on its way back', () => {
    const start = find('.story > button');
    // No stylesheet is in force here.
    start.checkVisibility = () => !find('.story').classList.contains('told');
    start.focus();
    start.click();
    expect(document.activeElement?.textContent).toBe('Next step');
    (document.activeElement as HTMLElement).blur();
    window.dispatchEvent(new Event('hashchange'));
    expect(document.activeElement?.textContent).toBe('Next step');
    click(linkTo('e.trump'), 0);
    (document.activeElement as HTMLElement).blur();
    press(document.body, 'Escape');
    // Nothing was hidden that had it.
    expect(document.activeElement).toBe(document.body);
  });

  it('turns a page of the story without scrolling, and scrolls where none is told', () => {
    const turn = (): boolean => {
      const event = new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(turn()).toBe(false);
    find('.story > button').click();
    expect(turn()).toBe(true);
    // The last step is told.
    expect(turn()).toBe(false);
  });

  it('does not go on dragging with a button that was let go elsewhere', () => {
    const move = (type: string, clientX: number, buttons: number): void => {
      const event = new MouseEvent(type, { bubbles: true, clientX, buttons });
      find('#holder').dispatchEvent(Object.assign(event, { pointerId: 1 }));
    };
    const before = viewBox();
    move('pointerdown', 0, 1);
    move('pointermove', 90, 0);
    move('pointermove', 180, 0);
    expect(viewBox()).toEqual(before);
  });
});

describe('a page that is opened at an address', () => {
  it('comes up with what the address names', () => {
    history.replaceState(null, '', '/#r.r-musk-putin-contact');
    startViewer(document);
    expect(read()).toEqual(['r.r-musk-putin-contact']);
  });

  it('comes up whole for one that names nothing', () => {
    history.replaceState(null, '', '/#%E0%A4%A');
    startViewer(document);
    expect(read()).toEqual([]);
  });
});

describe('findInPage', () => {
  it('puts names before what is said in passing', () => {
    const found = findInPage(readSearched(document), 'tesla');
    expect(found[0]?.heading).toBe('Tesla');
    expect(found.length).toBeGreaterThan(1);
    expect(findInPage(readSearched(document), '  ')).toEqual([]);
  });
});
