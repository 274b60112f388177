import type { Kind } from '../../model/records.ts';
import type { RelationRole } from '../../model/tableMapping.ts';
import { findDirected, findModality, findStance } from './claimWords.ts';
import { type ColumnFacts, isNaming, shareOf } from './columnFacts.ts';
import { readNoun } from './endWords.ts';
import { PLAIN_PHRASES, ROLE_PHRASES } from './guessEnds.ts';
import type { GuessedEnd, GuessedEnds } from './guessedEnd.ts';
import { type Header, RELATION_PHRASES, WORDING_PHRASES } from './headerWords.ts';
import { findKind } from './kindWords.ts';
import { isDateName, readCellDate, readSerial } from './tableDates.ts';

/** What the columns of a table of relations are, and what holds where none says it. */
export interface GuessedRelations {
  readonly columns: RelationRole[];
  readonly fromKind: Kind;
  readonly toKind: Kind;
  readonly wording: string;
  readonly directed: boolean;
}

/** The wording of a relation of which a table says nothing. */
export const PLAIN_WORDING = 'is linked to';

/** Headers of columns that are sources only if there are addresses in them. */
const LOOSE_SOURCES = new Set([
  'url',
  'urls',
  'link',
  'links',
  'webseite',
  'enlace',
  'lien',
  'liens',
  'web link',
  'ref',
  'refs',
]);

/** Whether the cells of a column are what its header promises; a column called "data" is often no date. */
function fits(role: string, column: ColumnFacts): boolean {
  const isCounted = isDateName(column.header.phrase) && shareOf(column, (value) => readSerial(value) !== null) > 0.8;
  switch (role) {
    case 'start':
    case 'end':
      return isCounted || column.dates >= 0.3 || shareOf(column, (value) => readCellDate(value, 'dmy') !== null) > 0.3;
    case 'date':
    case 'published':
    case 'said':
      return isCounted || column.dates >= 0.5;
    case 'firmness':
      return shareOf(column, (value) => findModality(value) !== null) > 0;
    case 'stance':
      return (
        shareOf(
          column,
          (value) => findStance(value, /den|bestr|dem|nie|neg|conte/.test(column.header.phrase)) !== null,
        ) >= 0.5
      );
    case 'directed':
      return shareOf(column, (value) => findDirected(value) !== null) > 0.8;
    case 'source':
      return LOOSE_SOURCES.has(column.header.phrase) ? column.urls >= 0.5 : column.numbers < 0.5 || column.urls > 0;
    case 'speaker':
    case 'publisher':
    case 'sourceTitle':
    case 'denied':
      return column.numbers < 0.5 && column.urls < 0.5;
    default:
      return column.filled > 0;
  }
}

function assignEnd(columns: RelationRole[], end: GuessedEnd, side: 'from' | 'to', facts: readonly ColumnFacts[]): void {
  for (const name of end.names) columns[name] = side;
  if (end.id !== null) columns[end.id] = `${side}Id`;
  const kind = end.kindColumn === null ? undefined : facts[end.kindColumn];
  if (kind && shareOf(kind, (value) => findKind(value) !== null) >= 0.5) columns[kind.index] = `${side}Kind`;
}

function findWording(
  facts: readonly ColumnFacts[],
  roles: readonly RelationRole[],
  from: GuessedEnds['wordingFrom'],
): ColumnFacts | undefined {
  if (from === 'none') return undefined;
  for (const phrase of WORDING_PHRASES) {
    if (from === 'plain' && !PLAIN_PHRASES.has(phrase)) continue;
    if (from === 'roles' && !PLAIN_PHRASES.has(phrase) && !ROLE_PHRASES.has(phrase)) continue;
    const found = facts.find(
      (column) =>
        roles[column.index] === 'property' &&
        column.header.phrase === phrase &&
        column.filled > 0 &&
        column.urls < 0.5 &&
        column.dates < 0.5 &&
        (column.numbers < 0.5 || column.values.size < 3) &&
        shareOf(column, (value) => findDirected(value) !== null && !/^\d$/.test(value)) < 0.9,
    );
    if (found && (found.length < 80 || PLAIN_PHRASES.has(phrase))) return found;
  }
  return undefined;
}

/** Roles that a table has only once. */
const SINGLE = new Set<RelationRole>([
  'date',
  'start',
  'end',
  'firmness',
  'speaker',
  'sourceTitle',
  'publisher',
  'published',
  'quote',
  'said',
  'directed',
  'relationId',
]);

