// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { EntityId } from '../../model/records.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { CalloutLines } from './CalloutLines.tsx';

const story = storyDataset();
const atMusk = { entity: 'musk' as EntityId };

describe('callouts in the details', () => {
  test('stand with what they are about, and can be changed there; in another page only read', () => {
    const { box, store, doing, click } = renderPanel(<CalloutLines about={['musk']} />, story);
    const callouts = [
      { id: 'c1', at: atMusk, text: 'About Musk' },
      { id: 'c2', at: { entity: 'xi' as EntityId }, text: 'About Xi' },
    ];
    doing(() => store.dispatch('setCallouts', { callouts }));
    expect(box.textContent).toContain('About Musk');
    expect(box.textContent).not.toContain('About Xi');
    click(findByText(box, 'button', 'Change'));
    expect(store.getState()).toMatchObject({ dialog: 'callout', callout: { id: 'c1' } });
    doing(() => store.dispatch('report', { embedded: true }));
    expect(box.textContent).toContain('About Musk');
    expect(box.querySelector('button')).toBeNull();
  });
});
