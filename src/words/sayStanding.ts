import type { Dataset } from '../model/dataset.ts';
import type { Claim, Relation } from '../model/records.ts';
import { claimsOf, isPublic, type Standing, standingOf } from '../model/standing.ts';
import { sayStandingWord } from './names.ts';
import { saySpeaker, sayStep } from './sayAttribution.ts';
import { sayCount, sayList } from './sayCount.ts';
import { sayDispute, sayStanceSpeakers } from './sayDispute.ts';
import { sayRelation } from './sayRelation.ts';

const MAX_ORIGINS = 4;

function assertersOf(dataset: Dataset, standing: Standing, claims: readonly Claim[]): string[] {
  const asserting = claims.filter(
    ({ stance, modality }) =>
      stance === 'asserts' && (standing.support === null ? modality === 'hypothetical' : modality !== 'hypothetical'),
  );
  const names = asserting.flatMap(({ attribution: [first] }) =>
    first?.kind === 'named' ? [sayStep(dataset, { ...first, kind: 'named', on: '' })] : [],
  );
  return [...new Set(names)];
}

/** "own word of Elon Musk", or null where others than the parties speak; without claims the parties stay unnamed. */
function sayOwnWord(dataset: Dataset, standing: Standing, claims: readonly Claim[]): string | null {
  const names = assertersOf(dataset, standing, claims);
  if (standing.ownWord) return names.length > 0 ? `own word of ${sayList(names)}` : 'own word of those concerned';
  const onlyParties =
    standing.word === 'hypothetical' && standing.origins.length === 0 && !standing.originUnknown && names.length > 0;
  return onlyParties ? `own word of ${sayList(names)}` : null;
}

/**
 * Whose independent word stands behind a relation: "1 origin: The Wall Street Journal", "origin unknown", "own word".
 * Null where nobody asserts it. Never a bare 0.
 */
export function sayOrigins({ support, word, origins, originUnknown, ownWord }: Standing): string | null {
  if (support === null && word !== 'hypothetical') return null;
  if (origins.length === 0) return originUnknown ? 'origin unknown' : ownWord ? 'own word' : 'no independent origin';
  const shown = origins.slice(0, MAX_ORIGINS).map(saySpeaker);
  const more = origins.length - shown.length;
  const names = sayList(more > 0 ? [...shown, `${more} more`] : shown);
  return `${sayCount(origins.length, 'origin')}: ${names}${originUnknown ? '; another unknown' : ''}`;
}

/**
 * The standing in a few words: "alleged · 1 origin: WSJ", "rumoured, denied by Donald Trump · origin unknown",
 * "reported, own word of Elon Musk". All who deny, limit or question are in it. `claims` are those in view; without
 * them the speakers of an own word are not named.
 */
export function sayStanding(dataset: Dataset, standing: Standing, claims: readonly Claim[] = []): string {
  const ownWord = sayOwnWord(dataset, standing, claims);
  const questioners = sayStanceSpeakers(standing.questionedBy, 'questions', claims);
  const questioned = questioners ? `questioned by ${questioners}` : null;
  const word = standing.word === 'questioned' && questioned ? null : sayStandingWord(standing.word);
  const head = [word, ownWord, sayDispute(standing, claims), questioned].filter(Boolean).join(', ');
  const origins = sayOrigins(standing);
  const showOrigins = origins !== null && !(ownWord && standing.origins.length === 0 && !standing.originUnknown);
  return showOrigins ? `${head} · ${origins}` : head;
}

/** The claims that bear on a relation and are in view under the public clock. */
export function claimsInView(dataset: Dataset, relation: Relation, asOf: number | null = null): Claim[] {
  return claimsOf(dataset, relation).filter((claim) => isPublic(dataset, claim, asOf));
}

/** A relation's standing under the public clock, in a few words. */
export function sayRelationStanding(dataset: Dataset, relation: Relation, asOf: number | null = null): string {
  return sayStanding(dataset, standingOf(dataset, relation.id, asOf), claimsInView(dataset, relation, asOf));
}

/** The relation with its standing, for where the two must not part: "A knows B (rumoured, denied by A)". */
export function sayRelationWithStanding(dataset: Dataset, relation: Relation, asOf: number | null = null): string {
  return `${sayRelation(dataset, relation)} (${sayRelationStanding(dataset, relation, asOf)})`;
}
