import { getAttribute, localName, printAttributes, printElement, type XmlElement } from '../graphml/xmlElement.ts';

const VIZ = new Set(['color', 'size', 'shape', 'thickness', 'position']);

/** Whether an element is one of Gephi's for looks. */
export function isViz(element: XmlElement): boolean {
  return VIZ.has(localName(element));
}

const isFinite = (text: string | undefined): boolean => !!text?.trim() && Number.isFinite(Number(text));
const isByte = (text: string | undefined): boolean => /^\d{1,3}$/.test(text ?? '') && Number(text) < 256;

/** Red, green and blue of "#ff00ff" or "#f0f"; some readers know only these. */
function partsOfHex(hex: string): readonly (readonly [string, string])[] | null {
  const [, digits = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim()) ?? [];
  if (digits === '') return null;
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return ['r', 'g', 'b'].map((name, i) => [name, String(Number.parseInt(long.slice(i * 2, i * 2 + 2), 16))]);
}

function printColor(element: XmlElement): string | null {
  const { attributes = [] } = element;
  const hex = getAttribute(element, 'hex');
  const parts = hex === undefined ? null : partsOfHex(hex);
  if (!parts && !['r', 'g', 'b'].every((name) => isByte(getAttribute(element, name)))) return null;
  const alpha = getAttribute(element, 'a');
  const usable = attributes.filter(([name]) => name !== 'a' || isFinite(alpha));
  return `<viz:color${printAttributes([...(parts ?? []), ...usable])}/>`;
}

/** Looks as they were kept; what is no colour and no number is left out, since other programs stop at it. */
function printOne(element: XmlElement): string | null {
  const name = localName(element);
  if (name === 'color') return printColor(element);
  if (name === 'position') return null;
  if ((name === 'size' || name === 'thickness') && !isFinite(getAttribute(element, 'value'))) return null;
  return printElement({ ...element, name: `viz:${name}` });
}

/** Looks and place of a node or edge. */
export function printViz(
  content: readonly XmlElement[],
  place: { readonly x: number; readonly y: number } | null,
): string[] {
  const looks = content.filter(isViz).flatMap((element) => printOne(element) ?? []);
  if (place === null) return looks;
  const flat = content.find((element) => localName(element) === 'position');
  const z = flat && getAttribute(flat, 'z');
  const { x, y } = place;
  const attributes = printAttributes([
    ['x', String(x)],
    ['y', String(y)],
    ['z', isFinite(z) ? z : '0'],
  ]);
  return [`<viz:position${attributes}/>`, ...looks];
}
