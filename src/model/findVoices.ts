import type { Dataset } from './dataset.ts';
import { isPublic } from './standing.ts';
import { type VoiceKey, voiceOfStep } from './voices.ts';

/** Somebody or something that claims come through, and how many of them. */
export interface CountedVoice {
  readonly key: VoiceKey;
  readonly claims: number;
}

/** Whoever claims that are public come through; in each list those with the most claims first. */
export interface FoundVoices {
  /** Named, and the first to say something. */
  readonly speakers: readonly CountedVoice[];
  /** Named, and only passing on what others say. */
  readonly relays: readonly CountedVoice[];
  /** `unnamed` for all of them first, then each label that is given for somebody who is not named. */
  readonly unnamed: readonly CountedVoice[];
  /** `source ID`. */
  readonly sources: readonly CountedVoice[];
}

const found = new WeakMap<Dataset, { readonly asOf: number | null; readonly voices: FoundVoices }>();

type Counts = Map<VoiceKey, number>;

const add = (counts: Counts, key: VoiceKey): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

function listed(counts: Counts): CountedVoice[] {
  return [...counts].map(([key, claims]) => ({ key, claims })).toSorted((a, b) => b.claims - a.claims);
}

function countVoices(dataset: Dataset, asOf: number | null): FoundVoices {
  const named: Counts = new Map();
  const first = new Set<VoiceKey>();
  const unnamed: Counts = new Map();
  const sources: Counts = new Map();
  let notNamed = 0;
  for (const { claim } of dataset.claims.values()) {
    if (!isPublic(dataset, claim, asOf)) continue;
    add(sources, `source ${claim.source}` as VoiceKey);
    const [speaker] = claim.attribution;
    if (speaker?.kind === 'named') first.add(voiceOfStep(speaker));
    else if (speaker) notNamed += 1;
    const keys = new Map(claim.attribution.map((step) => [voiceOfStep(step), step.kind]));
    for (const [key, kind] of keys) {
      if (kind === 'named') add(named, key);
      else if (kind === 'unnamed') add(unnamed, key);
    }
  }
  const voices = listed(named);
  return {
    speakers: voices.filter(({ key }) => first.has(key)),
    relays: voices.filter(({ key }) => !first.has(key)),
    unnamed: notNamed > 0 ? [{ key: 'unnamed' as VoiceKey, claims: notNamed }, ...listed(unnamed)] : listed(unnamed),
    sources: listed(sources),
  };
}

/** Everyone through whom something public is said. One pass over the claims for each dataset and clock. */
export function findVoices(dataset: Dataset, asOf: number | null): FoundVoices {
  const before = found.get(dataset);
  if (before && before.asOf === asOf) return before.voices;
  const voices = countVoices(dataset, asOf);
  found.set(dataset, { asOf, voices });
  return voices;
}
