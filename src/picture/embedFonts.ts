import { element, escapeText } from './svgText.ts';

/** A font file to embed, as a data URI. */
export interface EmbeddedFont {
  readonly family: string;
  readonly weight: number;
  readonly dataUri: string;
  /** CSS `unicode-range`; everything where it is not given. */
  readonly range?: string;
}

/** Where fonts go: `writePage` ends its description so, and no text of the data can hold it. */
const BEFORE = '</desc>\n';

/** A page with fonts in it; the same page where there are none. */
export function embedFonts(svg: string, fonts: readonly EmbeddedFont[]): string {
  if (fonts.length === 0) return svg;
  const rules = fonts.map(({ family, weight, dataUri, range }) => {
    const only = range ? `unicode-range:${range};` : '';
    return `@font-face{font-family:'${family}';font-weight:${weight};${only}src:url(${dataUri}) format('woff2')}`;
  });
  const at = svg.indexOf(BEFORE) + BEFORE.length;
  return `${svg.slice(0, at)}${element('style', {}, escapeText(rules.join('')))}\n${svg.slice(at)}`;
}
