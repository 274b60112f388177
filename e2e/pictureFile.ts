import type { Page } from '@playwright/test';

/** What a picture's SVG says, read back from the file alone. */
export interface ReadPicture {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly fonts: readonly string[];
  /** Names by entity id, without the number behind. */
  readonly names: Readonly<Record<string, string>>;
  /** Wordings by tie id. */
  readonly wordings: Readonly<Record<string, string>>;
  /** What a group says of itself, by entity or tie id. */
  readonly titles: Readonly<Record<string, string>>;
  /** Every number that stands in the picture, ranges spelled out. */
  readonly numbers: readonly number[];
  /** Every number that the list beneath explains. */
  readonly listed: readonly number[];
  /** All text that is drawn, in order. */
  readonly text: string;
  /** Text that is drawn beyond the picture's edge. */
  readonly outside: readonly string[];
  readonly hasScript: boolean;
}

async function readInPage(source: string): Promise<ReadPicture> {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
  const failed = parsed.querySelector('parsererror');
  if (failed) throw new Error(failed.textContent);
  const svg = document.importNode(parsed.documentElement as unknown as SVGSVGElement, true);
  document.body.replaceChildren(svg);
  await Promise.all([...document.fonts].map((font) => font.load()));
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')];
  const isFigure = (span: Element): boolean =>
    span.getAttribute('font-weight') === '600' && /^\d/.test(span.textContent.trim());
  const figures = texts.flatMap((text) => [...text.querySelectorAll('tspan')].filter(isFigure));
  const spell = (figure: string): number[] => {
    const [first = 0, last = first] = figure.trim().split('–').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  };
  const numbers = figures.flatMap((figure) => spell(figure.textContent));
  const collect = (selector: string): Record<string, string> =>
    Object.fromEntries(
      [...svg.querySelectorAll<SVGGElement>(selector)].map((group) => {
        const own = group.querySelector('text')?.cloneNode(true) as Element | undefined;
        for (const span of own?.querySelectorAll('tspan') ?? []) {
          if (!isFigure(span)) continue;
          // With the space that keeps it from the words.
          const before = span.previousSibling;
          if (before?.textContent) before.textContent = before.textContent.replace(/\u00a0$/, '');
          span.remove();
        }
        return [group.dataset['id'] ?? '', own?.textContent ?? ''];
      }),
    );
  const titles = [...svg.querySelectorAll<SVGGElement>('g[data-id]')].flatMap((group) => {
    const said = group.querySelector('title');
    return said ? [[group.dataset['id'] ?? '', said.textContent]] : [];
  });
  return {
    width: Number(svg.getAttribute('width')),
    height: Number(svg.getAttribute('height')),
    title: svg.querySelector(':scope > title')?.textContent ?? '',
    description: svg.querySelector(':scope > desc')?.textContent ?? '',
    fonts: [...(svg.querySelector('style')?.textContent ?? '').matchAll(/font-family:'([^']+)'[^}]*data:font/g)].map(
      ([, family]) => family ?? '',
    ),
    names: collect('g[id^="entity."]'),
    wordings: collect('g[id^="tie."]:not([id$=".line"])'),
    titles: Object.fromEntries(titles),
    numbers,
    listed: texts.flatMap((text) =>
      /^\d+$/.test(text.textContent) && !text.closest('g[data-id]') ? [Number(text.textContent)] : [],
    ),
    text: texts.map(({ textContent }) => textContent).join('\n'),
    outside: texts.flatMap((text) => {
      const box = text.getBoundingClientRect();
      const isIn =
        box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      return isIn ? [] : [text.textContent];
    }),
    hasScript: svg.querySelector('script, foreignObject, [onload], [onclick], [onerror], a') !== null,
  };
}

/** Reads a picture back in an empty page of its own, where its own fonts are all that it has. */
export async function readPicture(page: Page, svg: string): Promise<ReadPicture> {
  const blank = await page.context().newPage();
  const read = await blank.evaluate(readInPage, svg);
  await blank.close();
  return read;
}
