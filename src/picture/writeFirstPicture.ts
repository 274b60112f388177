import type { Dataset } from '../model/dataset.ts';
import { PALETTES } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { publishedText } from '../words/pictureText.ts';
import { plainText } from '../words/plainText.ts';
import { saySource } from '../words/saySource.ts';
import { type Saying, sayAlternative, sayingsOf, sayTitles } from './pictureWords.ts';
import { attributes, element, escapeText, num } from './svgText.ts';
import { writeScene } from './writeScene.ts';

const TITLE_ID = 'sayso-picture-title';
const DESC_ID = 'sayso-picture-desc';

/**
 * The scene as an SVG element for the built page: presentation attributes in the light palette and classes for the
 * page's stylesheet, no `style`. Its label is the title with every dispute in words.
 */
export function writeFirstPicture(dataset: Dataset, scene: Scene, title: string): string {
  const sayings = sayingsOf(dataset, scene);
  const { bounds } = scene;
  const head = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'sy-picture',
    viewBox: [bounds.x, bounds.y, bounds.width, bounds.height].map(num).join(' '),
    width: '100%',
    height: '100%',
    preserveAspectRatio: 'xMidYMid meet',
    role: 'img',
    'aria-labelledby': `${TITLE_ID} ${DESC_ID}`,
  });
  const name = element('title', { id: TITLE_ID }, escapeText(plainText(title)));
  const words = element('desc', { id: DESC_ID }, escapeText(sayAlternative('', scene, sayings).short));
  const drawn = writeScene(scene, PALETTES.light, { classes: true, titles: sayTitles(scene, sayings) });
  return `<svg${head}>\n${name}\n${words}\n${drawn}\n</svg>`;
}

function relationItem({ sentence, bareStanding, dispute }: Saying): string {
  const denied = dispute === null ? '' : `; <strong>${escapeText(dispute)}</strong>`;
  return `<li>${escapeText(sentence)}: ${escapeText(bareStanding)}${denied}</li>`;
}

/** Everything that a scene says, as HTML for where no script runs: relations with standing and denials, and sources. */
export function writeWords(dataset: Dataset, scene: Scene): string {
  const sayings = sayingsOf(dataset, scene);
  const cited = new Set(sayings.flatMap(({ citations }) => citations.map(({ source }) => source)));
  const sources = [...dataset.sources.values()].filter(({ id }) => cited.has(id));
  const list = (items: readonly string[]): string => (items.length > 0 ? `<ul>\n${items.join('\n')}\n</ul>\n` : '');
  return [
    `<h2>${escapeText(publishedText.relations)}</h2>\n`,
    list(sayings.map(relationItem)),
    sources.length > 0 ? `<h2>${escapeText(publishedText.sources)}</h2>\n` : '',
    list(sources.map((source) => `<li>${escapeText(saySource(source))}</li>`)),
  ].join('');
}
