import type { Dataset } from '../model/dataset.ts';
import { calendarDay, dayText } from '../model/days.ts';
import { findFacetValues, findVoices } from '../model/facetValues.ts';
import type { EntityId, SourceId, TypeId } from '../model/records.ts';
import { GROUPS, KINDS, MODALITIES, STANCES } from '../model/records.ts';
import { STANDING_WORDS } from '../model/standing.ts';
import {
  FILTER_NAMES,
  type FilterName,
  type Filters,
  type Held,
  type HiddenBy,
  isActive,
  type View,
} from '../model/view.ts';
import type { VoiceKey } from '../model/voices.ts';
import { sayGroup, sayKinds, sayModality, sayStance, sayStandingWord } from './names.ts';
import { NOT_STATED } from './panelText.ts';
import { cutText, plainText } from './plainText.ts';
import { saySpeaker } from './sayAttribution.ts';
import { sayCount, sayNumber } from './sayCount.ts';
import { sayDate } from './sayDate.ts';
import { sayName } from './sayRelation.ts';

/** Filters that hold a list. */
export type ListName = Exclude<FilterName, 'minOrigins' | 'dispute' | 'dated' | 'text'>;

/** A filter in force, for a chip: its name, and what it asks for in words. */
export interface SaidFilter {
  readonly name: FilterName;
  readonly text: string;
}

/** A clock in force: `asOf` is the public one, `held` valid time. */
export interface SaidClock {
  readonly name: 'asOf' | 'held';
  readonly text: string;
}

const HIDERS: Readonly<Record<HiddenBy, string>> = {
  clock: 'the public clock',
  held: 'the time it held',
  claims: 'filters that no single claim fits together',
  kinds: 'kind of entity',
  groups: 'group',
  types: 'type',
  standings: 'standing',
  modalities: 'modality',
  stances: 'stance',
  sources: 'source',
  publishers: 'publisher',
  speakers: 'who says so',
  minOrigins: 'number of origins',
  dispute: 'denial',
  dated: 'date',
  text: 'words',
};

const NAMES_MAX = 3;
const TEXT_MAX = 40;
const NAME_MAX = 60;

/** What hides relations, to stand after "by": "modality", "the public clock". */
export function sayHiddenBy(by: HiddenBy): string {
  return HIDERS[by];
}

/** The name of a voice: "Donald Trump", "sources (not named)", "The Daily, in its own voice"; its key where it is unknown. */
export function sayVoice(dataset: Dataset, key: VoiceKey): string {
  if (key === 'unstated') return 'someone not stated';
  if (key === 'unnamed') return 'everyone who is not named';
  const [sort = ''] = key.split(' ', 1);
  const id = key.slice(sort.length + 1);
  if (sort === 'id') return sayName(dataset, id as EntityId);
  if (sort === 'own' || sort === 'source') {
    const label = plainText(dataset.sources.get(id as SourceId)?.label ?? '') || plainText(id);
    return sort === 'own' ? `${label}, in its own voice` : label;
  }
  const label = findVoices(dataset).get(key)?.label ?? (sort === 'as' || sort === 'un' ? id : key);
  return saySpeaker({ entity: null, label, named: sort !== 'un' });
}

/** The word of a value that is one of a fixed list; null for anything else, names of object members included. */
function sayOneOf<Value extends string>(all: readonly Value[], say: (value: Value) => string, value: string) {
  const found = all.find((one) => one === value);
  return found === undefined ? null : say(found);
}

function sayKnownValue(dataset: Dataset, name: ListName, value: string): string | null {
  switch (name) {
    case 'kinds':
      return sayOneOf(KINDS, sayKinds, value);
    case 'groups':
      return sayOneOf(GROUPS, sayGroup, value);
    case 'types':
      return dataset.types.get(value as TypeId)?.forward.full ?? null;
    case 'standings':
      return sayOneOf(STANDING_WORDS, sayStandingWord, value);
    case 'modalities':
      return sayOneOf(MODALITIES, sayModality, value);
    case 'stances':
      return sayOneOf(STANCES, sayStance, value);
    case 'sources':
      return dataset.sources.get(value as SourceId)?.label ?? null;
    case 'publishers':
      return value.trim() === '' ? NOT_STATED : value;
    case 'speakers':
      return sayVoice(dataset, value as VoiceKey);
  }
}

/** One value of a list filter as it is listed; what the dataset does not have is shown as it is written. */
export function sayFilterValue(dataset: Dataset, name: ListName, value: string): string {
  return plainText(sayKnownValue(dataset, name, value) ?? '') || plainText(value);
}

/** Names that may hold commas. */
const QUOTED: ReadonlySet<ListName> = new Set(['sources', 'publishers', 'speakers']);

function sayValues(dataset: Dataset, name: ListName, values: readonly string[]): string {
  const said = values.slice(0, NAMES_MAX).map((value) => {
    const text = cutText(sayFilterValue(dataset, name, value), NAME_MAX);
    return name === 'types' || (QUOTED.has(name) && values.length > 1) ? `“${text}”` : text;
  });
  const more = values.length - said.length;
  return `${said.join(', ')}${more > 0 ? ` and ${sayNumber(more)} more` : ''}`;
}

