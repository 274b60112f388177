import { DataError } from './dataError.ts';
import type { Dataset } from './dataset.ts';
import { parseDate } from './dates.ts';
import type { Point } from './layoutProblem.ts';
import { type EntityId, GROUPS, KINDS, MODALITIES, type RelationId, STANCES } from './records.ts';
import { STANDING_WORDS } from './standing.ts';
import type { Focus } from './view.ts';
import {
  ARRANGEMENTS,
  type Callout,
  FILTER_NAMES,
  type Filters,
  isCalloutText,
  MOST_CALLOUT,
  type View,
} from './view.ts';

function refuse(where: string): never {
  throw new DataError('bad-view', where);
}

/** As far as a link goes: characters of a text, and px from the middle either way. */
const LONGEST_TEXT = 20_000;
const FARTHEST = 1_000_000;

type Reader<Value> = (value: unknown, where: string) => Value;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readBoolean: Reader<boolean> = (value, where) => (typeof value === 'boolean' ? value : refuse(where));
const readNumber: Reader<number> = (value, where) => (Number.isFinite(value) ? (value as number) : refuse(where));
const readText: Reader<string> = (value, where) =>
  typeof value === 'string' && value.length <= LONGEST_TEXT ? value : refuse(where);

function listOf<Value>(read: Reader<Value>): Reader<Value[]> {
  return (value, where) =>
    Array.isArray(value) ? value.map((each, i) => read(each, `${where}[${i}]`)) : refuse(where);
}

function nullOr<Value>(read: Reader<Value>): Reader<Value | null> {
  return (value, where) => (value === null ? null : read(value, where));
}

function oneOf<Value>(values: readonly Value[]): Reader<Value> {
  return (value, where) => (values.includes(value as Value) ? (value as Value) : refuse(where));
}

const idOf =
  (known: ReadonlyMap<string, unknown>): Reader<never> =>
  (value, where) =>
    typeof value === 'string' && known.has(value) ? (value as never) : refuse(where);

/** A voice by its key, or an entity's id for short. */
function readVoice(dataset: Dataset): Reader<never> {
  return (value, where) => {
    const text = readText(value, where);
    return (dataset.entities.has(text as EntityId) ? `id ${text}` : text) as never;
  };
}

function filterReaders(dataset: Dataset): { readonly [Name in keyof Filters]: Reader<Filters[Name]> } {
  return {
    kinds: nullOr(listOf(oneOf(KINDS))),
    groups: nullOr(listOf(oneOf(GROUPS))),
    types: nullOr(listOf(idOf(dataset.types))),
    standings: nullOr(listOf(oneOf(STANDING_WORDS))),
    modalities: nullOr(listOf(oneOf(MODALITIES))),
    stances: nullOr(listOf(oneOf(STANCES))),
    sources: nullOr(listOf(idOf(dataset.sources))),
    publishers: nullOr(listOf(readText)),
    speakers: nullOr(listOf(readVoice(dataset))),
    minOrigins: (value, where) => Math.max(0, Math.trunc(readNumber(value, where))),
    dispute: nullOr(oneOf(['denied', 'disputed', 'undisputed'] as const)),
    dated: nullOr(oneOf(['dated', 'undated'] as const)),
    text: readText,
  };
}

const readAsOf: Reader<number> = (value, where) => {
  const span = parseDate(readText(value, where));
  return span?.latest ?? refuse(where);
};

const readHeld: Reader<View['held'] & object> = (value, where) => {
  const span = parseDate(readText(value, where));
  return span ? { from: span.earliest, to: span.latest } : refuse(where);
};

