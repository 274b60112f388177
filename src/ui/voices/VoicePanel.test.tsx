// @vitest-environment jsdom
import { describe, expect, onTestFinished, test } from 'vitest';
import { chooseRelations } from '../../model/chooseRelations.ts';
import { restsOn } from '../../model/restsOn.ts';
import type { VoiceKey } from '../../model/voices.ts';
import { findByText, findSection, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { VoicePanel } from './VoicePanel.tsx';

const story = storyDataset();
const key = (text: string): VoiceKey => text as VoiceKey;

function open(voice: string) {
  const page = renderPanel(<VoicePanel />, story);
  page.doing(() => page.store.dispatch('light', key(voice)));
  return { ...page, said: () => page.store.getState().said };
}

const count = (section: Element | undefined): number => Number(section?.querySelector('.count')?.textContent);

describe('what rests on whom', () => {
  test('is counted, listed by what would be left, and said', () => {
    const { box, said } = open('source article');
    const all = restsOn(story, key('source article'), { asOf: null });
    const falls = all.supported.filter(({ effect }) => effect === 'falls');
    expect(box.querySelector('h2')?.textContent).toBe('What rests on News article, 25 October 2024?');
    expect(said()).toContain(
      `none of these ${falls.length} relations, events and statements would have any support left.`,
    );
    const section = findSection(box, 'Would have no support left');
    expect(count(section)).toBe(falls.length);
    expect(section?.textContent).toContain('Without: nothing is left that says so');
  });

  test('a denial is listed apart, and the dispute that would go with it', () => {
    const { box, said } = open('id trump');
    const section = findSection(box, 'Denied or limited by nobody else');
    expect(count(section)).toBeGreaterThan(0);
    expect(section?.textContent).toContain('denied by Donald Trump');
    const after = section?.querySelector('.voice-after');
    expect(after?.textContent).toContain('Without:');
    expect(after?.textContent).not.toContain('denied');
    expect(said()).toContain('would no longer be disputed.');
  });

  test('another voice is chosen from those that there are, by what they do', () => {
    const { box, doing, store } = open('unnamed');
    const select = box.querySelector('select');
    const groups = [...box.querySelectorAll('optgroup')].map(({ label }) => label);
    expect(groups).toEqual(['Speakers', 'Not named', 'Sources']);
    expect(select?.value).toBe('unnamed');
    expect(findByText(box, 'option', 'Donald Trump')?.textContent).toMatch(/\(\d+ claims?\)$/);
    doing(() => {
      if (select) select.value = 'id trump';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(store.getState().voice).toBe('id trump');
    expect(box.querySelector('h2')?.textContent).toBe('What rests on Donald Trump?');
  });

  test('a voice that nothing comes through has a sentence of its own and stays in the list', () => {
    const { box } = open('as nobody at all');
    expect(box.textContent).toContain('No claim comes through nobody at all.');
    expect(box.querySelector('select')?.value).toBe('as nobody at all');
  });

  test('what filters hide is counted apart, and no filter changes a standing', () => {
    const { box, doing, store } = open('id musk');
    const before = box.querySelectorAll('section .relation-line, section .voice-thing').length;
    doing(() => store.dispatch('setFilters', { standings: ['hypothetical'] }));
    const { passing } = chooseRelations(story, store.getState().view);
    const lines = box.querySelectorAll('section .relation-line').length;
    expect(lines).toBeLessThan(before);
    expect(lines).toBeLessThanOrEqual(passing?.size ?? 0);
    expect(box.querySelector('.voice-hidden summary')?.textContent).toMatch(/^\d+ more, hidden by filters$/);
  });

  test('under the clock, what was not public yet does not count', () => {
    const { box, doing, store } = open('source article');
    doing(() => store.dispatch('setClock', { asOf: 0 }));
    expect(box.textContent).toContain('No claim that was public by 1 January 1970 comes through');
  });

  test('roles that stand on one claim of their event are one thing', () => {
    const { box } = open('source article');
    const event = [...box.querySelectorAll('.voice-thing')].find((thing) => thing.querySelector('details'));
    expect(event?.querySelector('summary')?.textContent).toMatch(/^\d+ parts? in it$/);
  });

  test('closing it takes the focus on to what takes its place', async () => {
    const { box, doing, store } = open('id musk');
    const next = document.createElement('aside');
    next.id = 'details';
    next.innerHTML = '<h2 tabindex="-1">Elon Musk</h2>';
    document.body.append(next);
    onTestFinished(() => next.remove());
    findByText(box, 'button', 'Back')?.focus();
    doing(() => store.dispatch('stepBack'));
    expect(store.getState().voice).toBeNull();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement).toBe(next.firstChild);
  });
});
