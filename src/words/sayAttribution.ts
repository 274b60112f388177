import type { Dataset } from '../model/dataset.ts';
import type { Claim, EntityId, Ref, Step } from '../model/records.ts';
import type { Speaker } from '../model/standing.ts';
import { plainText } from './plainText.ts';
import { sayWhen } from './sayDate.ts';
import { sayName } from './sayRelation.ts';

const SAYS_UNNAMED = /\b(unnamed|anonymous|unidentified|not named)\b/i;
const SAYS_NOTHING = /^(not stated|unstated|unknown|not known|source not stated|speaker not stated)$/i;
const QUANTIFIED = /^(some|several|many|most|few|two|three|four|five|six|both|various|multiple)\b/i;
const AFTER_HEAD = /\s(of|for|at|from|in|inside|within|on|with|to|who|that|familiar|close|near|briefed)\s.*$/i;
const PLURAL_WORD = /(people|[^\Wsui]s)$/i;

function markUnnamed(label: string): string {
  return SAYS_UNNAMED.test(label) ? label : `${label} (not named)`;
}

/** An entity's name or the label given instead; empty where the record has neither. */
export function sayRef(dataset: Dataset, ref: Ref): string {
  return ref.entity ? sayName(dataset, ref.entity) : plainText(ref.label ?? '');
}

/** What the record calls a speaker who is not stated; empty where the label only says that nobody is stated. */
export function sayUnstatedLabel(dataset: Dataset, step: Step): string {
  const label = sayRef(dataset, step);
  return SAYS_NOTHING.test(label) ? '' : label;
}

/**
 * Who speaks at one step, never left out: "Donald Trump", "sources (not named)", "someone not stated"; with the day on
 * which this step said it where the record has one.
 */
export function sayStep(dataset: Dataset, step: Step): string {
  const name = sayRef(dataset, step);
  const given = sayUnstatedLabel(dataset, step);
  const who = {
    named: name || 'a speaker whom the record does not name',
    unnamed: name ? markUnnamed(name) : 'someone unnamed',
    unstated: given ? `${given} (speaker not stated)` : 'someone not stated',
  }[step.kind];
  return step.on ? `${who} (${sayWhen(step.on, true)})` : who;
}

/** Who speaks, from a standing: as `sayStep`, for a speaker whose step is not known any more. */
export function saySpeaker({ label, named }: Speaker): string {
  const name = plainText(label);
  if (!name) return named ? 'a speaker whom the record does not name' : 'someone not named';
  return named ? name : markUnnamed(name);
}

/** Whether a step's speaker takes a plural verb. A guess from English labels; an entity is always singular. */
export function isPlural(step: Step): boolean {
  const label = plainText(step.label ?? '').replace(/\s*\(.*\)$/, '');
  if (step.entity || !label) return false;
  if (QUANTIFIED.test(label)) return true;
  if (step.kind === 'named' || /^(an?|one|another|someone|the same)\b/i.test(label)) return false;
  return PLURAL_WORD.test(label.replace(AFTER_HEAD, ''));
}

/** The relays after the first speaker as "A, then by B"; empty where there is none. */
export function sayRelays(dataset: Dataset, claim: Claim): string {
  return claim.attribution
    .slice(1)
    .map((step) => sayStep(dataset, step))
    .join(', then by ');
}

/** One link of an attribution chain. */
export interface ChainLink {
  readonly text: string;
  readonly entity: EntityId | null;
  readonly kind: Step['kind'] | 'source';
}

/** The chain of a claim for drawing: first speaker, relays, and the source that was read, which is always the last. */
export function sayAttribution(dataset: Dataset, claim: Claim): ChainLink[] {
  const source = dataset.sources.get(claim.source);
  const label = plainText(source?.label ?? '') || claim.source;
  const ownVoice = claim.attribution.length === 0 && (claim.modality === 'stated' || claim.modality === 'hypothetical');
  const steps = claim.attribution.map((step) => ({
    text: sayStep(dataset, step),
    entity: step.entity ?? null,
    kind: step.kind,
  }));
  return [...steps, { text: ownVoice ? `${label}, in its own voice` : label, entity: null, kind: 'source' }];
}
