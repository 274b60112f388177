import type { Dataset } from '../model/dataset.ts';
import type { Claim, EntityId } from '../model/records.ts';
import { isRightToLeft } from '../model/textDirection.ts';
import type { Scene } from '../scene/scene.ts';
import { plainText } from '../words/plainText.ts';

/** Right-to-left mark: without width, and of the direction of the letters around it. */
const MARK = '\u200f';
/** Left-to-right mark: the sentence goes on in its own direction, even with a digit. */
const BACK = '\u200e';

function* namesInClaim({ sources, entities }: Dataset, { source, attribution }: Claim): Iterable<string> {
  const { label = '', title, publisher } = sources.get(source) ?? {};
  yield* [label, title ?? '', publisher ?? ''];
  for (const step of attribution) yield (step.entity && entities.get(step.entity)?.name) ?? step.label ?? '';
}

/** Everybody and everything that a picture's sentences may name: what is drawn, its sources and who is quoted. */
function* namesIn(dataset: Dataset, { nodes, edges }: Pick<Scene, 'nodes' | 'edges'>): Iterable<string> {
  const { entities, relations } = dataset;
  const named = function* (id: EntityId): Iterable<string> {
    const { name = '', claims = [] } = entities.get(id) ?? {};
    yield name;
    for (const claim of claims) yield* namesInClaim(dataset, claim);
  };
  for (const { id } of nodes) yield* named(id);
  for (const id of edges.flatMap((edge) => edge.relations)) {
    for (const claim of relations.get(id)?.claims ?? []) yield* namesInClaim(dataset, claim);
  }
}

/**
 * Marks the names that run from right to left inside a sentence that does not, so that brackets, digits and signs at
 * their ends stay with them, and a date that follows stays behind them. Linear in what is drawn once; a picture without
 * such names costs nothing after.
 */
export function createNameDirection(
  dataset: Dataset,
  scene: Pick<Scene, 'nodes' | 'edges'>,
): (sentence: string) => string {
  const names = [...new Set(namesIn(dataset, scene))].map(plainText).filter(isRightToLeft);
  // Longer names first: one may be part of another.
  const sorted = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  if (sorted.length === 0) return (sentence) => sentence;
  const escaped = sorted.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'gu');
  return (sentence) => sentence.replaceAll(pattern, (name) => `${MARK}${name}${MARK}${BACK}`);
}
