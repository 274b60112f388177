import { parseDate } from '../../model/dates.ts';
import type { DateOrder } from '../../model/tableMapping.ts';
import { readHeader } from './headerWords.ts';

/** A date of a cell as EDTF. */
export interface CellDate {
  /** ".." for one that is said to be open or unknown. */
  readonly edtf: string;
  /** The text says more (a time of day, a number of seconds): it is kept beside the date. */
  readonly isPart: boolean;
  /** Set where the order of its numbers or its century was a guess, or it is a count of seconds or days. */
  readonly guess: 'order' | 'century' | 'epoch' | 'serial' | null;
}

const MONTH_LIST: readonly string[] = [
  'january jan januar janner janvier janv enero ene gennaio genn gen janeiro',
  'february feb februar feber fevrier fevr febrero febbraio febbr fevereiro fev',
  'march mar marz mrz mars marzo marco',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio magg mag maio',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout agosto ago agst',
  'september sep sept septembre septiembre settembre sett set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
];
const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_LIST.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);
const OPEN = new Set(
  'present,today,now,ongoing,current,currently,to date,heute,aktuell,laufend,actuel,aujourd hui,en cours,actual,actualidad,presente,attuale,in corso,atual,unknown,unbekannt,inconnu,desconocido,sconosciuto,desconhecido'.split(
    ',',
  ),
);
const NUMBERS = /^(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})(?:[T ,]+(\d.*))?$/;
const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

function ofParts(year: number, month: number | null, day: number | null): string | null {
  const edtf = [pad(year, 4), ...(month === null ? [] : [pad(month)]), ...(day === null ? [] : [pad(day)])].join('-');
  return year > 0 && year <= 9999 && parseDate(edtf) ? edtf : null;
}

const whole = (edtf: string | null, isPart = false, guess: CellDate['guess'] = null): CellDate | null =>
  edtf === null ? null : { edtf, isPart, guess };

/** Three numbers of which neither the first nor the last tells that it is the year by its length, or one does. */
function ofNumbers(match: RegExpExecArray, order: DateOrder): CellDate | null {
  const [, first = '', , second = '', third = '', time = ''] = match;
  const isPart = time !== '' && !/^0?0:00(?::00(?:\.0+)?)?(?:\s*AM)?$/i.test(time);
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  if (first.length >= 3 || (first.length < 3 && third.length < 3 && order === 'ymd')) {
    return first.length === 4 ? whole(ofParts(a, b, c), isPart) : whole(ofParts(centuryOf(a), b, c), isPart, 'century');
  }
  if (third.length === 3) return null;
  const year = third.length === 4 ? c : centuryOf(c);
  const [day, month] = a > 12 ? [a, b] : b > 12 ? [b, a] : order === 'mdy' ? [b, a] : [a, b];
  const guess = third.length < 4 ? 'century' : a <= 12 && b <= 12 && a !== b ? 'order' : null;
  return whole(ofParts(year, month, day), isPart, guess);
}

const centuryOf = (year: number): number => (year < 100 ? year + (year < 40 ? 2000 : 1900) : year);

function ofWords(text: string): CellDate | null {
  const { words } = readHeader(text);
  if (words.length < 2 || words.length > 6) return null;
  const months = words.flatMap((word) => MONTHS.get(word) ?? []);
  const numbers = words.flatMap((word) => (/^\d+(?:st|nd|rd|th|er|o)?$/.test(word) ? [Number.parseInt(word, 10)] : []));
  const others = words.filter(
    (word) =>
      !MONTHS.has(word) &&
      !/^\d/.test(word) &&
      !/^(?:of|de|del|di|do|the|le|den|st|nd|rd|th|mon|tue|wed|thu|fri|sat|sun)$/.test(word),
  );
  const [month] = months;
  if (months.length !== 1 || month === undefined || others.length > 0) return null;
  const year = numbers.find((value) => value > 31);
  const day = numbers.find((value) => value <= 31);
  if (year === undefined || numbers.length > 2) return null;
  return whole(ofParts(centuryOf(year), month, day ?? null), false, year < 100 ? 'century' : null);
}

function ofEpoch(text: string): CellDate | null {
  const value = Number(text);
  const ms = text.length >= 12 ? value : value * 1000;
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : whole(date.toISOString().slice(0, 10), true, 'epoch');
}

/** An interval as Gephi writes it: "<[2001.0, Infinity]>". */
function ofGephi(first: string, last: string): CellDate | null {
  const bound = (text: string): string => (/^-?Infinity$/.test(text) ? '..' : text.replace(/^(\d{4})\.0$/, '$1'));
  const edtf = `${bound(first)}/${bound(last)}`;
  return edtf !== '../..' && parseDate(edtf) ? whole(edtf) : null;
}

