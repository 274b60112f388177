import { dayNumber } from '../model/dates.ts';
import { ARRANGEMENTS, type Filters, type Held, HOME, NO_FILTERS, type View } from '../model/view.ts';
import type { VoiceKey } from '../model/voices.ts';
import type { LookAt, PathQuestion } from './appState.ts';
import { isBareView, type Rest } from './linked.ts';
import { readCallouts, writeCallouts } from './packCallouts.ts';
import {
  type Parts,
  partOf,
  readChoice,
  readIds,
  readList,
  readMaybe,
  readParts,
  readText,
  readWhole,
  refuse,
} from './packParts.ts';
import { readLength, readPlaces, readPoints, writeLength, writePlaces, writePoints } from './packPoints.ts';
import { packText, unpackText } from './packText.ts';

// The letters below are version 1 of the link: they are added to, never changed.
const LISTS = {
  kinds: 'k',
  groups: 'g',
  types: 'y',
  standings: 'n',
  modalities: 'm',
  stances: 'c',
  sources: 's',
  publishers: 'p',
  speakers: 'w',
} as const;
const IDS = { expanded: 'e', collapsed: 'c', added: 'b', hidden: 'i', pinned: 'p' } as const;
const DISPUTES = ['denied', 'disputed', 'undisputed'] as const;
const DATED = ['dated', 'undated'] as const;

const [FIRST_DAY, LAST_DAY] = [dayNumber(0, 1, 1), dayNumber(9999, 12, 31)];
const MOST_ORIGINS = 1_000_000;
const MOST_PATHS = 1000;
/** How near and how far a camera can be; a zoom has six digits. */
const ZOOM = { least: 0.001, most: 1000, digits: 6 } as const;

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** The entries that say something. */
function compact(parts: Parts): Parts {
  const says = (value: unknown): boolean =>
    value !== undefined && value !== null && value !== '' && value !== false && value !== 0;
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => says(value)));
}

function writeFilters(filters: Filters): Parts {
  const lists = Object.entries(LISTS).map(([name, letter]) => [letter, filters[name as keyof typeof LISTS]]);
  const { minOrigins, dispute, dated, text } = filters;
  return compact({
    ...Object.fromEntries(lists),
    o: between(Math.trunc(minOrigins), 0, MOST_ORIGINS),
    d: dispute,
    t: dated,
    x: text.trim() && text,
  });
}

function readFilters(value: unknown): Filters {
  const parts = readParts(value);
  const lists = Object.entries(LISTS).map(([name, letter]) => [name, readMaybe(partOf(parts, letter), readIds)]);
  return {
    ...NO_FILTERS,
    ...(Object.fromEntries(lists) as Pick<Filters, keyof typeof LISTS>),
    minOrigins: readWhole(partOf(parts, 'o') ?? 0, 0, MOST_ORIGINS),
    dispute: readChoice(partOf(parts, 'd'), DISPUTES),
    dated: readChoice(partOf(parts, 't'), DATED),
    text: readText(partOf(parts, 'x')),
  };
}

const readDay = (value: unknown): number => readWhole(value, FIRST_DAY, LAST_DAY);

function readHeld(value: unknown): Held {
  const ends = readList(value);
  if (ends.length !== 2) refuse();
  const [from, to] = ends.map((end) => readMaybe(end, readDay));
  if (typeof from === 'number' && typeof to === 'number' && from > to) refuse();
  return { from: from ?? null, to: to ?? null };
}

function writeView(view: Rest['view']): Parts {
  const lists = Object.entries(IDS).flatMap(([name, letter]) => {
    const ids = view[name as keyof typeof IDS];
    return ids.length > 0 ? [[letter, ids]] : [];
  });
  const { asOf, held, keepUnrelated, moved, arrangement, callouts } = view;
  const filters = writeFilters(view.filters);
  return {
    ...(Object.keys(filters).length > 0 ? { f: filters } : {}),
    ...(asOf === null ? {} : { a: between(asOf, FIRST_DAY, LAST_DAY) }),
    ...(held && { h: [held.from, held.to].map((day) => day && between(day, FIRST_DAY, LAST_DAY)) }),
    ...(keepUnrelated ? { u: 1 } : {}),
    ...Object.fromEntries(lists),
    ...(moved.size > 0 ? { m: writePoints(moved) } : {}),
    ...(arrangement === HOME.arrangement ? {} : { r: arrangement }),
    ...(callouts.length > 0 ? { l: writeCallouts(callouts) } : {}),
  };
}

