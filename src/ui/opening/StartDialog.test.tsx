// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, expect, test } from 'vitest';
import type { AppState } from '../../state/appState.ts';
import { openingText } from '../../words/openingText.ts';
import { useApp } from '../kit/appContext.ts';
import { findOffer, offer } from '../kit/offered.ts';
import { OpenerContext } from '../kit/opener.ts';
import { openingNames } from '../kit/openFiles.ts';
import { createFakeOpener, REPORT } from '../kit/openingFixture.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { type KeptEntry, type Shelf, ShelfContext, type ShelfState } from '../kit/shelf.ts';
import { answerPage } from './answerPage.ts';
import { OpenedNotice } from './OpenedNotice.tsx';
import { OpeningProgress } from './OpeningProgress.tsx';
import { StartDialog } from './StartDialog.tsx';

beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, { showModal: () => undefined, close: () => undefined });
});

const KEPT: KeptEntry = {
  key: 'k',
  title: 'Banks',
  entities: 10_000,
  relations: 50_000,
  bytes: 4_200_000,
  changed: 0,
  format: 'table',
  savedTo: 'graph of banks.json',
};

function createFakeShelf(problem: ShelfState['problem']) {
  let entries = [KEPT];
  const listeners = new Set<() => void>();
  const done: string[] = [];
  const shelf: Partial<Shelf> = {
    list: async () => entries,
    state: async () => ({ problem, usage: null, quota: null }),
    current: async () => 'k',
    reopen: async (key) => {
      done.push(`reopen ${key}`);
      return new File(['{}'], 'graph of banks.json');
    },
    open: async (key) => void done.push(`open ${key}`),
    remove: async (key) => {
      done.push(`remove ${key}`);
      entries = [];
      for (const listener of listeners) listener();
    },
    removeAll: async () => void done.push('remove all'),
    persist: async () => false,
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { shelf: shelf as Shelf, done };
}

const selectDialog = ({ dialog }: AppState) => dialog;

function Page() {
  return useApp(selectDialog) === 'open' && <StartDialog />;
}

async function open(problem: ShelfState['problem'] = null, files: readonly File[] = []) {
  const opener = createFakeOpener();
  const { shelf, done } = createFakeShelf(problem);
  const panel = renderPanel(
    <OpenerContext value={opener}>
      <ShelfContext value={shelf}>
        <Page />
        <OpeningProgress />
      </ShelfContext>
    </OpenerContext>,
    storyDataset(),
  );
  if (files.length > 0) offer(panel.store, { pasted: files.map((file) => ({ name: file.name, content: file })) });
  panel.doing(() => panel.store.dispatch('openDialog', 'open'));
  const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  await settle();
  const click = async (name: string) => {
    panel.click(findByText(panel.box, 'button', name) ?? panel.box.querySelector(`[aria-label="${name}"]`));
    await settle();
  };
  const type = async (text: string) => {
    const field = panel.box.querySelector('textarea')!;
    panel.doing(() => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle();
  };
  return { ...panel, opener, done, settle, click, type };
}

test('the example comes first, then what is kept with its size; each is opened by its name', async () => {
  const { box, click, done, store } = await open();
  const titles = [...box.querySelectorAll('.kept-title')].map(({ textContent }) => textContent);
  expect(titles).toEqual([openingText.bundled, 'Banks']);
  expect(openingText.bundled.replace('’', "'")).toBe(storyDataset().file.title);
  expect(box.textContent).toContain('10,000 entities · 50,000 relations · 4.2 MB');
  await click('Banks');
  expect(done).toEqual(['open k']);
  expect(store.getState().dialog).toBeNull();
});

test('what was saved to a file is read from it again, and what is open is marked', async () => {
  const { box, click, done, opener } = await open();
  expect(box.querySelector('.kept-about .kept-open')?.textContent).toBe(openingText.openNow);
  await click(openingText.reopen('graph of banks.json'));
  expect(done).toEqual(['reopen k']);
  expect(opener.opened[0]?.files[0]?.name).toBe('graph of banks.json');
});

test('deleting asks once, and what is gone is gone from the list', async () => {
  const { box, click, done } = await open();
  await click('Delete Banks');
  expect(document.activeElement?.textContent).toBe('Delete');
  expect(box.querySelector('.ask-once')?.textContent).toContain('Delete “Banks” for good?');
  await click('Keep');
  expect(done).toEqual([]);
  await click('Delete Banks');
  panelClick(box, '.ask-once button');
  await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
  expect(done).toEqual(['remove k']);
  expect(box.textContent).not.toContain('Banks');
  expect(box.textContent).toContain(openingText.nothingKept);
});

function panelClick(box: Element, selector: string): void {
  act(() => box.querySelector<HTMLElement>(selector)?.click());
}

test('says how well the browser keeps things, and what it answered', async () => {
  const { box, click } = await open('volatile');
  expect(box.textContent).toContain(openingText.storage.volatile);
  await click(openingText.persist);
  expect(box.textContent).toContain(openingText.notPersisted);
  const refused = await open('refused');
  expect(refused.box.textContent).toContain(openingText.storage.refused);
  expect(findByText(refused.box, 'button', openingText.removeAll)).toBeUndefined();
});

test('what is typed or pasted as a table leads to how it is read, by the choice that was made', async () => {
  const { box, click, type, store, doing, settle } = await open();
  panelClick(box, 'input[type="radio"]:not(:checked)');
  await type('Who\tWhom');
  await click(openingText.openPasted);
  expect(store.getState().dialog).toBe('mapping');
  expect(findOffer(store)).toMatchObject({ add: true, files: [{ name: openingText.pasted, content: 'Who\tWhom' }] });
  expect(store.getState().busy).toBeNull();
  doing(() => store.dispatch('openDialog', 'open'));
  await settle();
  expect(box.querySelector('.start-offered')).toBeNull();
});

test('what was pasted on the page is offered and opened only when asked', async () => {
  const { box, click, opener, store } = await open(null, [new File(['{}'], 'graph.json')]);
  expect(box.querySelector('.start-offered')?.textContent).toContain('graph.json (2 bytes)');
  expect(opener.opened).toHaveLength(0);
  await click(openingText.openOffered);
  expect(opener.opened.map(({ choices }) => choices.add)).toEqual([false]);
  expect(openingNames(store)).toEqual([]);
  expect(store.getState().dialog).toBeNull();
});

test('a file that cannot be read is told, and what is open stays', async () => {
  const { opener, store, settle, doing } = await open();
  const before = store.getState().dataset;
  const file = new File([''], 'broken.csv');
  doing(() => answerPage(store, opener, { type: 'drop', files: [file], text: '', target: document.body }));
  await settle();
  expect(store.getState()).toMatchObject({ failure: { code: 'empty-file', where: 'broken.csv' }, busy: null });
  expect(store.getState().dataset).toBe(before);
});

test('files dragged over the page raise a veil with two places; what is dropped on the second is added', async () => {
  const { opener, store, settle, doing } = await open();
  const brought = { files: [], text: '', target: document.body };
  doing(() => answerPage(store, opener, { type: 'dragenter', ...brought }));
  doing(() => answerPage(store, opener, { type: 'dragover', ...brought }));
  expect(document.querySelectorAll('.drop-veil')).toHaveLength(1);
  const target = document.querySelector('.drop-add p');
  doing(() => answerPage(store, opener, { type: 'drop', files: [new File(['{}'], 'graph.json')], text: '', target }));
  await settle();
  expect(document.querySelector('.drop-veil')).toBeNull();
  expect(opener.opened[0]?.choices.add).toBe(true);
});

test('Escape stops what is being opened and nothing else', async () => {
  const { box, opener, store, doing, press } = await open();
  doing(() => store.dispatch('closeDialog'));
  doing(() => store.dispatch('report', { busy: { what: 'open', done: 0.426 } }));
  expect(box.textContent).toContain('42%');
  press(box, 'Escape');
  expect(opener.count.cancelled).toBe(1);
  expect(store.getState().said).toBe(openingText.cancelled);
});

test('the notice says what there is to look at or was guessed, and nothing where there is nothing', async () => {
  const dataset = storyDataset();
  const { box, store, doing, click } = renderPanel(<OpenedNotice />, dataset);
  const show = (report: typeof REPORT) =>
    doing(() => store.dispatch('openDataset', { dataset, placement: null, report }));
  show(REPORT);
  expect(box.textContent).toContain('Opened paid.csv: 40 entities, 1,199 relations; 37 things to look at');
  click(findByText(box, 'button', openingText.noticeMore));
  expect(store.getState().dialog).toBe('report');
  click(findByText(box, 'button', openingText.close));
  expect(box.textContent).toBe('');
  show({ ...REPORT, issues: REPORT.issues.filter(({ severity }) => severity === 'note') });
  expect(box.querySelector('p')?.textContent).toBe('Opened paid.csv: 40 entities, 1,199 relations.');
  show({ ...REPORT, issues: [] });
  expect(box.textContent).toBe('');
});