function viewReaders(dataset: Dataset) {
  const readId = idOf(dataset.entities) as Reader<EntityId>;
  const readFocus: Reader<Focus> = (value, where) => {
    if (!isRecord(value)) return refuse(where);
    const hops = readNumber(value['hops'] ?? 1, `${where}.hops`);
    return { ids: listOf(readId)(value['ids'], `${where}.ids`), hops: Math.max(0, Math.min(3, Math.trunc(hops))) };
  };
  const readLength: Reader<number> = (value, where) => {
    const length = readNumber(value, where);
    return Math.abs(length) <= FARTHEST ? Math.round(length * 100) / 100 : refuse(where);
  };
  const readMoved: Reader<View['moved']> = (value, where) =>
    new Map(
      listOf<[EntityId, Point]>((each, at) => {
        if (!isRecord(each)) return refuse(at);
        const point = { x: readLength(each['x'], `${at}.x`), y: readLength(each['y'], `${at}.y`) };
        return [readId(each['id'], `${at}.id`), point];
      })(value, where),
    );
  const readCallout: Reader<Callout> = (value, where) => {
    if (!isRecord(value)) return refuse(where);
    const text = readText(value['text'], `${where}.text`);
    if (!isCalloutText(text)) return refuse(`${where}.text`);
    const id = readText(value['id'], `${where}.id`);
    const at = value['at'];
    if (!isRecord(at)) return refuse(`${where}.at`);
    if (at['entity'] !== undefined) return { id, text, at: { entity: readId(at['entity'], `${where}.at.entity`) } };
    if (at['relation'] !== undefined) {
      const readRelation = idOf(dataset.relations) as Reader<RelationId>;
      return { id, text, at: { relation: readRelation(at['relation'], `${where}.at.relation`) } };
    }
    return { id, text, at: { x: readLength(at['x'], `${where}.at.x`), y: readLength(at['y'], `${where}.at.y`) } };
  };
  const readCallouts: Reader<Callout[]> = (value, where) => {
    const callouts = listOf(readCallout)(value, where);
    const again = callouts.findIndex(({ id }, i) => callouts.findIndex((each) => each.id === id) < i);
    if (again >= 0) return refuse(`${where}[${again}].id`);
    return callouts.length <= MOST_CALLOUT.callouts ? callouts : refuse(`${where}[${MOST_CALLOUT.callouts}]`);
  };
  const readIds: Reader<EntityId[]> = (value, where) => [...new Set(listOf(readId)(value, where))];
  return {
    asOf: nullOr(readAsOf),
    held: nullOr(readHeld),
    keepUnrelated: readBoolean,
    focus: nullOr(readFocus),
    expanded: readIds,
    collapsed: readIds,
    added: readIds,
    hidden: readIds,
    pinned: readIds,
    moved: readMoved,
    arrangement: oneOf(ARRANGEMENTS),
    callouts: readCallouts,
  } satisfies { readonly [Name in Exclude<keyof View, 'filters'>]: Reader<View[Name]> };
}

/**
 * Reads what a script asks the view to be, as a change of `view`. Throws DataError `bad-view` with the path of the first
 * thing that is not understood, a reversed interval, an impossible date or an id that the dataset lacks included.
 */
export function parseViewChange(dataset: Dataset, view: View, asked: unknown): Partial<View> {
  if (!isRecord(asked)) return refuse('');
  const change: Record<string, unknown> = {};
  const readers = new Map<string, Reader<unknown>>(Object.entries(viewReaders(dataset)));
  for (const [key, value] of Object.entries(asked)) {
    if (key === 'filters') change[key] = { ...view.filters, ...readFilters(dataset, value) };
    else change[key] = (readers.get(key) ?? refuse(key))(value, key);
  }
  const { pinned = view.pinned, moved = view.moved } = change as Partial<View>;
  const loose = pinned.findIndex((id) => !moved.has(id));
  if (loose >= 0) refuse(`pinned[${loose}]`);
  return change;
}

function readFilters(dataset: Dataset, asked: unknown): Partial<Filters> {
  if (!isRecord(asked)) return refuse('filters');
  const readers = filterReaders(dataset);
  const change: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(asked)) {
    const name = FILTER_NAMES.find((each) => each === key) ?? refuse(`filters.${key}`);
    change[name] = readers[name](value, `filters.${name}`);
  }
  return change;
}