function readView(parts: Parts): Rest['view'] {
  const lists = Object.entries(IDS).map(([name, letter]) => [name, readIds(partOf(parts, letter))]);
  const { focus: _, ...home } = HOME;
  return {
    ...home,
    ...(Object.fromEntries(lists) as Pick<View, keyof typeof IDS>),
    filters: readFilters(partOf(parts, 'f')),
    asOf: readMaybe(partOf(parts, 'a'), readDay),
    held: readMaybe(partOf(parts, 'h'), readHeld),
    keepUnrelated: readChoice(partOf(parts, 'u'), [1]) === 1,
    moved: readPoints(partOf(parts, 'm')),
    arrangement: readChoice(partOf(parts, 'r'), ARRANGEMENTS) ?? HOME.arrangement,
    callouts: readCallouts(partOf(parts, 'l')),
  };
}

function writeCamera({ x, y, zoom }: LookAt): number[] {
  const clear = Number(between(zoom, ZOOM.least, ZOOM.most).toPrecision(ZOOM.digits));
  return [writeLength(x), writeLength(y), clear];
}

function readCamera(value: unknown): LookAt {
  const [x, y, zoom] = readList(value);
  if (typeof zoom !== 'number' || !(zoom >= ZOOM.least && zoom <= ZOOM.most)) return refuse();
  return { x: readLength(x), y: readLength(y), zoom };
}

function writeQuestion({ from, to, everything, chosen }: PathQuestion): unknown[] {
  return [from, to, everything ? 1 : 0, between(chosen, -1, MOST_PATHS)];
}

function readQuestion(value: unknown): PathQuestion {
  const [from, to, everything, chosen] = readList(value);
  const readEnd = (end: unknown): PathQuestion['from'] => readMaybe(end, (id) => readText(id) as never);
  return {
    from: readEnd(from),
    to: readEnd(to),
    everything: readWhole(everything, 0, 1) === 1,
    chosen: readWhole(chosen, -1, MOST_PATHS),
  };
}

/** Writes what the readable parts of a link do not say; empty where all of it is as it opens, null if it is too long. */
export function packView({ view, cameraAt, question, voice, placement }: Rest): string | null {
  const parts: Parts = {
    ...(isBareView(view) ? {} : writeView(view)),
    ...(cameraAt && { v: writeCamera(cameraAt) }),
    ...(question && { q: writeQuestion(question) }),
    ...(voice === null ? {} : { w: voice }),
    ...(placement && placement.nodes.size > 0 ? writePlaces(placement) : {}),
  };
  return Object.keys(parts).length === 0 ? '' : packText(JSON.stringify(parts));
}

function readRest(parts: Parts): Rest {
  const nodes = partOf(parts, 'n');
  return {
    view: readView(parts),
    cameraAt: readMaybe(partOf(parts, 'v'), readCamera),
    question: readMaybe(partOf(parts, 'q'), readQuestion),
    voice: readMaybe(partOf(parts, 'w'), (voice) => readText(voice) as VoiceKey),
    placement: nodes === undefined ? null : readPlaces(nodes, partOf(parts, 't')),
  };
}

/**
 * Reads what `packView` wrote, from whomever it comes: null for everything that is not of its form. Names are any text
 * still: `fitToDataset` keeps those that mean something. Never throws.
 */
export function unpackView(packed: string): Rest | null {
  const text = unpackText(packed);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return value === null ? null : readRest(readParts(value));
  } catch {
    return null;
  }
}