function assignOthers(columns: RelationRole[], facts: readonly ColumnFacts[]): void {
  for (const [role, phrases] of RELATION_PHRASES) {
    const asRole: RelationRole = role === 'denied' ? 'stance' : (role as RelationRole);
    for (const column of facts) {
      const isFree = columns[column.index] === 'property' && !column.isRepeated;
      const isNamed = phrases.has(column.header.phrase) || (role === 'source' && column.header.phrase === 'source');
      if (!isFree || !isNamed || !fits(role, column) || (SINGLE.has(asRole) && columns.includes(asRole))) continue;
      columns[column.index] = asRole;
    }
  }
}

/** Columns without a telling name by what is in them. */
function assignByValues(columns: RelationRole[], facts: readonly ColumnFacts[]): void {
  const free = facts.filter(({ index, isRepeated }) => columns[index] === 'property' && !isRepeated);
  const isNameless = (column: ColumnFacts): boolean => column.header.words.length === 0;
  for (const column of free) {
    const isDirections =
      column.filled > 0 && shareOf(column, (value) => findDirected(value) !== null && !/^\d$/.test(value)) > 0.9;
    if (isDirections && /type|direct/.test(column.header.phrase) && !columns.includes('directed'))
      columns[column.index] = 'directed';
    else if (column.urls > 0.8 && isSourceLike(column.header) && !columns.includes('source'))
      columns[column.index] = 'source';
    else if (isNameless(column) && column.urls > 0.5 && !columns.includes('source')) columns[column.index] = 'source';
    else if (
      isNameless(column) &&
      column.dates > 0.9 &&
      !columns.includes('date') &&
      (column.clearDates > 0.9 || isEpochs(column))
    )
      columns[column.index] = 'date';
    else if (
      isNameless(column) &&
      isNaming(column) &&
      !columns.includes('wording') &&
      column.values.size * 2 < column.filled
    )
      columns[column.index] = 'wording';
  }
}

/** "Company filing link", but not "org_url": that is a page about somebody. */
function isSourceLike(header: Header): boolean {
  const others = { words: header.words.filter((word) => !/^(?:urls?|links?|website)$/.test(word)), phrase: '' };
  if (readNoun({ ...others, phrase: others.words.join(' ') }) !== null) return false;
  return /source|url|link|evidence|article|report|filing|proof|quelle|fuente|fonte/.test(header.phrase);
}

const isEpochs = (column: ColumnFacts): boolean => shareOf(column, (value) => /^\d{9,10}$/.test(value)) > 0.9;

/** The address of the other end's page beside it: then a bare "url" is the first end's, no source ("name, url, org, org_url"). */
function isEndsAddress(column: ColumnFacts, facts: readonly ColumnFacts[]): boolean {
  if (!/^(?:url|link|website)$/.test(column.header.phrase)) return false;
  return facts.some(
    ({ header, urls }) =>
      urls > 0.5 &&
      header.words.length === 2 &&
      /^(?:org|company|organi[sz]ation|person|to|target|entity) (?:url|link|website)$/.test(header.phrase),
  );
}

/** "Purpose of meeting", "Date of meeting". */
function isAboutMeetings(facts: readonly ColumnFacts[], { by }: GuessedEnds): boolean {
  return by === 'nouns' && facts.some(({ header, filled }) => filled > 0 && /\bmeetings?\b/.test(header.phrase));
}

/** "sourceID: Panama Papers" is the source where no other column is. */
function assignNamedData(columns: RelationRole[], facts: readonly ColumnFacts[]): void {
  if (columns.some((role) => role === 'source' || role === 'sourceTitle' || role === 'publisher')) return;
  const found = facts.find(
    (column) => column.header.phrase === 'source id' && columns[column.index] === 'property' && fits('source', column),
  );
  if (found && found.filled > 0) columns[found.index] = 'source';
}

/** The roles of the columns of a table of which the ends are known. */
export function guessRelations(facts: readonly ColumnFacts[], ends: GuessedEnds): GuessedRelations {
  const columns = facts.map((): RelationRole => 'property');
  assignEnd(columns, ends.from, 'from', facts);
  assignEnd(columns, ends.to, 'to', facts);
  assignOthers(
    columns,
    facts.filter((column) => !isEndsAddress(column, facts)),
  );
  const wording = findWording(facts, columns, ends.wordingFrom);
  if (wording) columns[wording.index] = 'wording';
  assignByValues(
    columns,
    facts.filter((column) => !isEndsAddress(column, facts)),
  );
  assignNamedData(columns, facts);
  const hasWording = columns.includes('wording');
  return {
    columns,
    fromKind: ends.from.kind,
    toKind: ends.to.kind,
    wording: ends.wording ?? (isAboutMeetings(facts, ends) ? 'met' : PLAIN_WORDING),
    // Nothing says that it has a direction: none is shown.
    directed:
      hasWording ||
      ends.wording !== null ||
      (ends.by === 'pair' && !/^(?:a|b|1|2)$/.test(facts[ends.from.names[0] ?? 0]?.header.words.at(-1) ?? '')),
  };
}
