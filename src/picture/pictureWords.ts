import type { Dataset } from '../model/dataset.ts';
import type { Claim, Locator, RelationId, SourceId } from '../model/records.ts';
import { isPublic, type Standing } from '../model/standing.ts';
import type { Scene, SceneNode } from '../scene/scene.ts';
import { sayDrawnCallout } from '../words/calloutText.ts';
import { type DescribedRelation, describePicture, type PictureText } from '../words/describePicture.ts';
import { sayKind } from '../words/names.ts';
import { sayEventHeading } from '../words/pictureText.ts';
import { sayDispute } from '../words/sayDispute.ts';
import { sayRelation, sayTieSummary } from '../words/sayRelation.ts';
import { claimsInView, sayStanding } from '../words/sayStanding.ts';

/** What a picture says about one relation, or about an Event. */
export interface Saying {
  /** The tie or Event that it is drawn at. */
  readonly drawnAt: string;
  readonly relation: RelationId | null;
  readonly sentence: string;
  /** Its standing with everybody who denies or limits it. */
  readonly standing: string;
  /** The same without them, for where `dispute` stands on a line of its own. */
  readonly bareStanding: string;
  readonly dispute: string | null;
  /** Where it is found, one entry a source, in order of first mention. */
  readonly citations: readonly { readonly source: SourceId; readonly locators: readonly Locator[] }[];
}

function citationsOf(claims: readonly Claim[]): Saying['citations'] {
  const bySource = new Map<SourceId, Locator[]>();
  for (const { source, locators } of claims) bySource.set(source, [...(bySource.get(source) ?? []), ...locators]);
  return [...bySource].map(([source, locators]) => ({ source, locators }));
}

function sayStandingOf(dataset: Dataset, standing: Standing, claims: readonly Claim[]) {
  return {
    standing: sayStanding(dataset, standing, claims),
    bareStanding: sayStanding(dataset, { ...standing, deniedBy: [], limitedBy: [] }, claims),
    dispute: sayDispute(standing, claims),
    citations: citationsOf(claims),
  };
}

/** What is said about an Event as such; null for any other entity. `asOf` is the scene's public clock. */
function sayingOfEvent(dataset: Dataset, node: SceneNode, asOf: number | null = null): Saying | null {
  if (!node.standing) return null;
  const own = dataset.entities.get(node.id)?.claims ?? [];
  const claims = own.filter((claim) => isPublic(dataset, claim, asOf));
  // Of what is not public yet, or retracted, nothing is said, least of all that nobody asserts it.
  if (own.length > 0 && claims.length === 0) return null;
  const sentence = sayEventHeading(dataset, node.id);
  return { drawnAt: node.id, relation: null, sentence, ...sayStandingOf(dataset, node.standing, claims) };
}

/** What is said about each relation of a scene, in its order, under the scene's own standings. */
function sayingsOfEdges(dataset: Dataset, edges: Scene['edges'], asOf: number | null = null): Saying[] {
  return edges.flatMap((edge) =>
    edge.relations.flatMap((id, i) => {
      const relation = dataset.relations.get(id);
      const standing = edge.standings[i];
      if (!relation || !standing) return [];
      const claims = claimsInView(dataset, relation, asOf);
      const sentence = sayRelation(dataset, relation);
      return [{ drawnAt: edge.id, relation: id, sentence, ...sayStandingOf(dataset, standing, claims) }];
    }),
  );
}

/** Everything that a scene says: its Events, then its relations. */
export function sayingsOf(dataset: Dataset, scene: Scene, asOf: number | null = null): Saying[] {
  const events = scene.nodes.map((node) => sayingOfEvent(dataset, node, asOf)).filter((saying) => saying !== null);
  return [...events, ...sayingsOfEdges(dataset, scene.edges, asOf)];
}

/** The alternative text of a scene under a title; `inForce`: the filters and clocks under which it was built, in words. */
export function sayAlternative(
  title: string,
  scene: Scene,
  sayings: readonly Saying[],
  inForce: string = '',
): PictureText {
  const relations: DescribedRelation[] = sayings.map(({ relation, sentence, standing, dispute }) => ({
    sentence,
    standing,
    dispute,
    isOfEvent: relation === null,
  }));
  const names = new Map(scene.nodes.map(({ id, label }) => [id, label]));
  const callouts = scene.callouts.map((callout) =>
    sayDrawnCallout(
      callout,
      callout.holders.flatMap((id) => names.get(id) ?? []),
    ),
  );
  return describePicture({ title, inForce, entities: [...names.values()], relations, callouts });
}

function tieTitle(sayings: readonly Saying[]): string {
  const lines = sayings.map(({ sentence, standing }) => `${sentence}: ${standing}`);
  if (lines.length < 2) return lines.join('');
  const disputed = sayings.filter(({ dispute }) => dispute !== null).length;
  return [`${sayTieSummary(lines.length, disputed)}.`, ...lines.map((line) => `${line}.`)].join(' ');
}

/** A sentence for each group of a drawn scene: what its entity is, or what its relations say with their standing. */
export function sayTitles(scene: Scene, sayings: readonly Saying[]): ReadonlyMap<string, string> {
  const byPlace = new Map<string, Saying[]>();
  for (const saying of sayings) byPlace.set(saying.drawnAt, [...(byPlace.get(saying.drawnAt) ?? []), saying]);
  const titles = new Map<string, string>();
  for (const { id, label, kind, standing } of scene.nodes) {
    titles.set(id, (standing && tieTitle(byPlace.get(id) ?? [])) || `${label}, ${sayKind(kind)}`);
  }
  for (const { id } of scene.edges) titles.set(id, tieTitle(byPlace.get(id) ?? []));
  return titles;
}
