import type { Dataset } from '../model/dataset.ts';
import type { Claim, ClaimId, Modality, RelationId, SourceId, Stance } from '../model/records.ts';
import { isKnown, isPublic } from '../model/standing.ts';
import { relationText } from './panelText.ts';
import { sayCitation } from './pictureText.ts';
import { endSentence, plainText, upperFirst } from './plainText.ts';
import { sayClaim, sayClaimBriefly, sayTimes } from './sayClaim.ts';
import { sayProperties } from './sayProperties.ts';
import { sayRelationWithStanding } from './sayStanding.ts';

/** A claim in words. */
export interface ClaimAccount {
  readonly id: ClaimId;
  readonly stance: Stance;
  readonly modality: Modality;
  /** Who says it through whom, how firmly, with circumstances: `sayClaim`. */
  readonly sentence: string;
  /** The maker's own sentence. */
  readonly text: string;
  readonly quotes: readonly string[];
  /** When it held, was said, became public. */
  readonly times: readonly string[];
  /** Figures, what it conflicts with, and the maker's note on it. */
  readonly details: readonly string[];
  readonly source: SourceId;
  /** Source and place: "The Daily, 3 May 2024, paragraphs 2 and 4". */
  readonly citation: string;
}

/** Claims by the relations and claims that they are set against. */
export type Opponents = ReadonlyMap<string, readonly Claim[]>;

/** What is set against what in a dataset. Linear. */
export function opponentsIn(dataset: Dataset): Opponents {
  const opponents = new Map<string, Claim[]>();
  for (const { claim } of dataset.claims.values()) {
    for (const target of new Set(claim.against)) {
      const others = opponents.get(target);
      if (others) others.push(claim);
      else opponents.set(target, [claim]);
    }
  }
  return opponents;
}

function sayTimesOf(dataset: Dataset, claim: Claim, moment: boolean): string[] {
  const times = sayTimes(dataset, claim, moment);
  const held = claim.valid ? [`${moment ? relationText.momentTime : relationText.validTime}: ${times.valid}`] : [];
  // A source that speaks for itself says it when it is published.
  const said = claim.said || claim.attribution.length > 0 ? [upperFirst(times.said)] : [];
  return [...held, ...said, upperFirst(times.public)];
}

function sayOpponent(dataset: Dataset, claim: Claim): string {
  return `“${plainText(claim.text)}” ${sayClaimBriefly(dataset, claim)}`;
}

/** What a claim is set against and what is set against it, as far as it is public: a conflict shows on both sides. */
function sayConflicts(dataset: Dataset, opponents: Opponents, claim: Claim, asOf: number | null): string[] {
  const against = claim.against ?? [];
  const relations = against
    .flatMap((id) => dataset.relations.get(id as RelationId) ?? [])
    .filter((relation) => isKnown(dataset, relation, asOf))
    .map((relation) => endSentence(sayRelationWithStanding(dataset, relation, asOf)));
  const named = against.flatMap((id) => dataset.claims.get(id as ClaimId)?.claim ?? []);
  const claims = [...new Set([...named, ...(opponents.get(claim.id) ?? [])])]
    .filter((other) => isPublic(dataset, other, asOf))
    .map((other) => sayOpponent(dataset, other));
  return [...relations, ...claims].map((words) => `${relationText.against}: ${words}`);
}

/** A claim in words under the public clock; `moment`: whether what is claimed is a moment or lasts. */
export function buildClaimAccount(
  dataset: Dataset,
  opponents: Opponents,
  claim: Claim,
  asOf: number | null,
  moment: boolean,
): ClaimAccount {
  const source = dataset.sources.get(claim.source);
  const figures = sayProperties(claim.properties).map(({ name, values }) => `${name}: ${values.join(', ')}`);
  const note = plainText(claim.note ?? '');
  return {
    id: claim.id,
    stance: claim.stance,
    modality: claim.modality,
    sentence: sayClaim(dataset, claim),
    text: plainText(claim.text),
    quotes: claim.locators.flatMap(({ quote }) => plainText(quote ?? '') || []),
    times: sayTimesOf(dataset, claim, moment),
    details: [
      ...figures,
      ...sayConflicts(dataset, opponents, claim, asOf),
      ...(note ? [`${relationText.note}: ${note}`] : []),
    ],
    source: claim.source,
    citation: source ? sayCitation(source, claim.locators) : claim.source,
  };
}
