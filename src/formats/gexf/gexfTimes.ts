import type { Spell } from '../propertyGraph.ts';

/** Attributes as written. */
export type Pairs = readonly (readonly [string, string])[];

/** When a node or edge is there, as the file writes it: on the element itself, and in `<spell>` elements. */
export interface Times {
  readonly own: Pairs;
  readonly spells: readonly Pairs[];
}

/** Attributes that say when. */
export const TIME_NAMES: ReadonlySet<string> = new Set([
  'start',
  'end',
  'startopen',
  'endopen',
  'timestamp',
  'timestamps',
  'intervals',
]);

/** What a time means. */
export interface Moment {
  /** A day, month or year; undefined for an open end; null for what is no date. */
  readonly day: string | undefined | null;
  /** More was written than the day. */
  readonly isCut: boolean;
}

/** Whether times of a file are dates by its `timeformat`. */
export function isDateFormat(timeformat: string | undefined): boolean {
  return /^date(?:time)?$/i.test(timeformat?.trim() ?? '');
}

/** Reads a time: dates are dates whatever the format; a bare year only where the format is of dates. */
function readMoment(text: string | undefined, isDates: boolean): Moment {
  const plain = text?.trim() ?? '';
  if (plain === '' || /^[+-]?inf(?:inity)?$/i.test(plain)) return { day: undefined, isCut: plain !== '' };
  const [, day, rest = ''] = /^(\d{4}-\d\d-\d\d)(?:([T ].*|Z|[+-]\d\d:?\d\d))?$/.exec(plain) ?? [];
  if (day !== undefined) return { day, isCut: rest !== '' };
  if (/^\d{4}-\d\d$/.test(plain) || (isDates && /^\d{4}$/.test(plain))) return { day: plain, isCut: false };
  return { day: null, isCut: false };
}

/** A spell as the file means it; `isExact` where `start` and `end` alone say the same. */
export interface ReadSpell {
  /** Null where it says nothing that is a date. */
  readonly spell: Spell | null;
  readonly isExact: boolean;
  readonly isNumber: boolean;
  readonly cuts: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}

/** The parts of a list of times: `<[a, b]; [c, d)>`, `<[a, b, c]>`, `[a, b]`, with or without the pointed brackets. */
function partsOf(text: string): string[][] {
  const groups = text.match(/[[\](][^[\]();]*[\])[]/g) ?? [text];
  return groups
    .map((group) => group.replace(/[<>[\]()]/g, '').split(','))
    .filter((parts) => parts.join('').trim() !== '');
}

/** What `timestamps` and `intervals` of one element list, one by one; all else as it is. */
function unlist(pairs: Pairs): readonly Pairs[] {
  const said = new Map(pairs);
  const [moments, periods] = [said.get('timestamps'), said.get('intervals')];
  if (moments === undefined && periods === undefined) return [pairs];
  return [
    ...partsOf(moments ?? '')
      .flat()
      .map((text): Pairs => [['timestamp', text.trim()]]),
    ...partsOf(periods ?? '').map(
      ([start = '', end = '']): Pairs => [
        ['start', start.trim()],
        ['end', end.trim()],
      ],
    ),
    pairs.filter(([name]) => name !== 'timestamps' && name !== 'intervals'),
  ].filter((each) => each.length > 0);
}

/** Reads what attributes say about when, each period that they list. */
export function readSpells(pairs: Pairs, isDates: boolean): readonly ReadSpell[] {
  return unlist(pairs).map((each) => readSpell(each, isDates));
}

function readSpell(pairs: Pairs, isDates: boolean): ReadSpell {
  const said = new Map(pairs);
  const cuts: ReadSpell['cuts'][number][] = [];
  let isNumber = false;
  const read = (...names: string[]): string | undefined => {
    const field = names.find((name) => said.has(name));
    const { day, isCut } = readMoment(field === undefined ? undefined : said.get(field), isDates);
    if (isCut && field !== undefined && day) cuts.push({ field, from: said.get(field) ?? '', to: day });
    if (day === null) isNumber = true;
    return day ?? undefined;
  };
  const start = read('start', 'startopen', 'timestamp');
  const end = read('end', 'endopen', 'timestamp');
  const hasDate = start !== undefined || end !== undefined;
  const isPlain = pairs.every(([name, value]) =>
    name === 'start' ? start === value : name === 'end' && end === value,
  );
  return {
    spell: hasDate ? { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) } : null,
    isExact: hasDate && isPlain,
    isNumber,
    cuts: said.has('timestamp') ? cuts.slice(0, 1) : cuts,
  };
}

/** The spells of a node or edge: those in `<spell>` elements, else what is on the element itself. Two of one day are one. */
export function spellsOf({ own, spells }: Times, isDates: boolean): readonly Spell[] {
  const said = spells.length > 0 ? spells : own.length > 0 ? [own] : [];
  const read = said.flatMap((pairs) => readSpells(pairs, isDates).flatMap(({ spell }) => spell ?? []));
  return [...new Map(read.map((spell) => [`${spell.start ?? ''}/${spell.end ?? ''}`, spell])).values()];
}

/** Whether our writer would put the same without being told. */
export function isCanonical({ own, spells }: Times, isDates: boolean): boolean {
  const exact = (pairs: Pairs): boolean => readSpell(pairs, isDates).isExact;
  if (spells.length === 0) return own.length === 0 || exact(own);
  const isEach = spellsOf({ own, spells }, isDates).length === spells.length;
  return own.length === 0 && spells.length > 1 && isEach && spells.every(exact);
}

/** Times that are no dates, as attributes: `start`, `end`, `timestamp` as written, spells as "start/end". */
export function timeAttributes({ own, spells }: Times, isDates: boolean): Map<string, string | readonly string[]> {
  const numbers = (pairs: Pairs): boolean => readSpells(pairs, isDates).some(({ isNumber }) => isNumber);
  const found = new Map<string, string | readonly string[]>();
  if (own.length > 0 && numbers(own)) for (const [name, value] of own) found.set(name, value);
  const periods = spells.filter(numbers).map((pairs) => {
    const said = new Map(pairs);
    const moment = said.get('timestamp');
    return (
      moment ??
      `${said.get('start') ?? said.get('startopen') ?? '..'}/${said.get('end') ?? said.get('endopen') ?? '..'}`
    );
  });
  if (periods.length > 0) found.set('spells', periods);
  return found;
}

/** A date as GEXF can write it: without marks of doubt; undefined for what it cannot. */
export function printableDate(text: string | undefined): string | undefined {
  return /^(\d{4}(?:-\d\d(?:-\d\d)?)?)[?~%]?$/.exec(text ?? '')?.[1];
}
