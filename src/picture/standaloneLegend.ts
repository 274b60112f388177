import type { Palette } from '../scene/palette.ts';
import type { LegendItem } from '../scene/scene.ts';
import { discRadius } from '../scene/shapes.ts';
import { sayKind } from '../words/names.ts';
import { publishedText, sayLegendLine } from '../words/pictureText.ts';
import { standaloneText } from '../words/standaloneText.ts';
import { drawDisc } from './drawDisc.ts';
import { drawStroke, type Pen } from './drawLine.ts';
import { element, escapeText } from './svgText.ts';

const SIGN = { width: 40, height: 20 } as const;
const DISC = 8;

function sign(width: number, markup: string): string {
  const { height } = SIGN;
  return element('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, markup);
}

function signOf(item: LegendItem, pen: Pen): string {
  const line = `M1 ${SIGN.height / 2}H${SIGN.width - 1}`;
  switch (item.type) {
    case 'kind': {
      const radius = (DISC * discRadius(item.kind, 1, 1)) / discRadius('Person', 1, 1);
      const middle = SIGN.height / 2;
      const word = item.kind === 'Event' ? 'stated' : null;
      return sign(SIGN.height, drawDisc({ kind: item.kind, x: middle, y: middle, radius, word }, pen));
    }
    case 'pattern':
      return sign(SIGN.width, drawStroke(line, item.word, false, pen));
    case 'several':
      return sign(SIGN.width, drawStroke(line, 'stated', true, pen));
    case 'disputed':
      return element('span', { class: 'chip', 'aria-hidden': 'true' }, '≠');
  }
}

function wordsOf(item: LegendItem): string {
  switch (item.type) {
    case 'kind':
      return sayKind(item.kind);
    case 'pattern':
      return sayLegendLine(item.word);
    case 'several':
      return publishedText.several;
    case 'disputed':
      return publishedText.disputed;
  }
}

/** How to read what is drawn, and nothing else, as HTML with its signs in the page's colours. */
export function writeStandaloneLegend(items: readonly LegendItem[], palette: Palette): string {
  if (items.length === 0) return '';
  const pen: Pen = { palette, classOf: (...names) => names.join(' '), bare: false };
  const entry = (item: LegendItem): string =>
    element('li', {}, `${signOf(item, pen)} ${element('span', {}, escapeText(wordsOf(item)))}`);
  return element(
    'section',
    { class: 'legend', 'aria-label': standaloneText.legend },
    element('ul', {}, items.map(entry).join('\n')),
  );
}
