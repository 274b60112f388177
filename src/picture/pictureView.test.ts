// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import bundled from '../../data/musk-putin-2024.json' with { type: 'json' };
import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import { dayNumber } from '../model/dates.ts';
import type { DatasetFile } from '../model/records.ts';
import { HOME, NO_FILTERS, type View } from '../model/view.ts';
import { buildScene, cutScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import { composePicture } from './composePicture.ts';
import { draftPicture } from './draftPicture.ts';
import type { PictureOptions } from './sheet.ts';

const ALL: PictureOptions = { title: true, legend: true, sources: true, background: 'paper' };
const OCTOBER_2022: View = { ...HOME, asOf: dayNumber(2022, 10, 31) };
const RUMOURED: View = { ...HOME, filters: { ...NO_FILTERS, modalities: ['rumoured'] } };
const BOTH: View = { ...OCTOBER_2022, filters: { ...NO_FILTERS, modalities: ['reported'], dispute: 'disputed' } };

let dataset: Dataset;

beforeAll(() => {
  dataset = buildDataset(bundled as unknown as DatasetFile);
});

/** The scene of a view with every entity in a place of its own. */
function sceneOf(view: View): Scene {
  const ids = [...dataset.entities.keys()];
  const places = ids.map((id, i) => [id, { x: (i % 5) * 220, y: Math.floor(i / 5) * 160, side: 'below' }] as const);
  return buildScene(dataset, view, { nodes: new Map(places), ties: new Map() });
}

interface Read {
  readonly paragraphs: readonly string[];
  readonly title: string;
  readonly description: string;
}

function readPicture(svg: string): Read {
  const parsed = new DOMParser().parseFromString(svg, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  const textOf = (node: Element | null): string => (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return {
    paragraphs: [...parsed.querySelectorAll('text')].map(textOf),
    title: textOf(parsed.querySelector('title')),
    description: textOf(parsed.querySelector('desc')),
  };
}

const compose = (view: View, options: Partial<PictureOptions> = {}): Read =>
  readPicture(composePicture(dataset, sceneOf(view), { ...ALL, view, ...options }).pages[0]?.svg ?? '');

describe('a picture under filters and clocks', () => {
  it('says nothing of them while none is in force', () => {
    const plain = composePicture(dataset, sceneOf(HOME), ALL);
    expect(composePicture(dataset, sceneOf(HOME), { ...ALL, view: HOME })).toEqual(plain);
  });

  it('puts the public clock under the title, and leaves out what the dataset says of itself today', () => {
    const { paragraphs } = compose(OCTOBER_2022);
    expect(paragraphs.slice(0, 2)).toEqual([dataset.file.title, 'As published by 31 October 2022']);
    expect(paragraphs.join(' ')).not.toContain(dataset.file.description?.slice(0, 40));
    expect(compose(RUMOURED).paragraphs[1]).toBe(dataset.file.description);
  });

  it('names the public clock even without a title', () => {
    expect(compose(OCTOBER_2022, { title: false }).paragraphs[0]).toBe('As published by 31 October 2022');
  });

  it('names filters and clocks and how much they leave in its footer', () => {
    expect(compose(OCTOBER_2022).paragraphs).toContain(
      'As published by 31 October 2022. 4 of 36 relations shown, between 4 of 22 entities.',
    );
    expect(compose(RUMOURED).paragraphs).toContain(
      'Filters: modality only rumoured. 2 of 36 relations shown, between 3 of 22 entities.',
    );
    expect(compose(BOTH).paragraphs).toContain(
      'Filters: modality only reported; only what is denied or limited. As published by 31 October 2022. 1 of 36 relations shown, between 2 of 22 entities.',
    );
  });

  it('counts the part that it shows', () => {
    const part = cutScene(sceneOf(RUMOURED), new Set(['trump', 'putin']));
    const { pages } = composePicture(dataset, part, { ...ALL, view: RUMOURED });
    expect(readPicture(pages[0]?.svg ?? '').paragraphs.join(' ')).toContain(
      '1 of 36 relations shown, between 2 of 22 entities.',
    );
  });

  it('says them in both alternative texts', () => {
    for (const { title, description } of [compose(BOTH)]) {
      for (const words of [title, description]) {
        expect(words).toContain('Filters: modality only reported; only what is denied or limited.');
        expect(words).toContain('As published by 31 October 2022.');
        expect(words).toContain('limited by Elon Musk');
      }
    }
  });

  it('keeps every denial of what it shows, whatever the filter asks for', () => {
    const { paragraphs, title, description } = compose(RUMOURED);
    expect(paragraphs).toContain('denied by Donald Trump');
    expect(title).toContain('denied by Donald Trump');
    expect(description).toContain('denied by Donald Trump');
  });

  it('judges and cites by the clock', () => {
    const { paragraphs } = compose(OCTOBER_2022);
    expect(paragraphs).toContain('limited by Elon Musk');
    expect(paragraphs.join(' ')).not.toContain('denied by');
  });

  it('says nothing of an event that was not public, where it is drawn all the same', () => {
    const view: View = { ...OCTOBER_2022, keepUnrelated: true };
    const { paragraphs, description } = compose(view);
    expect(description).not.toMatch(/Security concern.*:/);
    expect(paragraphs.some((text) => text.includes('(event):'))).toBe(false);
  });

  it('never cuts the words of its filters', () => {
    const long = 'words that go on and on '.repeat(40);
    const types = [...dataset.types.keys()];
    const view: View = { ...HOME, filters: { ...NO_FILTERS, text: long, types, kinds: ['Person'], minOrigins: 2 } };
    const footer = compose(view).paragraphs.find((text) => text.startsWith('Filters:'));
    expect(footer).toMatch(/shown, between .* entities\.$/);
  });

  it('leaves the name of the file as it is', async () => {
    vi.stubGlobal('fetch', async () => new Response(new Uint8Array(3)));
    const plain = await draftPicture(dataset, sceneOf(HOME), {});
    const past = await draftPicture(dataset, sceneOf(OCTOBER_2022), { view: OCTOBER_2022 });
    expect(past.fileStem).toBe(plain.fileStem);
    expect(past.pages[0]?.svg).toContain('As published by 31 October 2022');
    vi.unstubAllGlobals();
  });
});
