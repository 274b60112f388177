import type { Claim, SourceId, Step } from './records.ts';

/**
 * Whoever says or passes on something: `id ENTITY`, `as LABEL` (named, no entity), `un LABEL` (not named), `unstated`,
 * or `own SOURCE` for a source's own voice. Labels are trimmed and in lower case, so that one speaker is one key. Where
 * it is asked what rests on whom, also `source SOURCE` for everything in a source, and `unnamed` for whatever is first
 * said by somebody who is not named or not stated.
 */
export type VoiceKey = string & { readonly voice: true };

/** The key of one step of an attribution. */
export function voiceOfStep(step: Step): VoiceKey {
  if (step.kind === 'unstated') return 'unstated' as VoiceKey;
  if (step.entity) return `id ${step.entity}` as VoiceKey;
  return `${step.kind === 'named' ? 'as' : 'un'} ${(step.label ?? '').trim().toLowerCase()}` as VoiceKey;
}

/** The key of a source's own voice. */
export function voiceOfSource(id: SourceId): VoiceKey {
  return `own ${id}` as VoiceKey;
}

/** Everyone through whom a claim comes, first speaker first; a claim without attribution is its source's own. */
export function voicesOf(claim: Claim): readonly VoiceKey[] {
  return claim.attribution.length > 0 ? claim.attribution.map(voiceOfStep) : [voiceOfSource(claim.source)];
}

/**
 * Whether a claim comes through a voice. Besides the keys of `voicesOf`: `source ID` is everything in that source,
 * `unnamed` everything whose first speaker is not named.
 */
export function isThrough(claim: Claim, voice: VoiceKey): boolean {
  if (voice === 'unnamed') return claim.attribution[0] !== undefined && claim.attribution[0].kind !== 'named';
  return voice === `source ${claim.source}` || voicesOf(claim).includes(voice);
}
