// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findPaths } from '../../model/findPaths.ts';
import type { EntityId } from '../../model/records.ts';
import type { PathQuestion } from '../../state/appState.ts';
import { followPaths } from '../../state/followPaths.ts';
import { findByText, type Rendered, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { PathPanel } from './PathPanel.tsx';

const story = storyDataset();
const id = (text: string): EntityId => text as EntityId;

async function open(question: Partial<PathQuestion>) {
  const page: Rendered = renderPanel(<PathPanel />, story);
  const main = document.createElement('main');
  main.id = 'graph';
  main.tabIndex = -1;
  document.body.append(main);
  onTestFinished(followPaths(page.store, async (problem) => findPaths(problem)));
  onTestFinished(() => main.remove());
  const settle = (): Promise<void> => act(() => new Promise<void>((resolve) => void setTimeout(resolve)));
  const fields = (): HTMLInputElement[] => [...page.box.querySelectorAll<HTMLInputElement>('input[role=combobox]')];
  const type = (at: number, words: string): void =>
    page.doing(() => {
      const field = fields()[at];
      // React hears only what the element's own setter has not told it of.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words);
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
  page.doing(() => page.store.dispatch('askPath', question));
  await settle();
  return { ...page, fields, type, settle, said: () => page.store.getState().said };
}

describe('how two are connected', () => {
  test('is told path by path: how long, through whom, how firm, each step with its standing and who denies it', async () => {
    const { box, said, store } = await open({ from: id('trump'), to: id('russia') });
    expect(box.querySelector('h2')?.textContent).toBe('How are Donald Trump and Russia connected?');
    const paths = [...box.querySelectorAll('.path')];
    expect(paths).toHaveLength(store.getState().answer?.paths.length ?? -1);
    const [first] = paths;
    expect(first?.querySelector('.path-title')?.textContent).toMatch(/^\d steps, through /);
    expect(first?.querySelector('.path-weakest')?.textContent).toMatch(/^weakest step: /);
    expect(box.textContent).toContain('denied by Donald Trump');
    for (const path of paths) {
      const steps = path.querySelectorAll('ol .relation-line');
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(step.querySelector('.standing-word')?.textContent.trim()).toBeTruthy();
    }
    expect(said()).toContain('10 shortest paths');
  });

  test('one path is lit, another one when it is chosen', async () => {
    const { box, click, store } = await open({ from: id('trump'), to: id('russia') });
    const heads = (): Element[] => [...box.querySelectorAll('.path-head')];
    const pressed = (): string[] => heads().map((head) => head.getAttribute('aria-pressed') ?? '');
    expect(pressed().filter((each) => each === 'true')).toHaveLength(1);
    expect(pressed()[0]).toBe('true');
    click(heads()[1]);
    expect(store.getState().question?.chosen).toBe(1);
    expect(pressed()[1]).toBe('true');
  });

  test('both ends can be found and replaced with the keyboard alone', async () => {
    const { box, fields, type, press, settle, store, said } = await open({ from: id('musk') });
    expect(box.querySelector('h2')?.textContent).toBe('How is Elon Musk connected?');
    expect(document.activeElement).toBe(fields()[1]);
    type(1, 'putin');
    expect(fields()[1]?.getAttribute('aria-expanded')).toBe('true');
    expect(said()).toBe('1 name');
    press(fields()[1], 'ArrowDown');
    const active = document.getElementById(fields()[1]?.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toContain('Vladimir Putin');
    expect(active?.getAttribute('aria-selected')).toBe('true');
    press(fields()[1], 'Enter');
    await settle();
    expect(store.getState().question).toMatchObject({ from: 'musk', to: 'putin' });
    expect(fields()[1]?.value).toBe('Vladimir Putin');
    expect(box.querySelectorAll('.path').length).toBeGreaterThan(0);
    type(0, 'qqqqqqq');
    expect(box.textContent).toContain('No entity is called “qqqqqqq”.');
    press(fields()[0], 'Enter');
    press(fields()[0], 'Escape');
    expect(fields()[0]?.value).toBe('Elon Musk');
    expect(store.getState().question).toMatchObject({ from: 'musk', to: 'putin' });
    press(fields()[0], 'Escape');
    expect(store.getState().question).toBeNull();
  });

  test('what filters cut off is named, with the way out', async () => {
    const { box, click, doing, store, settle } = await open({ from: id('trump'), to: id('russia') });
    doing(() => store.dispatch('setFilters', { standings: ['hypothetical'] }));
    await settle();
    expect(box.querySelectorAll('.path')).toHaveLength(0);
    expect(box.textContent).toContain('No path between Donald Trump and Russia is let through. There is one, but');
    expect(box.textContent).toContain('hidden by standing');
    click(findByText(box, 'button', 'Ignore filters'));
    await settle();
    expect(store.getState().question?.everything).toBe(true);
    expect(box.querySelectorAll('.path').length).toBeGreaterThan(0);
    expect(box.textContent).toContain('the graph does not show now');
  });

  test('an entity has no path to itself', async () => {
    const { box, said } = await open({ from: id('musk'), to: id('musk') });
    expect(box.textContent).toContain('Both ends are Elon Musk. Choose two different names.');
    expect(said()).toContain('Both ends');
  });

  test('closing it takes the focus on to the graph where nothing takes its place', async () => {
    const { box, click, store, settle } = await open({ from: id('musk'), to: id('putin') });
    const back = findByText(box, 'button', 'Back');
    back?.focus();
    click(back);
    expect(store.getState().question).toBeNull();
    await settle();
    expect(document.activeElement?.id).toBe('graph');
  });
});