/** Every value that a list filter can choose from in this dataset. */
function offered(dataset: Dataset, name: ListName): readonly string[] {
  return name === 'speakers' ? [...findVoices(dataset).keys()] : findFacetValues(dataset)[name];
}

/** A list by its shorter side: "only alleged, rumoured", or "without rumoured" where most are let through. */
function sayListFilter(dataset: Dataset, name: ListName, list: readonly string[]): string {
  if (list.length === 0) return 'none';
  const chosen = new Set(list);
  const without = offered(dataset, name).filter((value) => !chosen.has(value));
  return without.length > 0 && without.length < chosen.size
    ? `without ${sayValues(dataset, name, without)}`
    : `only ${sayValues(dataset, name, [...chosen])}`;
}

const DISPUTES = {
  denied: 'only what is denied',
  disputed: 'only what is denied or limited',
  undisputed: 'only what nobody denies or limits',
} as const;
const DATES = { dated: 'only what has a date', undated: 'only what has no date' } as const;

/** What one filter asks for, without its name: "only alleged, rumoured"; null where it asks for nothing. */
export function sayFilter(dataset: Dataset, filters: Filters, name: FilterName): string | null {
  if (!isActive(filters, name)) return null;
  if (name === 'minOrigins') return `at least ${sayCount(filters.minOrigins, 'independent origin')}`;
  if (name === 'dispute') return filters.dispute && DISPUTES[filters.dispute];
  if (name === 'dated') return filters.dated && DATES[filters.dated];
  if (name === 'text') return `“${cutText(plainText(filters.text), TEXT_MAX)}”`;
  return sayListFilter(dataset, name, filters[name] ?? []);
}

/** These say themselves what they are about. */
const NAMELESS: ReadonlySet<FilterName> = new Set(['minOrigins', 'dispute', 'dated']);

/** All filters in force, each as it stands on its chip: "modality: only alleged, rumoured". */
export function sayFilters(dataset: Dataset, filters: Filters): readonly SaidFilter[] {
  return FILTER_NAMES.flatMap((name) => {
    const asked = sayFilter(dataset, filters, name);
    if (asked === null) return [];
    return [{ name, text: NAMELESS.has(name) ? asked : `${HIDERS[name]}: ${asked}` }];
  });
}

/** What begins on a day: 0 a day, 1 a month, 2 a year. So much of a date is left unwritten. */
function roundness(boundary: number): 0 | 1 | 2 {
  const { month, day } = calendarDay(boundary);
  return day > 1 ? 0 : month > 1 ? 1 : 2;
}

function sayBound(day: number, level: 0 | 1 | 2): string {
  const text = dayText(day);
  return sayDate(level === 0 ? text : text.slice(0, level === 1 ? -3 : -6));
}

function sayHeld({ from, to }: Held): string {
  if (from === null && to === null) return 'held at any time';
  if (to === null) return `held from ${sayBound(from ?? 0, roundness(from ?? 0))} onwards`;
  const after = roundness(to + 1);
  if (from === null) return `held until ${sayBound(to, after)}`;
  if (from === to) return `held on ${sayBound(from, 0)}`;
  const before = roundness(from);
  const level = before < after ? before : after;
  const [start, end] = [sayBound(from, level), sayBound(to, level)];
  return start === end ? `held in ${start}` : `held between ${start} and ${end}`;
}

/** The clocks in force: "as published by 31 October 2022", "held between 2021 and 2022". */
export function sayClocks({ asOf, held }: Pick<View, 'asOf' | 'held'>): readonly SaidClock[] {
  return [
    ...(asOf === null ? [] : [{ name: 'asOf' as const, text: `as published by ${sayDate(dayText(asOf))}` }]),
    ...(held === null ? [] : [{ name: 'held' as const, text: sayHeld(held) }]),
  ];
}

/** How much filters and clocks let through: "22 of 36 relations shown". */
export function sayShownRelations(passing: number, all: number): string {
  return all === 0 ? 'no relations' : `${sayNumber(passing)} of ${sayCount(all, 'relation')} shown`;
}

/** "9 by modality, 5 by the public clock", the one that hides most first; empty where nothing is hidden. */
export function sayHiders(hidden: ReadonlyMap<HiddenBy, number>): string {
  return [...hidden]
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([by, count]) => `${sayNumber(count)} by ${HIDERS[by]}`)
    .join(', ');
}

/** What is hidden and by what: "14 of 36 relations hidden: 9 by modality, 5 by the public clock". */
export function sayHiddenCounts(hidden: ReadonlyMap<HiddenBy, number>, all: number): string {
  const sum = [...hidden.values()].reduce((total, count) => total + count, 0);
  if (sum === 0) return 'no relation hidden';
  return `${sayNumber(sum)} of ${sayCount(all, 'relation')} hidden: ${sayHiders(hidden)}`;
}
