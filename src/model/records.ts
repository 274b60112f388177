declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Ids are made by model's parser alone; elsewhere they are passed on, never built. */
export type EntityId = Branded<'entity'>;
export type RelationId = Branded<'relation'>;
export type ClaimId = Branded<'claim'>;
export type SourceId = Branded<'source'>;
export type TypeId = Branded<'relationType'>;

export const KINDS = ['Person', 'Company', 'PublicBody', 'Organization', 'Place', 'Event', 'Asset', 'Other'] as const;
/** What an entity is. A state that acts is a PublicBody; a territory named as a location is a Place. */
export type Kind = (typeof KINDS)[number];

export const STANCES = ['asserts', 'denies', 'limits', 'questions', 'no-comment'] as const;
/** What a claim does to its relation; `limits` admits less than the relation says. */
export type Stance = (typeof STANCES)[number];

/** Firmest first; `hypothetical` stands apart and never supports. */
export const MODALITIES = ['stated', 'reported', 'alleged', 'rumoured', 'hypothetical'] as const;
/** How firmly the source puts a claim. */
export type Modality = (typeof MODALITIES)[number];

export const GROUPS = [
  'role',
  'ownership',
  'money',
  'contact',
  'statement',
  'conflict',
  'family',
  'event-role',
  'other',
] as const;
/** The heading under which a relation type is listed. */
export type Group = (typeof GROUPS)[number];

export const SOURCE_KINDS = [
  'article',
  'post',
  'filing',
  'report',
  'dataset',
  'interview',
  'speech',
  'book',
  'other',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const RESPONSES = ['declined', 'unreachable', 'not-asked', 'unknown'] as const;
/** Why there is silence, for a claim of stance `no-comment`. */
export type Response = (typeof RESPONSES)[number];

/** Somebody or something named: an entity of the dataset or, where it is none, a label. Exactly one of the two. */
export interface Ref {
  readonly entity?: EntityId;
  readonly label?: string;
}

/** One step of an attribution. `on` is the EDTF day on which this step said or relayed it. */
export interface Step extends Ref {
  readonly kind: 'named' | 'unnamed' | 'unstated';
  readonly on?: string;
}

/** A place in a source. Paragraphs, sentences and pages count from 1; a quote is verbatim and short. */
export interface Locator {
  readonly paragraph?: number;
  readonly sentence?: number;
  readonly page?: number;
  readonly timestamp?: string;
  readonly quote?: string;
}

/** Lists of strings by FollowTheMoney property name. Keys come from data: read with `Object.entries`. */
export type Properties = Readonly<Record<string, readonly string[]>>;

/** One statement about a relation or an entity, found in one source (DESIGN 2.1). Dates are EDTF. */
export interface Claim {
  readonly id: ClaimId;
  readonly stance: Stance;
  readonly modality: Modality;
  readonly source: SourceId;
  /** First speaker first; empty means the source's own voice. */
  readonly attribution: readonly Step[];
  /** Shared by claims made in one utterance, which count as one origin. */
  readonly statement?: string;
  /** When the first speaker said it. */
  readonly said?: string;
  /** When it became publicly known; the source's `published` where absent. */
  readonly public?: string;
  readonly valid?: string;
  readonly properties?: Properties;
  readonly scope?: string;
  readonly condition?: string;
  readonly audience?: Ref;
  readonly medium?: Ref;
  /** Relations or claims it conflicts with; shown on both sides. */
  readonly against?: readonly (RelationId | ClaimId)[];
  readonly inPassing?: boolean;
  readonly locators: readonly Locator[];
  /** One sentence in the maker's own words. */
  readonly text: string;
  readonly response?: Response;
  readonly retracted?: { readonly date: string; readonly by?: string; readonly note?: string };
  readonly note?: string;
}

/** A document that the dataset's maker has read. Null means "not stated in our copy". */
export interface Source {
  readonly id: SourceId;
  readonly label: string;
  readonly kind: SourceKind;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly url: string | null;
  readonly archivedUrl?: string | null;
  readonly accessed?: string | null;
  readonly language?: string;
  readonly licence?: string | null;
  readonly passages?: {
    readonly kind: 'digest' | 'own copy';
    readonly items: readonly { readonly paragraph: number; readonly text: string }[];
  };
}

/** A person, company, public body, organisation, place, event or asset. */
export interface Entity {
  readonly id: EntityId;
  readonly kind: Kind;
  readonly name: string;
  /** Names by BCP 47 language tag. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly aliases?: readonly string[];
  /** Who or what it is, never what it did. */
  readonly summary?: string;
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string; readonly url?: string }[];
  readonly properties?: Properties;
  /** For an Event: that it happened as told; for others: facts that are no relation. */
  readonly claims?: readonly Claim[];
  /** For an Event: the relations that the worry or consequence is about. */
  readonly about?: readonly RelationId[];
}

/** One typed proposition between two entities, dates included. */
export interface Relation {
  readonly id: RelationId;
  readonly type: TypeId;
  readonly from: EntityId;
  readonly to: EntityId;
  /** Replaces the type's short wording on the line. */
  readonly label?: string;
  readonly valid?: string;
  readonly properties?: Properties;
  readonly claims: readonly Claim[];
}

/** How a kind of relation is worded. `full` reads "A full B"; `short` lies on the line. */
export interface RelationType {
  readonly id: TypeId;
  readonly forward: { readonly full: string; readonly short: string };
  readonly reverse: { readonly full: string; readonly short: string };
  readonly symmetric: boolean;
  /** True: happened some time within `valid`; false: held throughout it. */
  readonly moment: boolean;
  readonly group: Group;
  readonly schema?: string;
}

/**
 * An entity that was merged into another, with everything that the merge changed as it was before, so that it can be taken
 * back (`unmergeEntities`). The last merge is the last of its list.
 */
export interface MergedEntity {
  readonly into: EntityId;
  /** The EDTF day on which it was merged. */
  readonly at?: string;
  readonly before: {
    /** Where the entity that went stood among the entities, counted from 0. */
    readonly index: number;
    readonly gone: Entity;
    readonly kept: Entity;
    /** Others whose claims name it. */
    readonly entities: readonly Entity[];
    readonly relations: readonly Relation[];
    /** Stories that name it, each with where it stood. */
    readonly stories: readonly { readonly index: number; readonly story?: unknown }[];
    /** The two entities' places, where the file has such. */
    readonly positions?: Readonly<Record<string, unknown>>;
  };
}

/** The file format, version 1 (DESIGN 2). Unknown fields at every level survive load and save. */
export interface DatasetFile {
  readonly sayso: 1;
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly version?: string;
  readonly updated?: string;
  readonly authors?: readonly string[];
  readonly contact?: string;
  readonly licence?: string;
  readonly language?: string;
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly relationTypes: readonly RelationType[];
  /** As written; `parseStories` says which of them can be played. */
  readonly stories?: readonly unknown[];
  /** Private; left out of everything published unless asked. */
  readonly notes?: string;
  /** Which entities were found to be the same as others, first to last. */
  readonly merged?: readonly MergedEntity[];
  /** Pairs of entities that look alike and were found not to be the same. */
  readonly distinct?: readonly (readonly EntityId[])[];
}
