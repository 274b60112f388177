import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createExporter } from './exporter.ts';
import { buildDataset } from './model/buildDataset.ts';
import type { Dataset } from './model/dataset.ts';
import type { Placement } from './model/layoutProblem.ts';
import { parseDataset } from './model/parseDataset.ts';
import { parseStories } from './model/parseStories.ts';
import type { DatasetFile } from './model/records.ts';
import type { DraftPicture, PictureRequest, Reshape } from './picture/draftPicture.ts';
import type { RasterRequest } from './picture/renderRaster.ts';
import { cutScene } from './scene/buildScene.ts';
import type { Scene } from './scene/scene.ts';
import { buildInitialState } from './state/appState.ts';
import { createAppStore } from './state/createAppStore.ts';
import type { Exported } from './ui/kit/exporter.ts';
import { createInlineJobs } from './workers/createInlineJobs.ts';

const FILE: DatasetFile = JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8'));
const STORY = {
  id: 'told',
  title: 'What is said',
  steps: [
    { id: 'a', title: 'Two men', caption: 'One.', show: ['trump', 'putin'] },
    { id: 'b', caption: 'Two.', view: { focus: { ids: ['musk'], hops: 1 } } },
  ],
};

interface Drawn {
  readonly scene: Scene;
  readonly request: PictureRequest;
  readonly reshape: Reshape | undefined;
}
const drawn: Drawn[] = [];
const rendered: RasterRequest[] = [];
const printed: unknown[][] = [];
let pages = 1;

vi.mock('./picture/draftPicture.ts', () => ({
  draftPicture: async (_: Dataset, scene: Scene, request: PictureRequest, reshape?: Reshape): Promise<DraftPicture> => {
    drawn.push({ scene, request, reshape });
    const page = { svg: `<svg>${scene.nodes.length}</svg>`, width: 640, height: 400 };
    const words = `${String(request.title)} denied by Donald Trump`;
    return {
      pages: Array.from({ length: pages }, () => page),
      alternative: { short: words, long: words },
      fileStem: 'stem',
      least: 11,
    };
  },
}));
vi.mock('./picture/pictureFonts.ts', () => ({ loadFonts: async () => [] }));
vi.mock('./picture/renderRaster.ts', async (actual) => ({
  ...(await actual<object>()),
  renderRaster: async (request: RasterRequest) => {
    rendered.push(request);
    return new Blob(['pixels'], { type: `image/${request.format}` });
  },
  offeredRasters: async () => ['png', 'jpeg'],
}));
vi.mock('./ui/printing/printPages.ts', () => ({ printPages: async (...asked: unknown[]) => void printed.push(asked) }));

function start(over: Partial<DatasetFile> = {}) {
  const dataset = buildDataset({ ...FILE, stories: [STORY], ...over });
  const nodes = new Map(
    [...dataset.entities.keys()].map((id, i) => [id, { x: i * 200, y: (i % 5) * 200, side: 'below' as const }]),
  );
  const placement: Placement = { nodes, ties: new Map() };
  const store = createAppStore(buildInitialState(dataset, placement, parseStories(dataset)));
  const exporter = createExporter({ store, stage: { extent: () => undefined }, jobs: createInlineJobs() });
  return { store, exporter, dataset };
}

async function unzip({ blob }: Exported): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

beforeEach(() => {
  for (const list of [drawn, rendered, printed]) list.length = 0;
  pages = 1;
});

