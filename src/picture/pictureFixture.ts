import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import type { NameSide, Placement } from '../model/layoutProblem.ts';
import type { Claim, DatasetFile, Entity, Kind, Relation } from '../model/records.ts';
import { HOME } from '../model/view.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';

type Loose = Record<string, unknown>;

/** An assertion in the source's own voice, unless told otherwise. For tests. */
export function claim(id: string, over: Loose = {}): Claim {
  const plain = { stance: 'asserts', modality: 'stated', source: 's', attribution: [], locators: [{ paragraph: 1 }] };
  return { id, text: 'Text.', ...plain, ...over } as unknown as Claim;
}

/** A claim by a named entity. For tests. */
export function claimBy(id: string, speaker: string, over: Loose = {}): Claim {
  return claim(id, { modality: 'reported', attribution: [{ entity: speaker, kind: 'named' }], ...over });
}

/** An entity. For tests. */
export function entity(id: string, kind: Kind, name: string, over: Loose = {}): Entity {
  return { id, kind, name, ...over } as unknown as Entity;
}

/** A relation of one of the fixture's types. For tests. */
export function relation(id: string, type: string, from: string, to: string, claims: readonly Claim[]): Relation {
  return { id, type, from, to, claims } as unknown as Relation;
}

function relationType(id: string, full: string, short: string, over: Loose = {}): Loose {
  const wording = { forward: { full, short }, reverse: { full, short } };
  return { id, ...wording, symmetric: false, moment: false, group: 'other', ...over };
}

/** A small dataset with one source. For tests. */
export function tinyDataset(entities: readonly Entity[], relations: readonly Relation[], over: Loose = {}): Dataset {
  const source = { id: 's', label: 'First report', kind: 'article', title: null, publisher: 'The Daily', authors: [] };
  return buildDataset({
    sayso: 1,
    id: 'tiny',
    title: 'A tiny story',
    updated: '2024-05-04',
    licence: 'CC0-1.0',
    sources: [{ ...source, published: '2024-05-03', url: null }],
    entities,
    relations,
    relationTypes: [
      relationType('leads', 'is chief executive of', 'CEO of'),
      relationType('knows', 'has ties with', 'ties with', { symmetric: true }),
      relationType('asked', 'was the one asked in', 'was asked', { group: 'event-role' }),
      relationType('made', 'made', 'asked', { group: 'event-role' }),
    ],
    ...over,
  } as unknown as DatasetFile);
}

/** Places by entity: x, y and, where it is not below, the side of the name. */
export type Places = Readonly<Record<string, readonly [x: number, y: number, side?: NameSide]>>;

/** The scene of a dataset with entities where they are told to be and wordings in the middle of their lines. For tests. */
export function sceneAt(dataset: Dataset, places: Places): Scene {
  const nodes = Object.entries(places).map(([id, [x, y, side = 'below']]) => [id, { x, y, side }] as const);
  const placement: Placement = { nodes: new Map(nodes), ties: new Map() };
  return buildScene(dataset, HOME, placement);
}

/** Two people with a rumour that one of them denies. For tests. */
export function disputedPair(): { dataset: Dataset; scene: Scene } {
  const people = [entity('ann', 'Person', 'Ann Lee'), entity('bob', 'Person', 'Bob Ray')];
  const rumour = claim('c1', { modality: 'rumoured', attribution: [{ kind: 'unstated' }] });
  const denial = claimBy('c2', 'bob', { stance: 'denies', locators: [{ paragraph: 4 }] });
  const dataset = tinyDataset(people, [relation('r1', 'knows', 'ann', 'bob', [rumour, denial])]);
  return { dataset, scene: sceneAt(dataset, { ann: [0, 0], bob: [220, 0, 'right'] }) };
}
