import { numberOf, type RelationIndex } from './relationIndex.ts';
import { type VoiceKey, voicesOf } from './voices.ts';

/** Through whom the claims of a dataset come, as `isThrough` has it. */
export interface VoiceColumns {
  /** Every voice, in the order of their numbers. */
  readonly keys: readonly VoiceKey[];
  /** Voices of all claims, one after the other; those of a claim from `start[claim]` to `start[claim + 1]`. */
  readonly voices: Int32Array;
  readonly start: Int32Array;
}

const columns = new WeakMap<RelationIndex, VoiceColumns>();

function buildColumns({ dataset, claims: { claims, source } }: RelationIndex): VoiceColumns {
  const numbers = new Map<VoiceKey, number>();
  const wholes = [...dataset.sources.keys()].map((id) => numberOf(numbers, `source ${id}` as VoiceKey));
  const voices: number[] = [];
  const start = new Int32Array(claims.length + 1);
  for (const [at, claim] of claims.entries()) {
    for (const key of voicesOf(claim)) voices.push(numberOf(numbers, key));
    voices.push(wholes[source[at] as number] ?? numberOf(numbers, `source ${claim.source}` as VoiceKey));
    if ((claim.attribution[0]?.kind ?? 'named') !== 'named') voices.push(numberOf(numbers, 'unnamed' as VoiceKey));
    start[at + 1] = voices.length;
  }
  return { keys: [...numbers.keys()], voices: new Int32Array(voices), start };
}

/** The voices of a dataset, gathered when first asked for. */
export function getVoices(index: RelationIndex): VoiceColumns {
  const known = columns.get(index) ?? buildColumns(index);
  columns.set(index, known);
  return known;
}
