import type { Point } from './layoutProblem.ts';
import type { EntityId, Group, Kind, Modality, RelationId, SourceId, Stance, TypeId } from './records.ts';
import type { StandingWord } from './standing.ts';
import type { VoiceKey } from './voices.ts';

/**
 * Which relations are shown. A list names what is let through, null is "any", an empty list lets nothing through.
 * Filters choose relations and never claims: a standing is always judged on everything public under the clock.
 */
export interface Filters {
  /** Kinds of entities: both ends of a relation must be of these. */
  readonly kinds: readonly Kind[] | null;
  readonly groups: readonly Group[] | null;
  readonly types: readonly TypeId[] | null;
  readonly standings: readonly StandingWord[] | null;
  /** The next five ask for one claim in view that satisfies all of them together. */
  readonly modalities: readonly Modality[] | null;
  readonly stances: readonly Stance[] | null;
  readonly sources: readonly SourceId[] | null;
  /** Publishers of sources as written; the empty string where none is stated. */
  readonly publishers: readonly string[] | null;
  /** Any step of an attribution, or a source's own voice. */
  readonly speakers: readonly VoiceKey[] | null;
  /** At least so many independent origins; 0 for any. */
  readonly minOrigins: number;
  /** `denied`: somebody denies it; `disputed`: denies or limits; `undisputed`: neither. */
  readonly dispute: 'denied' | 'disputed' | 'undisputed' | null;
  /** Whether the relation, or a claim in view about it, says when. */
  readonly dated: 'dated' | 'undated' | null;
  /** Words that must all stand in the relation's sentence or in a claim in view; case and accents do not count. */
  readonly text: string;
}

/** A focus: everything within `hops` of the given entities. */
export interface Focus {
  readonly ids: readonly EntityId[];
  readonly hops: number;
}

/** Days (numbers since 1970-01-01) in which a relation must have held or happened; null is open. */
export interface Held {
  readonly from: number | null;
  readonly to: number | null;
}

export const ARRANGEMENTS = ['usual', 'kind'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** A short note pinned to an entity, a relation or a spot (scene units) of the picture. `id` is unique in its view. */
export interface Callout {
  readonly id: string;
  readonly at: { readonly entity: EntityId } | { readonly relation: RelationId } | Point;
  readonly text: string;
}

/** The longest text of a callout, in characters, and how many of them a view may have. */
export const MOST_CALLOUT = { letters: 200, callouts: 40 } as const;

/** Whether a callout may say this. Linear in the text. */
export function isCalloutText(text: string): boolean {
  return text.trim() !== '' && Array.from(text).length <= MOST_CALLOUT.letters;
}

/** What the reader has done to see what is shown (DESIGN 1). Replaced, never changed; undo keeps earlier ones. */
export interface View {
  readonly filters: Filters;
  /** The public clock: a day number, or null for everything that the sources say. */
  readonly asOf: number | null;
  /** Valid time; null for any. */
  readonly held: Held | null;
  /** Keep entities whose relations are all hidden by filters or clocks. */
  readonly keepUnrelated: boolean;
  readonly focus: Focus | null;
  /** Entities whose neighbours are all shown, in the order in which they were expanded. */
  readonly expanded: readonly EntityId[];
  /** Entities whose neighbours are not shown, except those that another shown entity holds. */
  readonly collapsed: readonly EntityId[];
  /** Entities brought into the picture one by one: a path, a search hit. */
  readonly added: readonly EntityId[];
  readonly hidden: readonly EntityId[];
  /** Entities that stay where they are whatever is arranged or put back; each has a place in `moved`. */
  readonly pinned: readonly EntityId[];
  readonly moved: ReadonlyMap<EntityId, Point>;
  readonly arrangement: Arrangement;
  /** In the order in which they were written. */
  readonly callouts: readonly Callout[];
}

/** Lets everything through. */
export const NO_FILTERS: Filters = {
  kinds: null,
  groups: null,
  types: null,
  standings: null,
  modalities: null,
  stances: null,
  sources: null,
  publishers: null,
  speakers: null,
  minOrigins: 0,
  dispute: null,
  dated: null,
  text: '',
};

/** The view in which a dataset opens. */
export const HOME: View = {
  filters: NO_FILTERS,
  asOf: null,
  held: null,
  keepUnrelated: false,
  focus: null,
  expanded: [],
  collapsed: [],
  added: [],
  hidden: [],
  pinned: [],
  moved: new Map(),
  arrangement: 'usual',
  callouts: [],
};

export type FilterName = keyof Filters;

/** What hides a relation: the public clock, valid time, a filter, or several claim filters that no one claim satisfies. */
export type HiddenBy = 'clock' | 'held' | 'claims' | FilterName;

/** The filters in force, in the order in which they are named and blamed. */
export const FILTER_NAMES = Object.keys(NO_FILTERS) as FilterName[];

/** Whether a filter asks for anything. */
export function isActive(filters: Filters, name: FilterName): boolean {
  const value = filters[name];
  return name === 'text' ? filters.text.trim() !== '' : name === 'minOrigins' ? filters.minOrigins > 0 : value !== null;
}
