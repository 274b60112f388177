// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { allCommands } from '../../state/shortcuts.ts';
import { sayShortcut } from '../../words/paletteText.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { HelpDialog } from './HelpDialog.tsx';

beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute('open', '');
    },
    close(this: HTMLDialogElement) {
      if (!this.open) return;
      this.removeAttribute('open');
      this.dispatchEvent(new Event('close'));
    },
  });
  Element.prototype.scrollIntoView = () => undefined;
});

test('lists every key of the registry once, under where it works', () => {
  const { box } = renderPanel(<HelpDialog />, storyDataset());
  const lists = [...box.querySelectorAll('.help-keys')];
  const expected = (scope: string) =>
    allCommands
      .filter((one) => one.shortcut && one.scope === scope)
      .map(({ label, shortcut, alias }) => {
        const keys = [shortcut, alias].filter((key) => key !== undefined).map((key) => sayShortcut(key, false));
        return `${keys.join(' or ')}${label}`;
      });
  const rows = (list: Element | undefined): string[] =>
    [...(list?.children ?? [])].map(({ textContent }) => textContent);
  expect(rows(lists[0])).toEqual(expect.arrayContaining(expected('page')));
  expect(rows(lists[1])).toEqual(expect.arrayContaining(expected('graph')));
  expect(lists).toHaveLength(2);
  expect(rows(lists[1])).toContain('Arrow keyWalk from entity to entity');
  expect(rows(lists[0])).toHaveLength(expected('page').length + 1);
});

test('opens at the keys where it is asked to', () => {
  const { box } = renderPanel(<HelpDialog at="keys" />, storyDataset());
  expect(document.activeElement?.textContent).toBe('Keys');
  expect(box.contains(document.activeElement)).toBe(true);
});

test('leads to all commands, closing first', () => {
  const { box, click, store } = renderPanel(<HelpDialog />, storyDataset());
  store.dispatch('openDialog', 'help');
  const seen: unknown[] = [];
  store.subscribe(({ dialog }) => seen.push(dialog));
  click(findByText(box, 'button', 'All commands'));
  expect(seen).toEqual([null, 'palette']);
});
