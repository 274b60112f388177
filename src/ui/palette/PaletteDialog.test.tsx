// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../state/commands.ts';
import { renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { PaletteDialog } from './PaletteDialog.tsx';

const story = storyDataset();

/** What jsdom lacks of modal dialogs: opening, and closing with its event. */
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute('open', '');
      this.querySelector('input')?.focus();
    },
    close(this: HTMLDialogElement) {
      if (!this.open) return;
      this.removeAttribute('open');
      this.dispatchEvent(new Event('close'));
    },
  });
  Element.prototype.scrollIntoView = () => undefined;
});

function open(selection: readonly string[] = []) {
  const panel = renderPanel(<PaletteDialog />, story, selection);
  panel.store.dispatch('openDialog', 'palette');
  const field = panel.box.querySelector<HTMLInputElement>('[role="combobox"]')!;
  const active = (): Element | null => document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
  return {
    ...panel,
    field,
    active,
    heard: () => panel.box.querySelector('[aria-live]')?.textContent,
    options: () => [...panel.box.querySelectorAll('[role="option"]')],
    key: (key: string, options?: KeyboardEventInit) => panel.press(field, key, options),
    type: (text: string) =>
      act(() => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
  };
}

describe('the palette', () => {
  test('is a combobox with a list in groups; nothing is chosen unasked', () => {
    const { box, field, options, active, key, store } = open();
    expect(box.querySelector('dialog')?.open).toBe(true);
    expect(document.activeElement).toBe(field);
    expect(box.querySelector(`#${field.getAttribute('aria-controls')}`)?.getAttribute('role')).toBe('listbox');
    for (const group of box.querySelectorAll('[role="group"]'))
      expect(document.getElementById(group.getAttribute('aria-labelledby')!)?.textContent).toMatch(/\w/);
    expect(options().length).toBeGreaterThan(20);
    expect(active()).toBeNull();
    key('Enter');
    expect(store.getState().dialog).toBe('palette');
    key('ArrowDown');
    expect(active()).toBe(options()[0]);
    key('ArrowUp');
    expect(active()).toBe(options().at(-1));
    key('ArrowDown');
    key('PageDown');
    expect(active()).toBe(options()[8]);
    key('PageUp');
    key('PageUp');
    expect(active()).toBe(options()[0]);
    expect(box.querySelectorAll('[aria-selected="true"]')).toHaveLength(1);
  });

  test('runs the first that fits on Enter, after it has closed', () => {
    const { type, key, active, store, box } = open();
    const steps: (string | null)[] = [];
    store.subscribe(({ dialog, theme }) => steps.push(`${dialog} ${theme}`));
    type('dark');
    expect(active()?.textContent).toContain(commands.setTheme.label);
    expect(store.getState().said).toMatch(/^\d+ commands?$/);
    key('Enter');
    expect(box.querySelector('dialog')?.open).toBe(false);
    expect(steps.slice(-2)).toEqual(['null system', 'null dark']);
  });

  test('shows what is not possible now greyed, and does not run it', () => {
    const { type, key, active, click, options, store, heard } = open();
    type('undo');
    expect(options()[0]?.getAttribute('aria-disabled')).toBe('true');
    expect(options()[0]?.textContent).toContain('not possible now');
    expect(active(), 'the first that is possible').not.toBe(options()[0]);
    click(options()[0]);
    expect(store.getState()).toMatchObject({ dialog: 'palette', said: 'Not possible now: Undo' });
    expect(heard(), 'the page around a modal dialog is not heard').toBe('Not possible now: Undo');
    type('undo ');
    expect(heard()).toMatch(/^\d+ commands?$/);
    while (active() !== options()[0]) key('ArrowDown');
    key('Enter');
    expect(store.getState().dialog).toBe('palette');
  });

  test('a click runs too, and the field keeps the focus until then', () => {
    const { type, click, options, store, field } = open();
    type('trump');
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    options()[0]?.dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(field);
    click(options()[0]);
    expect(store.getState()).toMatchObject({ selection: ['trump'], dialog: null });
  });

  test('says when nothing fits, and Enter does nothing then', () => {
    const { type, key, box, store } = open();
    type('qqqqqq');
    expect(box.textContent).toContain('No command and no name contains “qqqqqq”.');
    expect(store.getState().said).toContain('qqqqqq');
    key('ArrowDown');
    key('Enter');
    expect(store.getState().dialog).toBe('palette');
  });

  test('closes by the keys that opened it, and runs nothing', () => {
    const { key, type, store } = open(['musk']);
    type('hide');
    key('P', { ctrlKey: true, shiftKey: true });
    expect(store.getState().dialog).toBeNull();
    expect(store.getState().view.hidden).toEqual([]);
  });
});
