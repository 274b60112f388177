// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { DataError } from '../model/dataError.ts';
import { type ComposedPicture, composePicture } from './composePicture.ts';
import { buildGallery, type Exhibit } from './galleryFixture.ts';
import { PAPER_SPECS, PAPERS, type Paper, PICTURE_STYLES } from './paper.ts';
import {
  EVERYTHING,
  expandFigures,
  figuresOf,
  listOf,
  overlaps,
  parsePage,
  shapeBoxes,
  textBoxes,
  typeSizes,
} from './readPictureFixture.ts';
import type { PictureOptions } from './sheet.ts';

/** The picture, or the reason why there is none. */
function compose({ dataset, scene }: Exhibit, options: Partial<PictureOptions>): ComposedPicture | DataError {
  try {
    return composePicture(dataset, scene, { ...EVERYTHING, ...options });
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
}

function expectTidy(svg: string, paper: Paper): void {
  const parsed = parsePage(svg);
  const { least, margin } = PAPER_SPECS[paper];
  const [width, height] = ['width', 'height'].map((name) => Number(parsed.documentElement.getAttribute(name)));
  const texts = textBoxes(parsed);
  const { discs, rects } = shapeBoxes(parsed);
  // A third of the margin for what stands out of its em box.
  const rim = margin * 0.66;
  for (const { left, top, right, bottom, what } of [...texts, ...discs, ...rects]) {
    expect(left, what).toBeGreaterThanOrEqual(rim);
    expect(top, what).toBeGreaterThanOrEqual(rim);
    expect(right, what).toBeLessThanOrEqual((width ?? 0) - rim);
    expect(bottom, what).toBeLessThanOrEqual((height ?? 0) - rim);
  }
  expect(overlaps(texts, texts)).toEqual([]);
  expect(overlaps(texts, discs)).toEqual([]);
  for (const size of typeSizes(parsed)) expect(size).toBeGreaterThanOrEqual(least - 0.02);
}

let gallery: Exhibit[] = [];

beforeAll(() => {
  gallery = buildGallery();
});

describe('twenty things that are hard to draw', () => {
  it('are twenty', () => expect(gallery).toHaveLength(20));

  it.each(PAPERS)('stay inside, apart and readable on %s', (paper) => {
    let refused = 0;
    for (const exhibit of gallery) {
      // The largest takes long to measure: on the sheets made for it alone.
      if (exhibit.scene.nodes.length > 50 && paper !== 'free' && paper !== 'a3') continue;
      const picture = compose(exhibit, { paper });
      if (picture instanceof DataError) {
        refused += 1;
        expect(picture.code, exhibit.name).toBe('page-too-small');
        expect(compose(exhibit, { paper: picture.params['offer'] as Paper }), exhibit.name).not.toBeInstanceOf(Error);
        continue;
      }
      for (const { svg } of picture.pages) expectTidy(svg, paper);
    }
    expect(refused).toBeLessThanOrEqual(paper === 'free' ? 0 : 3);
  });

  it('number what they list and list what they number', () => {
    for (const exhibit of gallery) {
      const picture = compose(exhibit, {}) as ComposedPicture;
      const drawn = [...figuresOf(picture).values()].flatMap(expandFigures);
      expect(drawn.toSorted(), exhibit.name).toEqual([...listOf(picture).keys()].toSorted());
      expect(new Set(drawn).size).toBe(drawn.length);
      const events = exhibit.scene.nodes.filter(({ standing }) => standing).length;
      expect(drawn.length).toBe(exhibit.dataset.relations.size + events);
    }
  });

  it.each(['free', 'a4', 'wide'] as const)(
    'say who denies what in picture, legend, list and alternative text on %s',
    (paper) => {
      let seen = 0;
      for (const exhibit of gallery) {
        const disputed = exhibit.scene.edges.filter((edge) => edge.disputed);
        const picture = compose(exhibit, { paper });
        if (disputed.length === 0 || picture instanceof DataError) continue;
        seen += disputed.length;
        const first = parsePage(picture.pages[0]?.svg ?? '');
        const words = picture.pages.map(({ svg }) => parsePage(svg).documentElement.textContent).join(' ');
        expect(words, exhibit.name).toContain('somebody denies or limits it');
        for (const { id } of disputed) {
          const group = [...first.querySelectorAll('[data-id]:not([id$=".line"])')].find(
            (one) => one.getAttribute('data-id') === id,
          );
          expect(group?.textContent, exhibit.name).toContain('≠');
          expect(group?.querySelector('rect')?.getAttribute('stroke')).toBe('#b3201a');
          expect(group?.getAttribute('data-disputed')).not.toBeNull();
        }
        const denials = [...listOf(picture).values()].join(' ').match(/(denied|limited) by/g) ?? [];
        expect(denials.length).toBeGreaterThanOrEqual(disputed.length);
        expect(picture.alternative.long.match(/(denied|limited) by/g)).toHaveLength(denials.length);
        expect(first.querySelector('title')?.textContent).toMatch(/Disputed: .*(denied|limited) by/);
      }
      expect(seen).toBeGreaterThan(5);
    },
  );

  it.each(PICTURE_STYLES)('come in %s with the same places and words', (style) => {
    const strip = (svg: string): string => svg.replaceAll(/ (fill|stroke|stroke-width)="[^"]*"/g, '');
    for (const exhibit of gallery) {
      const [light, other] = [compose(exhibit, {}), compose(exhibit, { style })] as [ComposedPicture, ComposedPicture];
      expect(other.pages.map(({ svg }) => strip(svg))).toEqual(light.pages.map(({ svg }) => strip(svg)));
      if (style !== 'grey' && style !== 'print') continue;
      for (const colour of other.pages
        .map(({ svg }) => svg)
        .join('')
        .match(/#[0-9a-f]{6}/g) ?? []) {
        expect(colour.slice(1, 3) === colour.slice(3, 5) && colour.slice(3, 5) === colour.slice(5, 7)).toBe(true);
      }
    }
  });

  it('link sources on the web, and nothing else', () => {
    const exhibit = gallery.find(({ name }) => name === 'many sources')!;
    const { pages } = compose(exhibit, {}) as ComposedPicture;
    const links = pages.flatMap(({ svg }) => [...parsePage(svg).querySelectorAll('a')]);
    expect(links).toHaveLength(20);
    expect(links[0]?.getAttribute('href')).toBe('https://example.org/?a=1&b=1');
    expect(links[0]?.querySelector('title')?.textContent).toBe('What was found in the harbour, part 1');
    expect(pages.map(({ svg }) => svg).join('')).not.toContain('javascript:');
  });
});
