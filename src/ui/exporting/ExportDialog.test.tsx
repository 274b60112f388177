// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DataError } from '../../model/dataError.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Placement } from '../../model/layoutProblem.ts';
import type { DraftPicture } from '../../picture/draftPicture.ts';
import type { AppState } from '../../state/appState.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { useApp } from '../kit/appContext.ts';
import { type Exporter, ExporterContext, type ExportRequest } from '../kit/exporter.ts';
import { findByText, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { findWantedExport, openExport } from '../kit/wantedExport.ts';
import { ExportDialog } from './ExportDialog.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(HTMLDialogElement.prototype, { showModal: () => undefined, close: () => undefined });
  Object.assign(URL, { createObjectURL: () => 'blob:one', revokeObjectURL: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
});

const DRAFT: DraftPicture = {
  pages: [{ svg: '<svg/>', width: 800, height: 600 }],
  alternative: { short: 'A graph.', long: 'A graph. Ties: denied by Donald Trump; also Elon Musk.' },
  fileStem: 'story',
  least: 11,
};

const selectIsPlaced = ({ placement }: AppState): boolean => placement !== null;

function OncePlaced() {
  return useApp(selectIsPlaced) && <ExportDialog />;
}

/** The dialog over an exporter that keeps what it was asked for; `answer` may refuse. */
function open(
  answer: (request: ExportRequest) => DraftPicture,
  dataset: Dataset = storyDataset(),
  before: (store: AppStore) => void = () => undefined,
) {
  const asked: ExportRequest[] = [];
  const file = (request: ExportRequest, type: string) => ({
    blob: new Blob([`File of ${request.format}`], { type }),
    fileName: `story.${request.format}`,
    notes: request.format === 'csv' ? ['Stories are not in tables.'] : [],
  });
  const exporter: Exporter = {
    draft: async (request) => {
      asked.push(request);
      return answer(request);
    },
    make: async (request) => {
      asked.push(request);
      return file(request, request.format === 'csv' ? 'application/zip' : 'text/plain');
    },
    print: async (request) => void asked.push(request),
    offers: async () => ['svg', 'png', 'jpeg', 'sayso', 'csv', 'dossier-html', 'sources-ris'],
  };
  const panel = renderPanel(
    <ExporterContext value={exporter}>
      <OncePlaced />
    </ExporterContext>,
    dataset,
  );
  const nodes = [...dataset.entities.keys()].map((id, i) => [id, { x: i * 200, y: 0, side: 'below' }] as const);
  const placement: Placement = { nodes: new Map(nodes), ties: new Map() };
  panel.doing(() => before(panel.store));
  panel.doing(() => panel.store.dispatch('place', { placement, version: 1, fresh: true }));
  const settle = () => act(() => vi.advanceTimersByTimeAsync(500));
  const choose = async (select: string, value: string): Promise<void> => {
    const label = findByText(panel.box, 'label', select);
    const field = label?.querySelector('select');
    if (!field) throw new Error(`no ${select}`);
    panel.doing(() => {
      field.value = value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
  };
  const kind = async (name: string): Promise<void> => {
    panel.click(findByText(panel.box, '.export-kinds label', name)?.querySelector('input'));
    await settle();
  };
  const button = (name: string) => findByText(panel.box, 'button', name) as HTMLButtonElement | undefined;
  return { ...panel, asked, settle, choose, kind, button, last: () => asked.at(-1) };
}

/** Not disabled, which would lose the focus. */
const isOff = (element: HTMLButtonElement | null | undefined): boolean =>
  element?.disabled === false && element.ariaDisabled === 'true';

test('shows what will be saved, with its description and its size', async () => {
  const { box, settle, last, button } = open(() => DRAFT);
  expect(isOff(button('Save'))).toBe(true);
  await settle();
  expect(box.querySelector('img')?.alt).toBe('A graph.');
  expect(box.querySelector('.export-size')?.textContent).toBe(
    '22 entities and 36 relations · 800 × 600 px · smallest letters 11 px',
  );
  expect(last()).toMatchObject({ format: 'svg', scope: 'all', paper: 'free', title: true });
  expect(isOff(button('Save'))).toBe(false);
});

test('offers formats of this browser alone, and pixels where they count', async () => {
  const { box, settle, choose, last } = open(() => DRAFT);
  await settle();
  const values = [...(findByText(box, 'label', 'File')?.querySelectorAll('option') ?? [])].map(({ value }) => value);
  expect(values).toEqual(['svg', 'png', 'jpeg']);
  expect(findByText(box, 'label', 'Size')).toBeUndefined();
  await choose('File', 'png');
  expect(findByText(box, 'label', 'Size')?.textContent).toContain('2×: 1,600 × 1,200 px');
  expect(last()).toMatchObject({ format: 'png', scale: 2 });
});

test('a failure is a sentence with the choice that mends it', async () => {
  const { box, choose, click, button, last, settle } = open(({ paper }) => {
    if (paper === 'a4') throw new DataError('page-too-small', '', { paper: 'a4', offer: 'a3-landscape' });
    return DRAFT;
  });
  await settle();
  await choose('Shape', 'a4');
  expect(box.querySelector('[role="alert"]')?.textContent).toBeTruthy();
  expect(isOff(button('Save'))).toBe(true);
  button('Use A3 landscape')?.focus();
  click(button('Use A3 landscape'));
  // The offer goes, the focus to what it made possible.
  expect(document.activeElement).toBe(button('Save'));
  await settle();
  expect(last()).toMatchObject({ paper: 'a3-landscape' });
  expect(box.querySelector('[role="alert"]')).toBeNull();
});

test('pages are turned one at a time', async () => {
  const pages = [1, 2, 3].map(() => ({ svg: '<svg/>', width: 794, height: 1123 }));
  const { box, settle, click, button } = open(() => ({ ...DRAFT, pages }));
  await settle();
  const turn = (name: string) => box.querySelector<HTMLButtonElement>(`[aria-label="${name}"]`);
  expect(box.querySelector('.export-pages')?.textContent).toContain('Page 1 of 3');
  expect(isOff(turn('Previous page'))).toBe(true);
  click(turn('Next page'));
  click(turn('Next page'));
  expect(box.querySelector('.export-pages')?.textContent).toContain('Page 3 of 3');
  turn('Next page')?.focus();
  click(turn('Next page'));
  expect(box.querySelector('.export-pages')?.textContent).toContain('Page 3 of 3');
  // Off, and the focus still on it.
  expect(isOff(turn('Next page'))).toBe(true);
  expect(document.activeElement).toBe(turn('Next page'));
  // Several pages fit no clipboard, and one file only packed.
  expect(button('Save 3 pictures in a ZIP')).toBeDefined();
  expect(button('Copy picture')).toBeUndefined();
});

test('own words go with the picture, are warned where they lose a denial, and can be given back', async () => {
  const { box, settle, doing, click, button, last } = open(() => DRAFT);
  await settle();
  const long = box.querySelectorAll<HTMLTextAreaElement>('.export-more textarea')[1]!;
  expect(long.value).toBe(DRAFT.alternative.long);
  doing(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(long, 'Some lines.');
    long.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
  expect(last()?.alternative).toEqual({ short: 'A graph.', long: 'Some lines.' });
  expect(box.querySelector('.export-warning')?.textContent).toContain('Donald Trump');
  button('As generated')?.focus();
  click(button('As generated'));
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  await settle();
  expect(last()?.alternative).toBeNull();
  expect(box.querySelector('.export-warning')).toBeNull();
});

test('data and sources show how they begin and what they leave out; notes leave only when ticked', async () => {
  const dataset = storyDataset();
  const { box, settle, kind, choose, click, last, button } = open(() => DRAFT, {
    ...dataset,
    file: { ...dataset.file, notes: 'Ask the lawyer.' },
  });
  await settle();
  await kind('Data');
  expect(box.querySelector('pre')?.textContent).toBe('File of sayso');
  expect(last()).toMatchObject({ format: 'sayso', notes: false });
  click(findByText(box, 'label', 'Private notes')?.querySelector('input'));
  await settle();
  expect(last()).toMatchObject({ notes: true });
  await choose('File', 'csv');
  expect(box.querySelector('pre')).toBeNull();
  expect(box.querySelector('.export-lost')?.textContent).toContain('Stories are not in tables.');
  expect(button('Copy text')).toBeUndefined();
});

test('what was chosen is kept when the check sheet has been looked at', async () => {
  const { box, settle, choose, click, button, store } = open(() => DRAFT);
  await settle();
  await choose('Colours', 'print');
  click(button('Check before publishing (36)'));
  expect(store.getState().dialog).toBe('check');
  expect(findByText(box, 'label', 'Colours')?.querySelector('select')?.value).toBe('print');
});

test('opens at what the reader has just been told to save, all of it, and the next time at what was chosen', async () => {
  const first = open(
    () => DRAFT,
    storyDataset(),
    (store) => openExport(store, 'data'),
  );
  await first.settle();
  expect(first.last()).toMatchObject({ format: 'sayso', scope: 'all' });
  expect(first.box.querySelector<HTMLInputElement>('.export-kinds :checked')?.parentElement?.textContent).toBe('Data');
  expect(findWantedExport(first.store)).toBeNull();
});
