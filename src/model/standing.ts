import type { EntityId, Modality } from './records.ts';

/** Who speaks: an entity, or only a label; `named` is false for unnamed and unstated ones. */
export interface Speaker {
  readonly entity: EntityId | null;
  readonly label: string;
  readonly named: boolean;
}

export type StandingWord = Modality | 'questioned' | 'unsupported' | 'unsourced';

/** What a relation amounts to under the claims in view (DESIGN 2.3). */
export interface Standing {
  /** The firmest modality among assertions, hypothetical apart; null where none supports. */
  readonly support: Exclude<Modality, 'hypothetical'> | null;
  readonly word: StandingWord;
  /** Independent first speakers of assertions who are no party. */
  readonly origins: readonly Speaker[];
  /** Some assertion's first speaker is unstated, so its origin is unknown and counts for nothing. */
  readonly originUnknown: boolean;
  /** Every supporting first speaker is a party to the relation. */
  readonly ownWord: boolean;
  readonly deniedBy: readonly Speaker[];
  readonly limitedBy: readonly Speaker[];
  readonly questionedBy: readonly Speaker[];
  readonly silent: readonly Speaker[];
  /** Someone denies or limits. */
  readonly disputed: boolean;
}
