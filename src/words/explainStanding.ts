import type { Dataset } from '../model/dataset.ts';
import type { Claim, Modality, Stance } from '../model/records.ts';
import { MODALITIES } from '../model/records.ts';
import type { Speaker, Standing } from '../model/standing.ts';
import { sayCondition } from './claimPredicate.ts';
import { endSentence, upperFirst } from './plainText.ts';
import { sayRelays, sayStep } from './sayAttribution.ts';
import { sayCount } from './sayCount.ts';
import { sayStanceSpeakers } from './sayDispute.ts';
import { sayOrigins } from './sayStanding.ts';

const MAX_ASSERTIONS = 4;

const BY: Record<Modality, string> = {
  stated: 'stated on the word of',
  reported: 'reported of',
  alleged: 'alleged by',
  rumoured: 'rumoured, passed on by',
  hypothetical: 'put as hypothetical by',
};

function assertion(dataset: Dataset, claim: Claim): string {
  const { modality, attribution } = claim;
  const [first] = attribution;
  const relays = sayRelays(dataset, claim);
  const relayed = relays ? `, as relayed by ${relays}` : '';
  const condition = modality === 'hypothetical' ? `, ${sayCondition(claim)}` : '';
  const word = modality === 'hypothetical' ? 'put as hypothetical' : modality;
  if (!first) {
    const ownVoice = modality === 'stated' || modality === 'hypothetical';
    return `${word} by the source${ownVoice ? ' in its own voice' : ', which names no speaker'}${condition}`;
  }
  if (first.kind === 'unstated') return `${word} by ${sayStep(dataset, first)}${relayed}${condition}`;
  return `${BY[modality]} ${sayStep(dataset, first)}${relayed}${condition}`;
}

function sayAssertions(dataset: Dataset, claims: readonly Claim[]): string[] {
  const byFirmness = claims
    .filter(({ stance }) => stance === 'asserts')
    .toSorted((a, b) => MODALITIES.indexOf(a.modality) - MODALITIES.indexOf(b.modality));
  const distinct = [...new Set(byFirmness.map((claim) => assertion(dataset, claim)))];
  const more = distinct.length - MAX_ASSERTIONS;
  const shown = more > 0 ? [...distinct.slice(0, MAX_ASSERTIONS), `and ${sayCount(more, 'more claim')}`] : distinct;
  return shown.length > 0 ? [shown.join('; ')] : [];
}

function saidBy(verb: string, speakers: readonly Speaker[], stance: Stance, claims: readonly Claim[]): string[] {
  return speakers.length > 0 ? [`${verb} ${sayStanceSpeakers(speakers, stance, claims)}`] : [];
}

function sayIndependence(standing: Standing): string[] {
  const origins = sayOrigins(standing);
  if (origins === null) return [];
  if (standing.ownWord && standing.origins.length === 0) return ['own word only: no independent origin'];
  if (standing.origins.length > 0) return [origins.replace(/^(\d[\d,]*) /, '$1 independent ')];
  return [origins];
}

/**
 * Why a relation has its standing, on one line: who asserts it and how firmly, from how many independent origins, who
 * denies, limits, questions it or is silent. `claims` are those in view (`claimsInView`).
 */
export function explainStanding(dataset: Dataset, standing: Standing, claims: readonly Claim[]): string {
  if (standing.word === 'unsourced') return 'Unsourced: the data names no claim for it, so nobody can be asked.';
  const assertions = sayAssertions(dataset, claims);
  const parts = [
    ...(assertions.length > 0 ? assertions : ['nobody asserts it in the sources read']),
    ...sayIndependence(standing),
    ...saidBy('denied by', standing.deniedBy, 'denies', claims),
    ...saidBy('limited, to less than this, by', standing.limitedBy, 'limits', claims),
    ...saidBy('questioned by', standing.questionedBy, 'questions', claims),
    ...saidBy('silent:', standing.silent, 'no-comment', claims),
  ];
  return parts.map((part) => endSentence(upperFirst(part))).join(' ');
}
