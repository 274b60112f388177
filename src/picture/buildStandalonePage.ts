import { viewerScript, viewerStyle } from 'virtual:viewer';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetFile } from '../model/records.ts';
import { PALETTES } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { type Account, type AccountPart, buildAccount } from '../words/accounts.ts';
import type { PictureText } from '../words/describePicture.ts';
import { headerText } from '../words/frameText.ts';
import { publishedText, sayDataDate, sayLicence } from '../words/pictureText.ts';
import { plainText } from '../words/plainText.ts';
import { type InForce, sayInForce, sayPictureClocks, sayPictureView } from '../words/sayPictureView.ts';
import { sayHeld, standaloneText } from '../words/standaloneText.ts';
import type { EmbeddedFont } from './embedFonts.ts';
import { writeHtmlPage } from './htmlPage.ts';
import { sayAlternative, sayingsOf, sayTitles } from './pictureWords.ts';
import { type Anchors, buildAnchors, linksTo } from './standaloneAnchors.ts';
import { writeStandaloneLegend } from './standaloneLegend.ts';
import { buildSteps, type StandaloneStory, writeNotes, writeStory } from './standaloneStory.ts';
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
  /** Played in the page; what only its steps show is told in words as well. */
  readonly story?: StandaloneStory | null;
}

interface Page extends StandaloneInput {
  readonly account: Account;
  readonly anchors: Anchors;
  /** The public clock of the words. */
  readonly clock: number | null;
  readonly alternative: PictureText;
}

function paragraph(name: string, words: string | null): string {
  return words ? element('p', { class: name }, escapeText(words)) : '';
}

function dataDate({ file, sources }: Dataset): string {
  const published = [...sources.values()].map((source) => source.published ?? '');
  return sayDataDate(file.updated ?? published.toSorted().at(-1));
}

function writeHead({ dataset, view, clock, title, scope, scene }: Page): string {
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
    paragraph('in-force', view.asOf === clock ? null : standaloneText.clock),
    paragraph('scope', plainText(scope ?? '')),
    paragraph('standfirst', standfirst),
    paragraph('in-force', sayPictureView(dataset, view, counts)),
    paragraph('dated', dataDate(dataset)),
    '</header>',
  ].join('\n');
}

function writeGraph({ dataset, scene, view, title, anchors, alternative }: Page): string {
  const { x, y, width, height } = scene.bounds;
  const sayings = sayingsOf(dataset, scene, view.asOf);
  const head = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    id: 'graph',
    viewBox: [x, y, width, height].map(num).join(' '),
    preserveAspectRatio: 'xMidYMid meet',
    role: 'group',
    'aria-labelledby': 'graph-title',
    'aria-describedby': 'graph-words',
  });
  const titles = sayTitles(scene, sayings);
  const drawn = writeScene(scene, PALETTES.light, { classes: true, titles, links: linksTo(anchors) });
  return [
    element('h2', { id: 'graph-title', class: 'unseen' }, escapeText(`${standaloneText.graph}: ${plainText(title)}`)),
    element('p', { id: 'graph-words', class: 'unseen' }, escapeText(alternative.short)),
    `<svg${head}>\n${drawn}\n</svg>`,
  ].join('\n');
}

function writeFoot({ dataset, account }: Page): string {
  const { file } = dataset;
  const held = sayHeld(account.entities.length, account.relations.length, account.sources.length);
  const parts = [held, dataDate(dataset), sayLicence(file.licence)];
  return [
    '<footer>',
    paragraph('data', parts.filter(Boolean).join(' · ')),
    paragraph('frozen', `${standaloneText.frozen} ${standaloneText.data}`),
    paragraph('credit', publishedText.credit),
    '</footer>',
  ].join('\n');
}

function writeBody(page: Page): string {
  const { dataset, scene, account, anchors, story, clock } = page;
  return [
    element('a', { class: 'skip', href: '#words' }, escapeText(standaloneText.skip)),
    writeHead(page),
    '<main>',
    '<div class="stage">',
    '<div class="tools" id="tools"></div>',
    `<div class="holder" id="holder">\n${writeGraph(page)}\n</div>`,
    '</div>',
    writeStandaloneLegend(scene.legend, PALETTES.light),
    `<div class="words" id="words" tabindex="-1" role="region" aria-label="${escapeText(standaloneText.words)}">`,
    story ? writeStory(story, clock) : '',
    writeNotes(scene),
    writeStandaloneWords(dataset, account, anchors),
    writeFoot(page),
    '</div>',
    '</main>',
    '<p id="said" class="unseen" role="status"></p>',
  ].join('\n');
}

function pageData({ dataset, scene, view, story, anchors }: Page): PageData {
  const steps = story?.steps ?? [];
  const ties = new Map([...steps.flatMap((step) => step.scene.edges), ...scene.edges].map((edge) => [edge.id, edge]));
  return {
    bounds: scene.bounds,
    nodes: scene.nodes.map(({ id, x, y }) => ({ id, x, y })),
    ties: [...ties.values()].map(({ id, from, to }) => ({ id, from, to, anchor: anchors.ties.get(id) ?? '' })),
    steps: buildSteps(dataset, { scene, view }, steps, anchors),
  };
}

/** The public clock of the words: the latest of all that is shown, so that nothing shown goes untold. */
function latestClock({ view, story }: StandaloneInput): number | null {
  const clocks = [view.asOf, ...(story?.steps ?? []).map((step) => step.view.asOf)];
  return clocks.reduce((latest, asOf) => (latest === null || asOf === null ? null : Math.max(latest, asOf)));
}

/** Every record that a page shows somewhere: in its own scene first, then what only steps of its story show. */
export function findPagePart({ scene, story }: Pick<StandaloneInput, 'scene' | 'story'>): AccountPart {
  const scenes = [scene, ...(story?.steps ?? []).map((step) => step.scene)];
  return {
    entities: [...new Set(scenes.flatMap(({ nodes }) => nodes.map(({ id }) => id)))],
    relations: [...new Set(scenes.flatMap(({ edges }) => edges.flatMap(({ relations }) => relations)))],
  };
}

/**
 * The text of one HTML file that shows a part of a dataset as it is under a view, and needs nothing else: picture,
 * viewer, every claim in words, the data itself. Pure; linear in the part.
 */
export function buildStandalonePage(input: StandaloneInput): string {
  const { dataset, scene, view, title, file, fonts = [] } = input;
  const clock = latestClock(input);
  const account = buildAccount(dataset, findPagePart(input), clock);
  const anchors = buildAnchors(account);
  const sayings = sayingsOf(dataset, scene, view.asOf);
  const alternative = input.alternative ?? sayAlternative(title, scene, sayings, sayInForce(dataset, view));
  const page: Page = { ...input, clock, account, anchors, alternative };
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
