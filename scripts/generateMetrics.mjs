import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
const target = new URL('src/model/generated/advanceWidths.ts', root);
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek'];
const MARK = /\p{M}/u;

/** Advance widths by code point of one weight of Source Sans 3, all shipped subsets together. */
function readWidths(fontkit, weight) {
  const widths = new Map();
  for (const subset of SUBSETS) {
    const file = `node_modules/@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff2`;
    const font = fontkit.create(readFileSync(new URL(file, root)));
    for (const code of font.characterSet) {
      const advance = (font.glyphForCodePoint(code).advanceWidth * 1000) / font.unitsPerEm;
      widths.set(code, Math.round(advance));
    }
  }
  return widths;
}

/** True where the letter's width follows from its decomposition, so that the table can leave it out. */
function followsFromParts(code, tables) {
  const parts = String.fromCodePoint(code).normalize('NFD');
  if ([...parts].length < 2) return false;
  return tables.every((widths) => {
    let sum = 0;
    for (const part of parts) sum += MARK.test(part) ? 0 : (widths.get(part.codePointAt(0)) ?? Number.NaN);
    return sum === widths.get(code);
  });
}

function rangesOf(codes) {
  const ranges = [];
  let end = 0;
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last && code === end) last.length += 1;
    else ranges.push({ gap: code - end, length: 1 });
    end = code + 1;
  }
  return ranges;
}

/** The text of src/model/generated/advanceWidths.ts; rejects where fontkit or a font cannot be loaded. */
export async function buildMetricsSource() {
  const fontkit = await import('fontkit');
  const regular = readWidths(fontkit, 400);
  const semibold = readWidths(fontkit, 600);
  const codes = [...regular.keys()]
    .filter((code) => code >= 32 && !MARK.test(String.fromCodePoint(code)))
    .filter((code) => !followsFromParts(code, [regular, semibold]))
    .sort((a, b) => a - b);
  const ranges = rangesOf(codes).map(({ gap, length }) => `${gap.toString(36)}:${length.toString(36)}`);
  const widths = codes.map((code) => regular.get(code).toString(36).padStart(2, '0'));
  const extra = codes.map((code) => (semibold.get(code) - regular.get(code) + 100).toString(36).padStart(2, '0'));
  return [
    '// Written by scripts/generateMetrics.mjs from the shipped fonts. Do not edit.',
    '',
    '/** Runs of code points as `gap:length` in base 36, the gap counted from the end of the run before. */',
    `export const RANGES =\n  '${ranges.join(' ')}';`,
    '',
    '/** Two base 36 digits per code point of RANGES: advance width in thousandths of an em, Source Sans 3, 400. */',
    `export const REGULAR =\n  '${widths.join('')}';`,
    '',
    '/** Two base 36 digits per code point of RANGES: what weight 600 is wider, plus 100. */',
    `export const SEMIBOLD_EXTRA =\n  '${extra.join('')}';`,
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const source = await buildMetricsSource();
  writeFileSync(target, source);
  console.log(`${fileURLToPath(target)}: ${source.length} bytes`);
}
