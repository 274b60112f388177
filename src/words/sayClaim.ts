import type { Dataset } from '../model/dataset.ts';
import { latestDay } from '../model/dates.ts';
import type { Claim, Stance } from '../model/records.ts';
import { conditionOf, sayOwnVoice, sayPredicate, sayUnstated } from './claimPredicate.ts';
import { endSentence, plainText, upperFirst } from './plainText.ts';
import { isPlural, sayRef, sayRelays, sayStep, sayUnstatedLabel } from './sayAttribution.ts';
import { sayDate, sayValid, sayWhen } from './sayDate.ts';

const WHO_IS_NOT_STATED: Record<Stance, string> = {
  asserts: 'who says so is not stated',
  denies: 'who denies it is not stated',
  limits: 'who limits it is not stated',
  questions: 'who questions it is not stated',
  'no-comment': 'who is silent is not stated',
};

/** The claim without its audience, medium and scope, and without a full stop. */
function sayCore(dataset: Dataset, claim: Claim): string {
  const [first] = claim.attribution;
  if (!first) return sayOwnVoice(claim);
  const relays = sayRelays(dataset, claim);
  const relayed = relays ? `, as relayed by ${relays}` : '';
  if (first.kind === 'unstated') {
    const label = sayUnstatedLabel(dataset, first);
    const given = [label && `given as “${label}”`, first.on && sayWhen(first.on, true)].filter(Boolean).join(', ');
    return `${sayUnstated(claim)}${relayed}; ${WHO_IS_NOT_STATED[claim.stance]}${given ? ` (${given})` : ''}`;
  }
  const who = sayStep(dataset, first);
  const subject = first.kind === 'named' ? who : upperFirst(who);
  return `${subject}${relayed}${relayed ? ', ' : ' '}${sayPredicate(claim, isPlural(first))}`;
}

function sayCircumstances(dataset: Dataset, claim: Claim): string[] {
  const audience = claim.audience && sayRef(dataset, claim.audience);
  const medium = claim.medium && sayRef(dataset, claim.medium);
  const condition = claim.modality === 'hypothetical' ? null : conditionOf(claim);
  const addressed = claim.stance === 'no-comment' ? 'Towards' : 'Said to';
  const parts = [
    audience && `${addressed} ${audience}${medium ? `, through ${medium}` : ''}`,
    !audience && medium && `${claim.stance === 'no-comment' ? 'Medium:' : 'Said through'} ${medium}`,
    condition && `On the condition “${condition}”`,
    claim.scope && `Only as to: ${plainText(claim.scope)}`,
    claim.inPassing && 'Mentioned in passing',
    claim.retracted && sayRetraction(claim.retracted),
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '') as string[];
}

function sayRetraction({ date, by, note }: NonNullable<Claim['retracted']>): string {
  const who = by ? ` by ${plainText(by)}` : '';
  return `Retracted ${sayWhen(date, true)}${who}${note ? `: ${plainText(note)}` : ''}`;
}

/**
 * Who says it, through whom, how firmly, and what it does to the relation ("it"): "Unnamed sources, as relayed by The
 * Wall Street Journal, allege it." Names every speaker and relay, never words an assertion more firmly than its
 * modality, and adds audience, medium, condition, scope and retraction as sentences of their own.
 */
export function sayClaim(dataset: Dataset, claim: Claim): string {
  return [sayCore(dataset, claim), ...sayCircumstances(dataset, claim)].map(endSentence).join(' ');
}

/** The first sentence of `sayClaim` alone, for places with little room; nothing about who says it is left out. */
export function sayClaimBriefly(dataset: Dataset, claim: Claim): string {
  return endSentence(sayCore(dataset, claim));
}

/** The three times of a claim in words: when it held or happened, when it was said, since when it is public. */
export interface ClaimTimes {
  readonly valid: string;
  readonly said: string;
  readonly public: string;
}

/** "public since 25 October 2024"; "public by October 2022" where only the latest day is known. */
function sayPublic(since: string): string {
  const by = /^(?:\.\.)?\/(.+)$/.exec(since)?.[1];
  return by ? `public by ${sayDate(by)}` : `public since ${sayDate(since)}`;
}

/** The three times of a claim; what the record lacks is said to be lacking. `moment` comes from the relation's type. */
export function sayTimes(dataset: Dataset, claim: Claim, moment: boolean): ClaimTimes {
  const published = dataset.sources.get(claim.source)?.published ?? null;
  const own = latestDay(claim.public);
  const bySource = latestDay(published);
  const since = own !== null && (bySource === null || own <= bySource) ? claim.public : (published ?? claim.public);
  return {
    valid: sayValid(claim.valid, moment, published),
    said: claim.said ? `said ${sayWhen(claim.said, true)}` : 'when it was said is not stated',
    public: since ? sayPublic(since) : 'when it became public is not stated',
  };
}