function ofShort(text: string): CellDate | null {
  const [, monthFirst, yearLast] = /^(\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  if (monthFirst) return whole(ofParts(Number(yearLast), Number(monthFirst), null));
  const [, yearFirst, monthLast] = /^(\d{4})[./](\d{1,2})$/.exec(text) ?? [];
  if (yearFirst) return whole(ofParts(Number(yearFirst), Number(monthLast), null));
  const [, year, month, day] = /^(1[5-9]\d\d|20\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year) return whole(ofParts(Number(year), Number(month), Number(day)));
  const [, first, last] = /^<\[\s*([^\s,;[\]]+)\s*,\s*([^\s,;[\]]+)\s*\]>$/.exec(text) ?? [];
  if (first && last) return ofGephi(first, last);
  const [, quarter, ofYear] = /^Q([1-4])[ /-]?(\d{4})$/i.exec(text) ?? [];
  if (quarter) return whole(`${ofYear}-${pad(Number(quarter) * 3 - 2)}/${ofYear}-${pad(Number(quarter) * 3)}`);
  const [, from, to] = /^(\d{4})\s*(?:-|–|—|to|bis|à|a)\s*(\d{4})$/.exec(text) ?? [];
  if (from) return parseDate(`${from}/${to}`) ? whole(`${from}/${to}`) : null;
  const [, about] = /^(?:c\.?|ca\.?|circa|about|around|approx\.?|um|vers|hacia|~)\s*(\d{4})$/i.exec(text) ?? [];
  if (about) return whole(`${about}~`);
  const [, since] = /^(?:since|seit|depuis|desde|dal|from)\s+(\d{4})$/i.exec(text) ?? [];
  return since ? whole(`${since}/..`) : null;
}

/** Dates that were read, since a column repeats many of them. */
const known = new Map<string, CellDate | null>();
const MOST_KNOWN = 20_000;

/**
 * A cell as a date: EDTF of our profile as it is, ISO 8601 with a time, three numbers in the order of the column where they
 * do not say it themselves, months by name in six languages, years, quarters, spans of years, seconds since 1970. Null for
 * what is none of these.
 */
export function readCellDate(cell: string, order: DateOrder): CellDate | null {
  const text = cell.trim();
  if (text === '' || text.length > 60) return null;
  const key = order + text;
  const before = known.get(key);
  if (before !== undefined) return before;
  // Dates come from files: hostile ones must not pile up.
  if (known.size >= MOST_KNOWN) known.clear();
  const date = readDateText(text, order);
  known.set(key, date);
  return date;
}

function readDateText(text: string, order: DateOrder): CellDate | null {
  if (/^\d{4}/.test(text) && parseDate(text)) return whole(text);
  if (text === '..' || (/^\p{L}/u.test(text) && OPEN.has(readHeader(text).phrase))) return whole('..');
  if (text.startsWith('../') && parseDate(text)) return whole(text);
  if (/^\d{9,10}$|^\d{12,13}$/.test(text)) return ofEpoch(text);
  // Databases write what they do not know as 0.
  const [, ofDay, ofMonth] = /^(\d{4})-(\d\d)-00$/.exec(text) ?? [];
  if (ofDay && ofMonth)
    return Number(ofDay) === 0 ? whole('..') : whole(ofParts(Number(ofDay), Number(ofMonth) || null, null));
  const numbers = NUMBERS.exec(text);
  if (numbers) return ofNumbers(numbers, order);
  return ofShort(text) ?? ofWords(text);
}

/** Whether a column's name says that it holds dates, and not just "from" or "end". */
export function isDateName(name: string): boolean {
  return /\b(?:dates?|datum|fecha|data|appointed|resigned)\b/.test(readHeader(name).phrase);
}

/** A day as spreadsheets count them from 1900 ("44197"), of the years 1954 to 2064: asked only of columns that say that they are dates. */
export function readSerial(cell: string): CellDate | null {
  const text = cell.trim();
  const days = /^[2-5]\d{4}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : null;
  const date = days === null ? null : new Date((days - 25_569) * 86_400_000);
  return date && whole(date.toISOString().slice(0, 10), true, 'serial');
}

/** Whether a cell looks like a date on its own, years and counts of seconds apart. */
export function isClearDate(cell: string): boolean {
  return !/^\s*-?\d+\s*$/.test(cell) && readCellDate(cell, 'dmy') !== null;
}

/** The order of day, month and year in cells, by numbers above 12; null where none tells or they contradict each other. */
export function findDateOrder(cells: Iterable<string>): DateOrder | null {
  let [dmy, mdy, ymd] = [0, 0, 0];
  for (const cell of cells) {
    const [, first = '', , second = '', third = ''] = NUMBERS.exec(cell.trim()) ?? [];
    if (first.length === 4) ymd += 1;
    else if (third.length === 4 || third.length === 2) {
      if (Number(first) > 12 && Number(second) <= 12) dmy += 1;
      else if (Number(second) > 12 && Number(first) <= 12) mdy += 1;
    }
  }
  if (dmy > 0 !== mdy > 0) return dmy > 0 ? 'dmy' : 'mdy';
  if (dmy > 0) return dmy >= mdy * 5 ? 'dmy' : mdy >= dmy * 5 ? 'mdy' : null;
  return ymd > 0 ? 'ymd' : null;
}

/** A start and an end as one EDTF interval: what is missing is open. Null where neither is known or they run backwards. */
export function joinSpan(start: string | undefined, end: string | undefined): string | null {
  const first = start?.includes('/') ? start.split('/')[0] : start;
  const last = end?.includes('/') ? end.split('/')[1] : end;
  const joined = `${first || '..'}/${last || '..'}`;
  return parseDate(joined) ? joined : null;
}
