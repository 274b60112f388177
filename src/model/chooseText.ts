import { getVoices } from './chooseVoices.ts';
import type { Claim, EntityId } from './records.ts';
import { claimAt, type RelationIndex } from './relationIndex.ts';

/**
 * A text without case and accents, cheaply: Latin, Greek and Cyrillic marks only, no other script is touched. Upper
 * case, since lower case has two small sigmas and a sharp s.
 */
function foldText(text: string): string {
  const plain = /[\u0080-\uffff]/.test(text) ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text;
  return plain.toUpperCase();
}

/** What words are looked for in, folded. */
interface Haystack {
  /** By entity, type, voice and row. */
  readonly names: readonly string[];
  readonly wordings: readonly string[];
  readonly speakers: readonly string[];
  readonly labels: readonly string[];
  /** By claim, each folded when first looked through. */
  readonly claims: (string | undefined)[];
}

const haystacks = new WeakMap<RelationIndex, Haystack>();

function buildHaystack(index: RelationIndex): Haystack {
  const { entities, types } = index.dataset;
  const wordings = [...types.values()].map(({ forward, reverse }) =>
    [forward.full, forward.short, reverse.full, reverse.short].join('\n'),
  );
  const speakers = getVoices(index).keys.map((key) => {
    const name = key.slice(3);
    return key.startsWith('id ') ? (entities.get(name as EntityId)?.name ?? '') : /^(as|un) /.test(key) ? name : '';
  });
  return {
    names: index.entities.map(({ name }) => foldText(name)),
    wordings: wordings.map(foldText),
    speakers: speakers.map(foldText),
    labels: index.relations.map(({ label }) => (label ? foldText(label) : '')),
    claims: [],
  };
}

/** Asks whether a row has a word. */
function createWordTest(index: RelationIndex, haystack: Haystack, seen: Uint8Array, word: string) {
  const mark = (texts: readonly string[]): boolean[] => texts.map((text) => text.includes(word));
  const [names, wordings, speakers] = [mark(haystack.names), mark(haystack.wordings), mark(haystack.speakers)];
  const { labels, claims } = haystack;
  const { a, b, type, eventCount, ownCount } = index;
  const { voices, start } = getVoices(index);
  const isInClaim = (at: number): boolean => {
    for (let k = start[at] as number; k < (start[at + 1] as number); k += 1)
      if (speakers[voices[k] as number]) return true;
    claims[at] ??= foldText((index.claims.claims[at] as Claim).text);
    return claims[at].includes(word);
  };
  return (row: number): boolean => {
    if (names[a[row] as number] || names[b[row] as number] || wordings[type[row] as number]) return true;
    if (labels[row]?.includes(word)) return true;
    const own = ownCount[row] as number;
    for (let place = -(eventCount[row] as number); place < own; place += 1) {
      const at = claimAt(index, row, place);
      if (seen[at] !== 0 && isInClaim(at)) return true;
    }
    return false;
  };
}

/**
 * Asks whether all words of a text are somewhere in a row: the names of its ends, its label, every wording of its type,
 * the texts of its claims in view and who speaks in them. What is looked through is prepared once a dataset.
 */
export function createTextTest(index: RelationIndex, seen: Uint8Array, text: string): (row: number) => boolean {
  const haystack = haystacks.get(index) ?? buildHaystack(index);
  haystacks.set(index, haystack);
  const words = new Set(foldText(text).split(/\s+/));
  const tests = [...words].filter((word) => word !== '').map((word) => createWordTest(index, haystack, seen, word));
  return (row) => tests.every((test) => test(row));
}
