import type { Dataset } from '../model/dataset.ts';
import type { Box } from '../model/layoutProblem.ts';
import { cutScene } from '../scene/buildScene.ts';
import { PALETTES } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import { plainText } from '../words/plainText.ts';
import { type InForce, sayPictureClocks } from '../words/sayPictureView.ts';
import { standaloneText } from '../words/standaloneText.ts';
import { selectedEntities } from './pictureScope.ts';
import { sayingsOf, sayTitles } from './pictureWords.ts';
import { type Anchors, linksTo } from './standaloneAnchors.ts';
import { element, escapeText } from './svgText.ts';
import type { PageStep } from './viewer/pageData.ts';
import { writeScene } from './writeScene.ts';

/** A step of a story with the scene that it shows. */
export interface StandaloneStep {
  readonly title: string | null;
  readonly caption: string;
  readonly scene: Scene;
  /** The filters and clocks under which its scene was built. */
  readonly view: InForce;
  /** Ids of the records that stand out. */
  readonly selection: readonly string[];
  /** Ids that the camera frames; null for everything. */
  readonly show: readonly string[] | null;
}

/** A story that goes with a page. */
export interface StandaloneStory {
  readonly title: string;
  readonly description?: string | undefined;
  readonly steps: readonly StandaloneStep[];
}

/** A group of a written scene: the layer that it lies in, the record that it draws, its markup. */
interface Group {
  readonly layer: string;
  readonly id: string;
  readonly markup: string;
}

const LAYER = /^<g class="(sy-[a-z]+)">$/;
const GROUP = /^<[ag] [^>]*?data-(?:id|callout)="([^"]*)"/;

/** The groups of what `writeScene` writes, which has each on a line of its own. Linear. */
function splitGroups(markup: string, scene: Scene): Map<string, Group> {
  const drawn: readonly string[] = [...scene.nodes, ...scene.edges, ...scene.callouts].map(({ id }) => id);
  const ids = new Map(drawn.map((id) => [escapeText(id), id]));
  const groups = new Map<string, Group>();
  let layer = '';
  for (const line of markup.split('\n')) {
    layer = LAYER.exec(line)?.[1] ?? layer;
    const id = ids.get(GROUP.exec(line)?.[1] ?? '');
    if (id !== undefined) groups.set(`${layer} ${id}`, { layer, id, markup: line });
  }
  return groups;
}

function writeGroups(dataset: Dataset, scene: Scene, view: InForce, links: ReadonlyMap<string, string>) {
  const titles = sayTitles(scene, sayingsOf(dataset, scene, view.asOf));
  return splitGroups(writeScene(scene, PALETTES.light, { classes: true, titles, links }), scene);
}

function frameOf(dataset: Dataset, { scene, show }: StandaloneStep): Box {
  const framed = new Set<string>(show ? selectedEntities(dataset, scene, show) : []);
  return framed.size > 0 ? cutScene(scene, framed).bounds : scene.bounds;
}

/** Ids of the entities and ties that draw what is selected. */
function drawnFor({ scene, selection }: StandaloneStep): string[] {
  const wanted = new Set(selection);
  const ties = scene.edges.filter(({ id, relations }) => wanted.has(id) || relations.some((each) => wanted.has(each)));
  const nodes = scene.nodes.filter(({ id }) => wanted.has(id));
  return [...ties, ...nodes].map(({ id }) => id);
}

/** What each step's picture has different from the page's. Linear in the scenes. */
export function buildSteps(
  dataset: Dataset,
  base: { readonly scene: Scene; readonly view: InForce },
  steps: readonly StandaloneStep[],
  anchors: Anchors,
): PageStep[] {
  if (steps.length === 0) return [];
  const links = linksTo(anchors);
  const before = writeGroups(dataset, base.scene, base.view, links);
  return steps.map((step) => {
    const after = writeGroups(dataset, step.scene, step.view, links);
    const gone = [...before].filter(([key]) => !after.has(key)).map(([, { layer, id }]) => ({ layer, id }));
    const drawn = [...after]
      .filter(([key, { markup }]) => before.get(key)?.markup !== markup)
      .map(([, group]) => group);
    return {
      gone,
      drawn,
      selection: drawnFor(step),
      read: step.selection.flatMap((id) => anchors.relations.get(id) ?? anchors.entities.get(id) ?? []),
      frame: frameOf(dataset, step),
      nodes: step.scene.nodes.map(({ id, x, y }) => ({ id, x, y })),
      ties: step.scene.edges.map(({ id }) => id),
    };
  });
}

/** The notes pinned to a scene, in words. */
export function writeNotes({ callouts }: Scene): string {
  return callouts
    .map(({ text }) => element('p', { class: 'note', dir: 'auto' }, escapeText(`${standaloneText.note}: ${text}`)))
    .join('');
}

/** The captions, in order, each with the clock of its picture: read without script, played with it. */
export function writeStory({ title, description, steps }: StandaloneStory, wordsClock: number | null): string {
  const items = steps.map(({ title: heading, caption, view, scene }, i) => {
    const clocks = sayPictureClocks(view);
    const isEarlier = view.asOf !== wordsClock;
    const parts = [
      heading ? element('h3', { dir: 'auto' }, escapeText(plainText(heading))) : '',
      element('p', { class: 'caption', dir: 'auto' }, escapeText(caption)),
      writeNotes(scene),
      clocks ? element('p', { class: 'clocks' }, escapeText(clocks)) : '',
      isEarlier ? element('p', { class: 'detail' }, escapeText(standaloneText.clock)) : '',
    ];
    return element('li', { id: `step.${i + 1}` }, parts.join(''));
  });
  return element(
    'section',
    { class: 'story', id: 'story', 'aria-label': standaloneText.story },
    [
      element('h2', { dir: 'auto' }, escapeText(plainText(title))),
      description ? element('p', { class: 'detail', dir: 'auto' }, escapeText(description)) : '',
      element('ol', {}, items.join('\n')),
    ].join('\n'),
  );
}
