// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from 'vitest';
import type { EntityId } from '../../model/records.ts';
import type { CalloutAsk } from '../../state/appState.ts';
import { renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { CalloutDialog } from './CalloutDialog.tsx';

const story = storyDataset();
const atMusk = { entity: 'musk' as EntityId };

beforeAll(() => {
  // jsdom has no modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
});

function open(ask: CalloutAsk | null, texts: readonly string[] = []) {
  const panel = renderPanel(<CalloutDialog />, story);
  const { box, store, doing } = panel;
  doing(() => {
    store.dispatch('setCallouts', { callouts: texts.map((text, i) => ({ id: `c${i + 1}`, at: atMusk, text })) });
    if (ask) store.dispatch('writeCallout', ask);
    else store.dispatch('listCallouts');
  });
  const field = () => box.querySelector('textarea');
  const type = (text: string): void => {
    const element = field();
    doing(() => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(element, text);
      element?.dispatchEvent(new Event('input', { bubbles: true }));
    });
  };
  const written = () => store.getState().view.callouts.map(({ text }) => text);
  return { ...panel, field, type, written };
}

describe('the dialog of callouts', () => {
  test('says what it is about and whose words these are; Enter adds them and closes', () => {
    const { box, field, type, press, written, store } = open({ at: atMusk });
    expect(box.querySelector('label')?.textContent).toBe('Callout at Elon Musk');
    expect(box.textContent).toContain('Your own words, not a source’s');
    type('Has not answered');
    press(field(), 'Enter');
    expect(written()).toEqual(['Has not answered']);
    expect(store.getState().dialog).toBeNull();
  });

  test('adds nothing that is empty or too long, and says by how much', () => {
    const { box, field, type, press, written } = open({ at: atMusk });
    press(field(), 'Enter');
    type('x'.repeat(212));
    expect(box.textContent).toContain('12 characters too many');
    expect(field()?.getAttribute('aria-invalid')).toBe('true');
    press(field(), 'Enter');
    expect(written()).toEqual([]);
    type(`${'x'.repeat(199)}🇫`);
    expect(box.textContent).toContain('no characters left');
    press(field(), 'Enter');
    expect(written()).toHaveLength(1);
  });

  test('changes one that is there, and can turn to another of the list', () => {
    const { box, field, type, press, click, written } = open({ id: 'c1' }, ['one', 'two']);
    expect(field()?.value).toBe('one');
    click(box.querySelector('[aria-label="Change “two”"]'));
    expect(field()?.value).toBe('two');
    expect(document.activeElement).toBe(field());
    type('two and a half');
    press(field(), 'Enter');
    expect(written()).toEqual(['one', 'two and a half']);
  });

  test('removes from the list, says so, keeps the focus in the dialog', () => {
    const { box, click, written, doing } = open(null, ['one', 'two']);
    expect(box.textContent).toContain('2 callouts in this view');
    const button = box.querySelector<HTMLElement>('[aria-label="Remove “one”"]');
    doing(() => button?.focus());
    click(button);
    expect(written()).toEqual(['two']);
    expect(box.textContent).toContain('Removed: “one”. Undo brings it back.');
    expect(document.activeElement?.closest('dialog')).not.toBeNull();
  });

  test('names those that are not drawn with what they are about', () => {
    // Nothing is placed here, so nothing is drawn.
    const { box } = open(null, ['one']);
    expect(box.textContent).toContain('Elon Musk · not drawn: what it is about is not in the picture');
  });

  test('offers no field where the view is full', () => {
    const { box, field } = open(
      { at: atMusk },
      Array.from({ length: 40 }, (_, i) => `note ${i}`),
    );
    expect(field()).toBeNull();
    expect(box.textContent).toContain('A picture holds 40 callouts at most');
  });
});
