import type { Dataset, TieId } from '../model/dataset.ts';
import type { ClaimId, EntityId, Kind, Modality, RelationId, SourceId, Stance } from '../model/records.ts';

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
  readonly source: SourceId;
  /** Source and place: "The Daily, 3 May 2024, paragraphs 2 and 4". */
  readonly citation: string;
}

/** A relation in words, with every claim that is public under the clock. */
export interface RelationAccount {
  readonly id: RelationId;
  readonly tie: TieId;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly sentence: string;
  /** The standing without who denies; `dispute` has that. */
  readonly standing: string;
  readonly dispute: string | null;
  readonly origins: string;
  readonly claims: readonly ClaimAccount[];
}

/** An entity in words. */
export interface EntityAccount {
  readonly id: EntityId;
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  /** For an Event: what it amounts to. */
  readonly standing: string | null;
  readonly dispute: string | null;
  /** Claims about the entity itself. */
  readonly claims: readonly ClaimAccount[];
  /** Those of the account that it takes part in, in file order. */
  readonly relations: readonly RelationId[];
}

/** A source in words. Addresses are http, https or mailto, else null. */
export interface SourceAccount {
  readonly id: SourceId;
  readonly line: string;
  readonly url: string | null;
  readonly archivedUrl: string | null;
}

/** A part of a dataset in words: what a reader without the graph reads. */
export interface Account {
  readonly entities: readonly EntityAccount[];
  readonly relations: readonly RelationAccount[];
  /** Those that are cited, in order of first mention. */
  readonly sources: readonly SourceAccount[];
}

/** Which records an account is of. */
export interface AccountPart {
  readonly entities: readonly EntityId[];
  readonly relations: readonly RelationId[];
}

/** Puts a part of a dataset into words under the public clock `asOf`. Linear in the part. */
export function buildAccount(_dataset: Dataset, _part: AccountPart, _asOf: number | null): Account {
  return { entities: [], relations: [], sources: [] };
}
