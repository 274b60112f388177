import { viewerScript, viewerStyle } from 'virtual:viewer';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetFile } from '../model/records.ts';
import { PALETTES } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { type Account, buildAccount } from '../words/accounts.ts';
import type { PictureText } from '../words/describePicture.ts';
import { headerText } from '../words/frameText.ts';
import { publishedText, sayDataDate, sayLicence } from '../words/pictureText.ts';
import { plainText } from '../words/plainText.ts';
import { type InForce, sayInForce, sayPictureClocks, sayPictureView } from '../words/sayPictureView.ts';
import { sayHeld, standaloneText } from '../words/standaloneText.ts';
import type { EmbeddedFont } from './composePicture.ts';
import { writeHtmlPage } from './htmlPage.ts';
import { sayAlternative, sayingsOf, sayTitles } from './pictureWords.ts';
import { type Anchors, buildAnchors } from './standaloneAnchors.ts';
import { writeStandaloneLegend } from './standaloneLegend.ts';
import { writeStandaloneStyle } from './standaloneStyle.ts';
import { writeStandaloneWords } from './standaloneWords.ts';
import { attributes, element, escapeText, num } from './svgText.ts';
import { DATASET, PAGE_DATA, type PageData } from './viewer/pageData.ts';
import { writeScene } from './writeScene.ts';

/** Everything that a page that stands alone is made of. */
export interface StandaloneInput {
  readonly dataset: Dataset;
  /** The part that is shown, cut already. */
  readonly scene: Scene;
  /** The filters and clocks under which the scene was built. */
  readonly view: InForce;
  readonly title: string;
  /** Which part of the dataset it is, in words; null for all of it. */
  readonly scope: string | null;
  /** The part's records as a file of their own, for machines. */
  readonly file: DatasetFile;
  /** Replaces the alternative text that the scene gives. */
  readonly alternative?: PictureText | null;
  readonly fonts?: readonly EmbeddedFont[];
}

interface Page extends StandaloneInput {
  readonly account: Account;
  readonly anchors: Anchors;
  readonly alternative: PictureText;
}

function paragraph(name: string, words: string | null): string {
  return words ? element('p', { class: name }, escapeText(words)) : '';
}

function writeHead({ dataset, view, title, scope, scene }: Page): string {
  const { file } = dataset;
  // What the dataset says of itself may hold what was not public by then.
  const standfirst = view.asOf === null ? plainText(file.description ?? '') : '';
  const drawn = scene.edges.reduce((sum, { relations }) => sum + relations.length, 0);
  const counts = {
    entities: [scene.nodes.length, dataset.entities.size],
    relations: [drawn, dataset.relations.size],
  } as const;
  return [
    '<header>',
    element('h1', { dir: 'auto' }, escapeText(plainText(title))),
    paragraph('clocks', sayPictureClocks(view)),
    paragraph('scope', plainText(scope ?? '')),
    paragraph('standfirst', standfirst),
    paragraph('in-force', sayPictureView(dataset, view, counts)),
    '</header>',
  ].join('\n');
}

function writeGraph({ dataset, scene, view, title, anchors, alternative }: Page): string {
  const { x, y, width, height } = scene.bounds;
  const sayings = sayingsOf(dataset, scene, view.asOf);
  const links = new Map([...anchors.entities, ...anchors.ties].map(([id, anchor]) => [id, `#${anchor}`]));
  const head = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    id: 'graph',
    viewBox: [x, y, width, height].map(num).join(' '),
    preserveAspectRatio: 'xMidYMid meet',
    role: 'group',
    'aria-labelledby': 'graph-title',
    'aria-describedby': 'graph-words',
  });
  const drawn = writeScene(scene, PALETTES.light, { classes: true, titles: sayTitles(scene, sayings), links });
  return [
    element('h2', { id: 'graph-title', class: 'unseen' }, escapeText(`${standaloneText.graph}: ${plainText(title)}`)),
    element('p', { id: 'graph-words', class: 'unseen' }, escapeText(alternative.short)),
    `<svg${head}>\n${drawn}\n</svg>`,
  ].join('\n');
}

function writeFoot({ dataset, account }: Page): string {
  const { file } = dataset;
  const newest = [...dataset.sources.values()].map(({ published }) => published ?? '');
  const held = sayHeld(account.entities.length, account.relations.length, account.sources.length);
  const parts = [held, sayDataDate(file.updated ?? newest.toSorted().at(-1)), sayLicence(file.licence)];
  return [
    '<footer>',
    paragraph('data', parts.filter(Boolean).join(' · ')),
    paragraph('frozen', `${standaloneText.frozen} ${standaloneText.data}`),
    paragraph('credit', publishedText.credit),
    '</footer>',
  ].join('\n');
}

function writeBody(page: Page): string {
  const { dataset, scene, account, anchors } = page;
  return [
    element('a', { class: 'skip', href: '#words' }, escapeText(standaloneText.skip)),
    writeHead(page),
    '<main>',
    '<div class="stage" id="stage">',
    writeGraph(page),
    '</div>',
    writeStandaloneLegend(scene.legend, PALETTES.light),
    `<div class="words" id="words" tabindex="-1" role="region" aria-label="${escapeText(standaloneText.words)}">`,
    writeStandaloneWords(dataset, account, anchors),
    writeFoot(page),
    '</div>',
    '</main>',
    '<p id="said" class="unseen" role="status"></p>',
  ].join('\n');
}

function pageData({ scene, anchors }: Page): PageData {
  return {
    bounds: scene.bounds,
    nodes: scene.nodes.map(({ id, x, y }) => ({ id, x, y })),
    ties: scene.edges.map(({ id, from, to }) => ({ id, from, to, anchor: anchors.ties.get(id) ?? '' })),
    steps: [],
  };
}

/**
 * The text of one HTML file that shows a part of a dataset as it is under a view, and needs nothing else: picture,
 * viewer, every claim in words, the data itself. Pure; linear in the part.
 */
export function buildStandalonePage(input: StandaloneInput): string {
  const { dataset, scene, view, title, file, fonts = [] } = input;
  const part = {
    entities: scene.nodes.map(({ id }) => id),
    relations: scene.edges.flatMap(({ relations }) => relations),
  };
  const account = buildAccount(dataset, part, view.asOf);
  const anchors = buildAnchors(account, scene);
  const sayings = sayingsOf(dataset, scene, view.asOf);
  const alternative = input.alternative ?? sayAlternative(title, scene, sayings, sayInForce(dataset, view));
  const page: Page = { ...input, account, anchors, alternative };
  return writeHtmlPage({
    lang: 'en-GB',
    title: headerText.pageTitle(title),
    description: alternative.short,
    style: writeStandaloneStyle(fonts, viewerStyle),
    script: viewerScript,
    data: new Map<string, unknown>([
      [PAGE_DATA, pageData(page)],
      [DATASET, file],
    ]),
    body: writeBody(page),
  });
}