describe('pictures', () => {
  it('are of what is selected and in force now, unless the request says otherwise', async () => {
    const { exporter, store } = start();
    store.dispatch('select', { ids: ['xi'], centre: false });
    await exporter.draft({ format: 'svg', scope: 'selection' });
    await exporter.draft({ format: 'svg', scope: 'selection', ids: ['musk'] });
    expect(drawn.map(({ request }) => request.ids)).toEqual([['xi'], ['musk']]);
    expect(drawn[0]?.request.view).toBe(store.getState().view);
  });

  it('are drawn once for preview, file and print, and anew when something changes', async () => {
    const { exporter, store } = start();
    await exporter.draft({ format: 'svg' });
    await exporter.make({ format: 'svg' });
    await exporter.make({ format: 'png', scale: 3 });
    await exporter.print({ format: 'pdf' });
    expect(drawn).toHaveLength(1);
    await exporter.make({ format: 'svg', legend: false });
    store.dispatch('focusOn', { ids: ['xi' as never], hops: 1 });
    await exporter.make({ format: 'svg', legend: false });
    expect(drawn).toHaveLength(3);
    expect(printed).toEqual([[expect.any(Array), 'free', 'stem']]);
  });

  it('are never black where a JPEG is to be transparent', async () => {
    const { exporter } = start();
    const made = await exporter.make({ format: 'jpeg', background: 'transparent' });
    expect([drawn[0]?.request.background, rendered[0]?.background]).toEqual(['paper', 'paper']);
    expect(made.notes.join()).toMatch(/^A JPEG holds no description/);
    expect((await exporter.make({ format: 'png' })).notes).toEqual([]);
  });

  it('of several pages are one ZIP, with their description beside them', async () => {
    pages = 2;
    const { exporter } = start();
    const made = await exporter.make({ format: 'svg' });
    expect(made.fileName).toBe('stem.zip');
    const files = await unzip(made);
    expect(Object.keys(files)).toEqual(['stem-page-1.svg', 'stem-page-2.svg', 'descriptions.txt']);
    expect(files['descriptions.txt']).toContain('denied by Donald Trump');
    expect(made.notes).toEqual(['2 pictures in one ZIP, with their description beside them.']);
  });

  it('of a story are a series, each of its step’s view', async () => {
    const { exporter } = start();
    const made = await exporter.make({ format: 'svg', story: 'told' });
    expect(made.fileName).toMatch(/^musk-putin-2024-what-is-said-.*\.zip$/);
    const names = Object.keys(await unzip(made));
    expect(names.slice(0, -1)).toEqual([
      expect.stringMatching(/what-is-said-01-.*\.svg$/),
      expect.stringMatching(/what-is-said-02-.*\.svg$/),
    ]);
    expect(drawn.map(({ request: { scope, ids, title, standfirst } }) => ({ scope, ids, title, standfirst }))).toEqual([
      { scope: 'selection', ids: ['trump', 'putin'], title: 'Two men', standfirst: 'One.' },
      { scope: 'all', ids: [], title: 'What is said', standfirst: 'Two.' },
    ]);
    expect(drawn[1]?.scene.nodes.length).toBeLessThan(drawn[0]?.scene.nodes.length ?? 0);
    expect((await exporter.draft({ format: 'pdf', story: 'told' })).pages).toHaveLength(2);
    await expect(exporter.make({ format: 'svg', story: 'untold' })).rejects.toMatchObject({ code: 'no-story' });
  });

  it('are arranged anew for a room, and once for the same', async () => {
    const { exporter, store } = start();
    const jobs = createInlineJobs();
    const run = vi.spyOn(jobs, 'run');
    const other = createExporter({
      store,
      stage: { extent: () => undefined },
      jobs,
    });
    await exporter.draft({ format: 'svg', reshape: true });
    await other.draft({ format: 'svg', reshape: true });
    const part = cutScene(drawn[1]!.scene, new Set(['trump', 'putin', 'musk']));
    const reshape = drawn[1]!.reshape!;
    const scene = await reshape(part, { width: 900, height: 300 });
    expect(await reshape(part, { width: 900, height: 300 })).toEqual(scene);
    expect(run).toHaveBeenCalledTimes(1);
    expect(scene.nodes.map(({ id }) => id)).toEqual(part.nodes.map(({ id }) => id));
    expect(scene.bounds.width).toBeGreaterThan(scene.bounds.height);
  });
});

