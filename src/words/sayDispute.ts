import type { Claim, Stance } from '../model/records.ts';
import { MODALITIES } from '../model/records.ts';
import type { Speaker, Standing } from '../model/standing.ts';
import { saySpeaker } from './sayAttribution.ts';
import { sayList } from './sayCount.ts';

function speaks(claim: Claim, { entity, label }: Speaker): boolean {
  const [first] = claim.attribution;
  return first !== undefined && (entity ? first.entity === entity : !first.entity && (first.label ?? '') === label);
}

/** A denial that is itself only alleged, rumoured or hypothetical says so; `claims` may be empty. */
function sayOne(speaker: Speaker, stance: Stance, claims: readonly Claim[]): string {
  const own = claims.filter((claim) => claim.stance === stance && speaks(claim, speaker));
  const firmest = MODALITIES.find((modality) => own.some((claim) => claim.modality === modality));
  const weak = firmest !== undefined && firmest !== 'stated' && firmest !== 'reported';
  return weak ? `${saySpeaker(speaker)} (${firmest})` : saySpeaker(speaker);
}

/** Names joined for one stance, each marked where `claims` show that its stance is no more than alleged. */
export function sayStanceSpeakers(speakers: readonly Speaker[], stance: Stance, claims: readonly Claim[]): string {
  return sayList(speakers.map((speaker) => sayOne(speaker, stance, claims)));
}

/** Who denies and who limits, all of them: "denied by Donald Trump, limited by Elon Musk"; null where nobody does. */
export function sayDispute({ deniedBy, limitedBy }: Standing, claims: readonly Claim[] = []): string | null {
  const parts = [
    deniedBy.length > 0 && `denied by ${sayStanceSpeakers(deniedBy, 'denies', claims)}`,
    limitedBy.length > 0 && `limited by ${sayStanceSpeakers(limitedBy, 'limits', claims)}`,
  ];
  return parts.filter(Boolean).join(', ') || null;
}
