import type { EntityId, RelationId } from './records.ts';
import type { HiddenBy } from './view.ts';

/** One way from one entity to another that meets no entity twice. */
export interface FoundPath {
  /** From the first end to the last, one more than there are steps. */
  readonly entities: readonly EntityId[];
  /** The strongest relation of each step, which may be read in either direction. */
  readonly relations: readonly RelationId[];
  /** How many more relations each step could have taken. */
  readonly others: readonly number[];
}

/** `same`: the two ends are one; `missing`: an end is not in the dataset. */
export type PathOutcome = 'found' | 'none' | 'same' | 'missing';

/** The answer to "How are A and B connected?" */
export interface PathAnswer {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly outcome: PathOutcome;
  /** Best first: shortest, then the one whose weakest relation is the strongest, then by the file order of entities. */
  readonly paths: readonly FoundPath[];
  /** False: the search was cut short, and there may be better paths than these. */
  readonly complete: boolean;
  /** Where there is no path: what hides the relations that the best path would need, the first cause first. Empty: nothing does. */
  readonly blockedBy: readonly { readonly by: HiddenBy; readonly relations: number }[];
}