describe('data', () => {
  it('is the whole file again, stories included, without private notes unless asked', async () => {
    const { exporter } = start({ notes: 'Ring him again' });
    const { blob, fileName, notes } = await exporter.make({ format: 'sayso' });
    const written = JSON.parse(await blob.text());
    expect(written).toEqual({ ...FILE, stories: [STORY] });
    expect([fileName, notes]).toEqual([expect.stringMatching(/^musk-putin-2024-[\d-]+\.json$/), []]);
    const kept = await exporter.make({ format: 'sayso', notes: true });
    expect(await kept.blob.text()).toContain('Ring him again');
  });

  it('of a part opens again, and says what it leaves behind', async () => {
    const { exporter } = start();
    const { blob, notes, fileName } = await exporter.make({ format: 'sayso', scope: 'neighbourhood', ids: ['trump'] });
    const { file, issues } = parseDataset(JSON.parse(await blob.text()));
    expect(issues).toEqual([]);
    expect(file.entities.length).toBeLessThan(FILE.entities.length);
    expect(fileName).toContain('neighbourhood-of-donald-trump');
    expect(notes.join(' ')).toContain('The story is left out');
  });

  it('comes as tables', async () => {
    const { exporter } = start();
    const tables = await unzip(await exporter.make({ format: 'csv' }));
    expect(Object.keys(tables)).toEqual(
      expect.arrayContaining(['entities.csv', 'relations.csv', 'claims.csv', 'sources.csv']),
    );
    expect(tables['relations.csv']).toContain('Donald Trump');
  });
});

describe('words', () => {
  it('list the sources that a part rests on, for each reference manager', async () => {
    const { exporter } = start();
    const formats = ['sources-markdown', 'sources-csl', 'sources-bibtex', 'sources-ris'] as const;
    const names: string[] = [];
    for (const format of formats) {
      const { blob, fileName } = await exporter.make({ format, scope: 'selection', ids: ['trump', 'putin'] });
      expect(await blob.text()).toContain('2024');
      names.push(fileName.replace(/^musk-putin-2024-sources-donald-trump-and-vladimir-putin|-\d{4}-\d\d-\d\d/g, ''));
    }
    expect(names.toSorted()).toEqual(['.bib', '.json', '.md', '.ris']);
  });

  it('tell of every relation of a part, and who denies it', async () => {
    const { exporter } = start();
    for (const format of ['dossier-html', 'dossier-markdown'] as const) {
      const { blob, fileName } = await exporter.make({ format, scope: 'selection', ids: ['trump', 'putin'] });
      expect(await blob.text()).toMatch(/denied by Donald Trump/i);
      expect(fileName).toMatch(/^musk-putin-2024-dossier-donald-trump-and-vladimir-putin-.*\.(?:html|md)$/);
    }
  });

  it('and picture stand alone in one page, with the story that is asked for', async () => {
    const { exporter } = start();
    const { blob, fileName } = await exporter.make({ format: 'html', story: 'told' });
    const page = await blob.text();
    expect(fileName).toMatch(/^musk-putin-2024-[\d-]+\.html$/);
    expect(page).toContain('Two men');
    expect(page).toContain('denied by Donald Trump');
    expect(await (await exporter.make({ format: 'html' })).blob.text()).not.toContain('Two men');
    await expect(exporter.make({ format: 'html', story: 'untold' })).rejects.toMatchObject({ code: 'no-story' });
  });
});

describe('what cannot be', () => {
  it('is refused with a code that has a sentence', async () => {
    const { exporter } = start();
    const code = (making: Promise<unknown>) => making.catch((error: { code?: string }) => error.code);
    expect(await code(exporter.make({ format: 'pdf' }))).toBe('print-only');
    expect(await code(exporter.make({ format: 'docx' as never }))).toBe('bad-option');
    expect(await code(exporter.make(undefined as never))).toBe('bad-option');
    expect(await code(exporter.make({ format: 'sayso', scope: 'selection' }))).toBe('no-scope');
  });

  it.each([
    ['scope', 'everything'],
    ['paper', 'a7'],
    ['style', 'pink'],
    ['ids', 'musk'],
    ['scale', 'big'],
    ['title', 5],
    ['alternative', 'words'],
  ])('is refused by its name: a %s of %s', async (option, value) => {
    const { exporter } = start();
    for (const format of ['svg', 'csv', 'html'] as const) {
      const asked = { format, [option]: value } as Parameters<typeof exporter.make>[0];
      await expect(exporter.make(asked)).rejects.toMatchObject({ code: 'bad-option', params: { option } });
    }
  });

  it('is not offered', async () => {
    const offers = await start().exporter.offers();
    expect(offers).not.toContain('webp');
    expect(offers).toEqual(expect.arrayContaining(['svg', 'png', 'jpeg', 'pdf', 'html', 'csv']));
  });
});
