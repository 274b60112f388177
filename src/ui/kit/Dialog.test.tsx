// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import type { AppState } from '../../state/appState.ts';
import { useApp } from './appContext.ts';
import { Dialog } from './Dialog.tsx';
import { renderPanel, storyDataset } from './PanelFixture.tsx';

beforeEach(() => {
  // As Chromium does where what had the focus before is gone: the focus stays where it is, in what is closed.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.querySelector('button')?.focus();
    },
    close(this: HTMLDialogElement) {
      if (this.isConnected) this.dispatchEvent(new Event('close'));
    },
  });
});

const selectDialog = ({ dialog }: AppState) => dialog;

function Page() {
  const dialog = useApp(selectDialog);
  return (
    <>
      <button type="button">Export</button>
      {(dialog === 'export' || dialog === 'check') && (
        <Dialog key={dialog} title={dialog} closeLabel="Close" className="">
          <p>{dialog}</p>
        </Dialog>
      )}
    </>
  );
}

test('gives the focus back to what opened the first of several dialogs', () => {
  const { box, store, doing, click } = renderPanel(<Page />, storyDataset());
  const opener = box.querySelector('button')!;
  opener.focus();
  doing(() => store.dispatch('openDialog', 'export'));
  doing(() => store.dispatch('openDialog', 'check'));
  expect(box.querySelector('dialog')?.textContent).toContain('check');
  expect(document.activeElement?.textContent).toBe('Close');
  click(document.activeElement);
  expect(store.getState().dialog).toBeNull();
  expect(document.activeElement).toBe(opener);
});
