import type { Group, Kind, Modality, Response, SourceKind, Stance, Step } from '../model/records.ts';
import type { StandingWord } from '../model/standing.ts';

const KIND_NAMES: Record<Kind, readonly [one: string, many: string]> = {
  Person: ['person', 'people'],
  Company: ['company', 'companies'],
  PublicBody: ['public body', 'public bodies'],
  Organization: ['organisation', 'organisations'],
  Place: ['place', 'places'],
  Event: ['event', 'events'],
  Asset: ['asset', 'assets'],
  Other: ['something else', 'others'],
};

/** What an entity is, in lower case: "public body". */
export function sayKind(kind: Kind): string {
  return KIND_NAMES[kind][0];
}

/** The same for several: "public bodies". */
export function sayKinds(kind: Kind): string {
  return KIND_NAMES[kind][1];
}

/** Which end of its relations an entity is at: the one the sentence starts with, the other, or either alike. */
export type Direction = 'out' | 'in' | 'both';

/** Nouns only, so that no heading says more than the weakest relation under it. */
const GROUP_HEADINGS: Record<Group, Record<Direction, string>> = {
  role: { out: 'Roles', in: 'Roles of others here', both: 'Roles together' },
  ownership: { out: 'Ownership', in: 'Ownership by others', both: 'Ownership together' },
  money: { out: 'Money', in: 'Money, by others', both: 'Money, together' },
  contact: { out: 'Contact', in: 'Contact by others', both: 'Contact with others' },
  statement: { out: 'Statements', in: 'Statements by others', both: 'Statements together' },
  conflict: { out: 'Conflict', in: 'Conflict, by others', both: 'Conflict with others' },
  family: { out: 'Family', in: 'Family, by others', both: 'Family' },
  'event-role': { out: 'Part in events', in: 'Who is named in it', both: 'Events' },
  other: { out: 'Other relations', in: 'Other relations, by others', both: 'Other relations' },
};

/** The heading over an entity's relations of one group and direction. */
export function sayGroupHeading(group: Group, direction: Direction): string {
  return GROUP_HEADINGS[group][direction];
}

const GROUP_NAMES: Record<Group, string> = {
  role: 'role',
  ownership: 'ownership',
  money: 'money',
  contact: 'contact',
  statement: 'statement',
  conflict: 'conflict',
  family: 'family',
  'event-role': 'part in an event',
  other: 'other',
};

/** The group of a relation type, in lower case. */
export function sayGroup(group: Group): string {
  return GROUP_NAMES[group];
}

const STANCE_NAMES: Record<Stance, string> = {
  asserts: 'says so',
  denies: 'denies',
  limits: 'limits: says less',
  questions: 'questions',
  'no-comment': 'silent',
};

/** What a claim does to its relation, as a short mark beside it. */
export function sayStance(stance: Stance): string {
  return STANCE_NAMES[stance];
}

/** How firmly the source puts a claim: the word itself, as the legend uses it. */
export function sayModality(modality: Modality): string {
  return modality;
}

const STANDING_NAMES: Record<StandingWord, string> = {
  stated: 'stated',
  reported: 'reported',
  alleged: 'alleged',
  rumoured: 'rumoured',
  hypothetical: 'hypothetical',
  questioned: 'questioned',
  unsupported: 'not asserted',
  unsourced: 'unsourced',
};

/** The word of a standing as readers see it; a dispute is named beside it, never in it. */
export function sayStandingWord(word: StandingWord): string {
  return STANDING_NAMES[word];
}

const SOURCE_KIND_NAMES: Record<SourceKind, string> = {
  article: 'article',
  post: 'post',
  filing: 'filing',
  report: 'report',
  dataset: 'dataset',
  interview: 'interview',
  speech: 'speech',
  book: 'book',
  other: 'other document',
};

/** What a source is, in lower case. */
export function saySourceKind(kind: SourceKind): string {
  return SOURCE_KIND_NAMES[kind];
}

const RESPONSE_NAMES: Record<Response, string> = {
  declined: 'declined to comment',
  unreachable: 'could not be reached',
  'not-asked': 'not asked',
  unknown: 'no response is recorded',
};

/** Why there is silence. */
export function sayResponse(response: Response): string {
  return RESPONSE_NAMES[response];
}

const STEP_NAMES: Record<Step['kind'] | 'source', string> = {
  named: 'named speaker',
  unnamed: 'speaker not named',
  unstated: 'speaker not stated',
  source: 'source',
};

/** What a link of an attribution chain is. */
export function sayStepKind(kind: Step['kind'] | 'source'): string {
  return STEP_NAMES[kind];
}
