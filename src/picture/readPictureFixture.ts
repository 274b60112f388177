import { measureText } from '../model/textMetrics.ts';
import type { ComposedPicture } from './composePicture.ts';
import type { PictureOptions } from './sheet.ts';

/** A box in px of the finished page. */
export interface ReadBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly what: string;
}

/** Parses a page as XML and throws where it is not well-formed. For tests in jsdom. */
export function parsePage(svg: string): Document {
  const parsed = new DOMParser().parseFromString(svg, 'application/xml');
  const error = parsed.querySelector('parsererror');
  if (error) throw new Error(error.textContent ?? 'not well-formed');
  return parsed;
}

/** The words of an element, its spaces gathered and isolates left out. For tests. */
export function wordsOf(node: Element | null): string {
  return (node?.textContent ?? '')
    .replaceAll(/[\u2067\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

function placeOf(node: Element): Place {
  let place: Place = { x: 0, y: 0, scale: 1 };
  for (let at: Element | null = node; at; at = at.parentElement) {
    const transform = at.getAttribute('transform') ?? '';
    const [, dx = '0', dy = '0'] = /translate\((\S+) (\S+?)\)/.exec(transform) ?? [];
    const scale = Number(/scale\((\S+?)\)/.exec(transform)?.[1] ?? 1);
    place = { x: place.x * scale + Number(dx), y: place.y * scale + Number(dy), scale: place.scale * scale };
  }
  const root = node.ownerDocument.documentElement;
  const [, , width = '1'] = (root.getAttribute('viewBox') ?? '').split(' ');
  const unit = Number(root.getAttribute('width')) / Number(width);
  return { x: place.x * unit, y: place.y * unit, scale: place.scale * unit };
}

function inherited(node: Element, name: string): string | null {
  return node.closest(`[${name}]`)?.getAttribute(name) ?? null;
}

/** Width of a line in its own units: its words, and a number behind them in its own size. */
function widthOf(line: Element): number {
  let width = 0;
  for (const part of line.childNodes) {
    const holder = part.nodeType === 1 ? (part as Element) : line;
    const weight = inherited(holder, 'font-weight') === '600' ? 'semibold' : 'regular';
    const serif = inherited(holder, 'font-family')?.includes('Serif 4') ? 1.15 : 1;
    const words = (part.textContent ?? '').replace(/\s+$/, '');
    width += measureText(words, Number(inherited(holder, 'font-size')), weight) * serif;
  }
  return width;
}

/** Every line of text of a page, from the height of its capitals to the depth of its tails. For tests. */
export function textBoxes(parsed: Document): (ReadBox & { readonly size: number })[] {
  return [...parsed.querySelectorAll('tspan[x], text[x]')]
    .filter((line) => wordsOf(line) !== '')
    .map((line) => {
      const { x, y, scale } = placeOf(line);
      const size = Number(inherited(line, 'font-size'));
      const width = widthOf(line);
      const anchor = inherited(line, 'text-anchor');
      const at = Number(line.getAttribute('x'));
      const left = anchor === 'middle' ? at - width / 2 : anchor === 'end' ? at - width : at;
      const baseline = Number(line.getAttribute('y'));
      return {
        left: x + left * scale,
        right: x + (left + width) * scale,
        top: y + (baseline - 0.66 * size) * scale,
        bottom: y + (baseline + 0.2 * size) * scale,
        size: size * scale,
        what: wordsOf(line),
      };
    });
}

/** Sizes of all type of a page in px, numbers behind words included. For tests. */
export function typeSizes(parsed: Document): number[] {
  const sized = [...parsed.querySelectorAll('text, tspan')].filter(
    (node) => wordsOf(node) !== '' && Number(inherited(node, 'font-size')) > 0,
  );
  return sized.map((node) => Number(inherited(node, 'font-size')) * placeOf(node).scale);
}

/** The discs of a page's graph, and its rectangles but for the ground. For tests. */
export function shapeBoxes(parsed: Document): { readonly discs: ReadBox[]; readonly rects: ReadBox[] } {
  const boxOf = (node: Element, x: number, y: number, width: number, height: number): ReadBox => {
    const place = placeOf(node);
    const [left, top] = [place.x + x * place.scale, place.y + y * place.scale];
    const what = node.closest('[data-id]')?.getAttribute('data-id') ?? '';
    return { left, top, right: left + width * place.scale, bottom: top + height * place.scale, what };
  };
  const read = (node: Element, name: string): number => Number(node.getAttribute(name) ?? 0);
  const circles = [...parsed.querySelectorAll('[id^="entity."] > circle')].map((node) => {
    const r = read(node, 'r');
    return boxOf(node, read(node, 'cx') - r, read(node, 'cy') - r, 2 * r, 2 * r);
  });
  const polygons = [...parsed.querySelectorAll('[id^="entity."] > polygon')].map((node) => {
    const points = (node.getAttribute('points') ?? '').split(' ').map((point) => point.split(',').map(Number));
    const [xs, ys] = [points.map(([x = 0]) => x), points.map(([, y = 0]) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return boxOf(node, x, y, Math.max(...xs) - x, Math.max(...ys) - y);
  });
  const rects = [...parsed.querySelectorAll('rect')]
    .filter((rect) => rect.parentElement !== parsed.documentElement)
    .map((rect) => boxOf(rect, read(rect, 'x'), read(rect, 'y'), read(rect, 'width'), read(rect, 'height')));
  return { discs: [...circles, ...polygons], rects };
}

/** Pairs of boxes that share more than `slack` px both ways, as words. Quadratic; for tests. */
export function overlaps(boxes: readonly ReadBox[], others: readonly ReadBox[], slack = 0.75): string[] {
  return boxes.flatMap((a, i) =>
    others.flatMap((b, j) => {
      if (boxes === others && j <= i) return [];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return across > slack && down > slack ? [`${a.what} × ${b.what}`] : [];
    }),
  );
}

/** The numbered items of the lists on all pages: number or sign → its words. For tests. */
export function listOf({ pages }: ComposedPicture): Map<string, string> {
  const items = new Map<string, string>();
  for (const { svg } of pages) {
    for (const mark of parsePage(svg).querySelectorAll('text[x="0"]')) {
      const rest = [...(mark.parentElement?.children ?? [])].filter((other) => other !== mark);
      items.set(wordsOf(mark), rest.map(wordsOf).join(' '));
    }
  }
  return items;
}

/** The figures at lines and names of the first page: tie or entity → "3" or "3–5". For tests. */
export function figuresOf({ pages: [first] }: ComposedPicture): Map<string, string> {
  const figures = new Map<string, string>();
  for (const group of parsePage(first?.svg ?? '').querySelectorAll('[data-id]:not([id$=".line"])')) {
    const behind = group.querySelector('text > tspan > tspan');
    const alone = group.id.startsWith('tie.') ? group.querySelector('text[font-weight="600"]') : null;
    const words = wordsOf(behind ?? alone).replace(/^≠ /, '');
    if (words !== '' && words !== '≠') figures.set(group.getAttribute('data-id') ?? '', words);
  }
  return figures;
}

/** "3–5" as three numbers. For tests. */
export function expandFigures(figures: string): string[] {
  const [first = 0, last = first] = figures.split('–').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}

/** A picture with everything that it can hold. */
export const EVERYTHING: PictureOptions = { title: true, legend: true, sources: true, background: 'paper' };

/** The first page, parsed. */
export const firstPage = ({ pages }: ComposedPicture): Document => parsePage(pages[0]?.svg ?? '');

/** Everything that is written on all pages. */
export const wordsOn = ({ pages }: ComposedPicture): string =>
  pages.map(({ svg }) => wordsOf(parsePage(svg).documentElement)).join(' ');
