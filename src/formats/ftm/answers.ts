import type { ImportLog } from '../importLog.ts';
import { fieldOf, isEntity, isObject, type RawObject } from './ftmRecord.ts';

/** An entity in the answer of a service, with its place there. */
export type Placed = readonly [raw: RawObject, where: string];

/** Lists under which Aleph and OpenSanctions give what was found, what lies around an entity, and what was matched. */
const LISTS = ['results', 'entities'] as const;
/** Two entities that somebody compared: cross-references of Aleph, pairs of OpenSanctions. */
const PAIRS = [
  ['entity', 'match'],
  ['left', 'right'],
] as const;
/** What says how two were compared. */
const COMPARED = ['judgement', 'score', 'doubt', 'method', 'user'] as const;

function pairOf(value: RawObject): readonly [RawObject, RawObject] | null {
  for (const [first, second] of PAIRS) {
    const [a, b] = [fieldOf(value, first), fieldOf(value, second)];
    if (isEntity(a) && isEntity(b)) return [a, b];
  }
  return null;
}

/** Whether a JSON value is two entities that were compared: {"left", "right", "judgement"}. */
function isPair(value: unknown): value is RawObject {
  return isObject(value) && pairOf(value) !== null;
}

/** An entity with the edges around it, which services give beside it, where the nested form has them. */
function withAdjacent(entity: RawObject, adjacent: RawObject): RawObject {
  const { adjacent: _, ...own } = entity;
  const properties = fieldOf(entity, 'properties');
  const around = Object.entries(adjacent).flatMap(([name, group]): [string, unknown][] => {
    const results = isObject(group) ? fieldOf(group, 'results') : group;
    return Array.isArray(results) ? [[name, results]] : [];
  });
  const joined = new Map(Object.entries(isObject(properties) ? properties : {}));
  for (const [name, results] of around) {
    const known = joined.get(name);
    joined.set(name, [...(Array.isArray(known) ? (known as unknown[]) : []), ...(results as unknown[])]);
  }
  return { ...own, properties: Object.fromEntries(joined) };
}

/** An entity with what its answer says of how it was compared, and with whom. */
function withComparison(entity: RawObject, answer: RawObject, other: RawObject | null): RawObject {
  const said = COMPARED.flatMap((key) => ((answer[key] ?? null) === null ? [] : [[key, answer[key]] as const]));
  if (said.length === 0 && other === null) return entity;
  const id = other === null ? {} : { id: fieldOf(other, 'id') };
  return { ...entity, comparedWith: [{ ...id, ...Object.fromEntries(said) }] };
}

function* eachPair(value: RawObject, where: string): Generator<Placed> {
  const [first, second] = pairOf(value) ?? [];
  if (!first || !second) return;
  yield [withComparison(first, value, second), where];
  yield [second, where];
}

function* eachOf(value: unknown, where: string, log: ImportLog | null): Generator<Placed> {
  if (!isObject(value)) return;
  const [adjacent, entity] = [fieldOf(value, 'adjacent'), fieldOf(value, 'entity')];
  if (isObject(adjacent)) tellParts(adjacent, `${where}adjacent`, log);
  if (isEntity(value)) yield [isObject(adjacent) ? withAdjacent(value, adjacent) : value, where];
  else if (isPair(value)) {
    log?.tally('comparison-kept', where);
    yield* eachPair(value, where);
  } else if (isEntity(entity))
    yield [isObject(adjacent) ? withAdjacent(entity, adjacent) : withComparison(entity, value, null), `${where}entity`];
  else {
    tellPart(value, where, log);
    for (const name of LISTS) {
      const list = fieldOf(value, name);
      if (Array.isArray(list)) yield* eachIn(list, `${where}${name}`, log);
    }
  }
}

function* eachIn(list: readonly unknown[], where: string, log: ImportLog | null): Generator<Placed> {
  for (const [i, item] of list.entries()) {
    const place = `${where}[${i}]`;
    let found = false;
    for (const [raw, at] of eachOf(item, isEntity(item) || isPair(item) ? place : `${place}.`, log)) {
      found = true;
      yield [raw, at];
    }
    const isEmptyGroup = isObject(item) && LISTS.some((name) => Array.isArray(fieldOf(item, name)));
    if (!found && !isEmptyGroup) log?.warn('record-skipped', place, { reason: 'it has no schema and no properties' });
  }
}

/** Tells where a service holds more than it gave: it answers page by page. */
function tellPart(answer: RawObject, where: string, log: ImportLog | null): void {
  const total = fieldOf(answer, 'total') ?? fieldOf(answer, 'count');
  const stated = isObject(total) ? fieldOf(total, 'value') : total;
  const list = LISTS.map((name) => fieldOf(answer, name)).find(Array.isArray);
  if (typeof stated !== 'number' || list === undefined || stated <= list.length) return;
  // Groups of results say themselves how many there are.
  if (list.some((item) => isObject(item) && LISTS.some((name) => Array.isArray(fieldOf(item, name))))) return;
  log?.warn('answer-in-part', where.replace(/\.$/, ''), { count: list.length, total: stated });
}

function tellParts(groups: RawObject, where: string, log: ImportLog | null): void {
  for (const [name, group] of Object.entries(groups)) if (isObject(group)) tellPart(group, `${where}.${name}`, log);
}

/** The fields in which an answer has entities. */
const HOLDING = new Set<string>([...LISTS, 'responses', 'adjacent', 'entity']);

/**
 * The entities in an answer of the interfaces of Aleph, OpenAleph, OpenSanctions and yente: what was found, matched, is
 * adjacent, similar or cross-referenced. None for anything else, a diagram included. What the answer says of itself (page,
 * facets, the question) is no data; that and a page of more are told to the log. Linear.
 */
export function* eachAnswered(json: unknown, log: ImportLog | null): Generator<Placed> {
  if (!isObject(json)) return;
  const responses = fieldOf(json, 'responses');
  if (isObject(responses)) {
    for (const [name, answer] of Object.entries(responses)) yield* eachOf(answer, `responses.${name}.`, log);
  } else yield* eachOf(json, '', log);
  const others = Object.keys(json).filter((key) => !HOLDING.has(key));
  if (others.length > 0 && !isEntity(json) && !isPair(json))
    log?.note('answer-fields', '', { fields: others.join(', ').slice(0, 200) });
}

/** Whether a JSON value is such an answer, be it without any result. */
export function isAnswer(json: unknown): boolean {
  if (!isObject(json) || isEntity(json)) return isObject(json) && isObject(fieldOf(json, 'adjacent'));
  return !eachAnswered(json, null).next().done;
}
