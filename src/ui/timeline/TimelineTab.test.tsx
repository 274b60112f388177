// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import type { Dataset } from '../../model/dataset.ts';
import { dayNumber } from '../../model/dates.ts';
import { claimOf, datasetOf } from '../../words/wordsFixture.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { TimelineTab } from './TimelineTab.tsx';

const story = storyDataset();
const OCTOBER = dayNumber(2022, 10, 31);

afterEach(() => vi.useRealTimers());

function openTimeline(dataset: Dataset = story) {
  const page = renderPanel(<TimelineTab />, dataset);
  const { box, store, doing, press } = page;
  const input = (label: string): HTMLInputElement => {
    const found = [...box.querySelectorAll<HTMLInputElement>('input[type=text]')].find(
      ({ labels }) => labels?.[0]?.textContent === label,
    );
    if (!found) throw new Error(`no field ${label}`);
    return found;
  };
  const write = (element: HTMLInputElement, value: string): void =>
    doing(() => {
      // React hears only what the element's own setter has not told it of.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, value);
      element.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const slider = (label: string): HTMLInputElement => {
    const found = box.querySelector<HTMLInputElement>(`input[type=range][aria-label="${label}"]`);
    if (!found) throw new Error(`no slider ${label}`);
    return found;
  };
  return {
    ...page,
    view: () => store.getState().view,
    said: () => store.getState().said,
    input,
    slider,
    type: (label: string, value: string) => {
      write(input(label), value);
      press(input(label), 'Enter');
    },
    drag: (label: string, days: readonly number[]) => {
      for (const day of days) write(slider(label), String(day));
      doing(() => void slider(label).dispatchEvent(new Event('pointerup', { bubbles: true })));
    },
    button: (words: string) => findByText(box, 'button', words),
    textOf: (label: string) => slider(label).getAttribute('aria-valuetext'),
  };
}

describe('the public clock', () => {
  test('shows everything at first and says up to when', () => {
    const { box, view, textOf, button, input } = openTimeline();
    expect(view().asOf).toBeNull();
    expect(textOf('As published by')).toMatch(/^everything, as published by 25 October 2024; \d+ claims become public/);
    expect(input('As published by').value).toBe('2024-10-25');
    expect(button('Everything known')?.getAttribute('aria-pressed')).toBe('true');
    expect(box.textContent).toContain('as published by 25 October 2024, the newest date in the data');
    expect(box.textContent).toMatch(
      /\d+ of \d+ claims have no public date of their own and count from their source’s date/,
    );
  });

  test('steps by claim with the arrows, by year with Page keys, and says what changed', () => {
    const { view, slider, press, said, textOf } = openTimeline();
    const thumb = slider('As published by');
    press(thumb, 'ArrowLeft');
    expect(view().asOf).toBe(OCTOBER);
    expect(textOf('As published by')).toBe('31 October 2022: 5 claims become public, 1 of them denies or limits');
    expect(said()).toBe('As published by 31 October 2022: 4 of 36 relations. 32 relations not public by then.');
    press(thumb, 'ArrowLeft');
    expect(textOf('As published by')).toBe('1 October 2022: nothing dated is public yet');
    press(thumb, 'ArrowRight');
    expect(view().asOf).toBe(OCTOBER);
    expect(said()).toMatch(
      /^As published by 31 October 2022: 4 of 36 relations\. New: Elon Musk talked about the Ukraine/,
    );
    expect(said()).toContain('limited by Elon Musk');
    expect(said()).toMatch(/; and 1 more\.$/);
    press(thumb, 'PageUp');
    expect(view().asOf).toBe(dayNumber(2023, 10, 31));
    expect(textOf('As published by')).toBe('31 October 2023: nothing changes on this day');
    expect(said()).toBe('As published by 31 October 2023: 4 of 36 relations. Nothing changes.');
    press(thumb, 'Home');
    expect(view().asOf).toBe(dayNumber(2022, 10, 1));
    press(thumb, 'End');
    expect(view().asOf).toBeNull();
    press(thumb, 'ArrowRight');
    expect(view().asOf).toBeNull();
  });

  test('is dragged freely by day, and speaks when it is let go', () => {
    const { drag, view, said } = openTimeline();
    drag('As published by', [OCTOBER + 40, OCTOBER + 20, OCTOBER - 1]);
    expect(view().asOf).toBe(OCTOBER - 1);
    expect(said()).toContain('As published by 30 October 2022: 0 of 36 relations');
    drag('As published by', [dayNumber(2024, 10, 28)]);
    expect(view().asOf).toBeNull();
  });

  test('takes years, months and days, and refuses the rest with a sentence', () => {
    const { type, view, box, input, said, press } = openTimeline();
    type('As published by', '2022-10');
    expect(view().asOf).toBe(OCTOBER);
    for (const wrong of ['2022-13', 'October', '2022-02-30', '99999']) {
      type('As published by', wrong);
      expect(view().asOf).toBe(OCTOBER);
      expect(said()).toContain(`“${wrong}” is not a date that exists.`);
      expect(input('As published by').getAttribute('aria-invalid')).toBe('true');
      expect(box.querySelector('.day-refused')?.textContent).toBe(said());
    }
    type('As published by', '2022/2023');
    expect(said()).toContain('is an interval');
    press(input('As published by'), 'Escape');
    expect(input('As published by').value).toBe('2022-10-31');
    expect(box.querySelector('.day-refused')).toBeNull();
    type('As published by', '2035~');
    expect(view().asOf).toBeNull();
    type('As published by', '2023');
    expect(view().asOf).toBe(dayNumber(2023, 12, 31));
    type('As published by', '');
    expect(view().asOf).toBeNull();
  });

  test('tells the story day by day, each relation as it stood then', () => {
    const { box, click, button, view } = openTimeline();
    const steps = () => [...box.querySelectorAll<HTMLElement>('.step')];
    expect(steps().map((step) => step.querySelector('button')?.textContent)).toEqual([
      '31 October 2022',
      '25 October 2024',
    ]);
    expect(box.querySelector('[aria-current=step]')?.textContent).toBe('25 October 2024');
    expect(steps()[0]?.textContent).toContain('and 1 more relation on this day');
    click(button('31 October 2022'));
    expect(view().asOf).toBe(OCTOBER);
    expect(steps()[0]?.querySelectorAll('.relation-line')).toHaveLength(4);
    expect(steps()[0]?.textContent).toContain('limited by Elon Musk');
    expect(steps()[1]?.querySelectorAll('.relation-line')).toHaveLength(3);
    expect(box.textContent).toContain('As published by 31 October 2022: 4 of 36 relations.');
  });
});

describe('playing', () => {
  test('steps to the end and stops there', () => {
    vi.useFakeTimers();
    const { click, button, view, doing } = openTimeline();
    click(button('Play'));
    expect(view().asOf).toBe(OCTOBER);
    expect(button('Pause')).toBeDefined();
    doing(() => vi.advanceTimersByTime(2100));
    expect(view().asOf).toBeNull();
    expect(button('Play')).toBeDefined();
    doing(() => vi.advanceTimersByTime(20_000));
    expect(view().asOf).toBeNull();
  });

  test('pauses, and stops when the clock is moved by hand', () => {
    vi.useFakeTimers();
    const { click, button, view, doing, store, press, slider } = openTimeline();
    click(button('Play'));
    click(button('Pause'));
    doing(() => vi.advanceTimersByTime(20_000));
    expect(view().asOf).toBe(OCTOBER);
    press(slider('As published by'), 'Home');
    click(button('Play'));
    expect(view().asOf).toBe(OCTOBER);
    doing(() => store.dispatch('setClock', { asOf: OCTOBER - 5 }));
    expect(button('Play')).toBeDefined();
    doing(() => vi.advanceTimersByTime(20_000));
    expect(view().asOf).toBe(OCTOBER - 5);
  });

  test('says that it goes in steps where motion is not wanted', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const { button } = openTimeline();
    expect(button('Play in steps')).toBeDefined();
    vi.unstubAllGlobals();
  });
});

describe('valid time', () => {
  test('is any at first, with every undated relation kept', () => {
    const { box, view, input, textOf } = openTimeline();
    expect(view().held).toBeNull();
    expect([input('What held between').value, input('and the end of the time').value]).toEqual(['', '']);
    expect(textOf('Held from')).toBe('from the beginning; 8 of 8 dated relations');
    expect(box.textContent).toContain('28 undated ones stay in the picture whatever the day.');
  });

  test('its thumbs step to where relations come or go, and never cross', () => {
    const { view, slider, press, said, textOf } = openTimeline();
    press(slider('Held to'), 'Home');
    expect(view().held).toEqual({ from: null, to: dayNumber(2021, 4, 1) });
    expect(said()).toBe(
      'What held until 1 April 2021: 3 of 8 dated relations in the data. 28 undated relations stay in the picture whatever the day.',
    );
    press(slider('Held to'), 'ArrowRight');
    expect(view().held?.to).toBe(dayNumber(2022, 1, 1));
    press(slider('Held from'), 'End');
    expect(view().held).toEqual({ from: dayNumber(2022, 1, 1), to: dayNumber(2022, 1, 1) });
    expect(textOf('Held from')).toMatch(/^1 January 2022; 3 of 8/);
    press(slider('Held to'), 'PageUp');
    expect(view().held?.to).toBe(dayNumber(2023, 1, 1));
    press(slider('Held to'), 'End');
    press(slider('Held from'), 'Home');
    expect(view().held).toBeNull();
  });

  test('no step of a thumb is in vain, there and back', () => {
    const { view, slider, press, textOf } = openTimeline();
    const walk = (label: string, key: string): string[] => {
      const seen = [];
      for (let i = 0; i < 12; i += 1) {
        press(slider(label), key);
        seen.push(textOf(label)?.split(' of ')[0] ?? '');
      }
      return [...new Set(seen)];
    };
    const down = walk('Held to', 'ArrowLeft');
    expect(down.map((text) => text.split('; ')[1])).toEqual(['7', '4', '3']);
    walk('Held to', 'ArrowRight');
    expect(view().held).toBeNull();
    expect(walk('Held from', 'ArrowRight').map((text) => text.split('; ')[1])).toEqual(['7', '5', '2', '1']);
    walk('Held from', 'ArrowLeft');
    expect(view().held).toBeNull();
  });

  test('a dragged thumb stops at the other', () => {
    const { drag, view } = openTimeline();
    drag('Held to', [dayNumber(2022, 6, 1)]);
    drag('Held from', [dayNumber(2022, 5, 1), dayNumber(2023, 5, 1)]);
    expect(view().held).toEqual({ from: dayNumber(2022, 6, 1), to: dayNumber(2022, 6, 1) });
  });

  test('a month means all its days; reversed ends are refused', () => {
    const { type, view, said, button, click } = openTimeline();
    type('What held between', '2022-10');
    type('and the end of the time', '2022-10~');
    expect(view().held).toEqual({ from: dayNumber(2022, 10, 1), to: OCTOBER });
    type('and the end of the time', '2021');
    expect(view().held).toEqual({ from: dayNumber(2022, 10, 1), to: OCTOBER });
    expect(said()).toContain('1 October 2022 comes after 31 December 2021');
    click(button('Any time'));
    expect(view().held).toBeNull();
  });

  test('what has no place on the axis is listed with its standing', () => {
    const { box, click, button } = openTimeline();
    click(button('Undated and open-ended (31)'));
    const sections = [...box.querySelectorAll('.timeline-lists section')].map(
      (section) => section.querySelector('h3')?.textContent,
    );
    expect(sections).toEqual(['With an open end 3', 'Relations without a date 28']);
    expect(box.querySelectorAll('.relation-line .standing').length).toBeGreaterThanOrEqual(3);
    expect(box.textContent).toContain('moments without a date in the past');
  });
});

describe('other data', () => {
  test('claims without any date are listed and always count', () => {
    const { file } = datasetOf([claimOf({ public: 'soon' })]);
    const sources = file.sources.map((source) => ({ ...source, published: null }));
    const { box, click, button } = openTimeline(buildDataset({ ...file, sources }));
    expect(box.textContent).toContain('No claim in this dataset says when it became public');
    expect(box.textContent).toContain('No relation in this dataset has a date');
    expect(box.textContent).toContain('1 claim without any date always counts.');
    click(button('Undated and open-ended'));
    expect(box.textContent).toContain('Claims without any public date');
    expect(box.querySelectorAll('.source-claim')).toHaveLength(1);
  });

  test('an empty dataset has no clocks, and says so', () => {
    const { file } = datasetOf();
    const { box } = openTimeline(buildDataset({ ...file, entities: [], relations: [] }));
    expect(box.querySelector('input')).toBeNull();
    expect(box.textContent).toContain('There are no days to step through.');
  });

  test('a single date is a clock with two positions', () => {
    const { press, slider, view, click, button, said } = openTimeline(datasetOf([claimOf()]));
    press(slider('As published by'), 'ArrowLeft');
    expect(view().asOf).toBe(dayNumber(2024, 10, 24));
    click(button('Everything known'));
    expect(said()).toContain(
      'As published by 25 October 2024: 2 of 2 relations. New: Ann Lee has ties with Bob Ray (stated',
    );
  });
});
