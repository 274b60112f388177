import { PALETTES, type Palette } from '../scene/palette.ts';
import type { EmbeddedFont } from './embedFonts.ts';

function variables({ kinds, ...colours }: Palette): string {
  return [...Object.entries(colours), ...Object.entries(kinds).map(([kind, colour]) => [`kind-${kind}`, colour])]
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('');
}

function fontFace({ family, weight, dataUri, range }: EmbeddedFont): string {
  const only = range ? `unicode-range:${range};` : '';
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:block;src:url(${dataUri}) format("woff2");${only}}`;
}

/**
 * The page's stylesheet: faces, both palettes as custom properties (the reader's choice, else the device's; light on
 * paper), and the rules.
 */
export function writeStandaloneStyle(fonts: readonly EmbeddedFont[], rules: string): string {
  const { light, dark } = PALETTES;
  const toDark = `color-scheme:dark;${variables(dark)}`;
  return [
    ...fonts.map(fontFace),
    `:root{color-scheme:light;${variables(light)}}`,
    `@media screen{:root[data-theme="dark"]{${toDark}}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${toDark}}}`,
    rules,
  ].join('\n');
}
