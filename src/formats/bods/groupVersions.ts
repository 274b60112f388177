import { dayOf, recordOf, textOf, textsOf } from '../jsonRecord.ts';
import type { Statement } from './readStatements.ts';

/** A record of the standard: what was stated of one person, entity or relationship, at one time after the other. */
export interface BodsRecord {
  /** Unique among records of its kind: the `recordId` of 0.4, before that the id of the newest statement. */
  readonly id: string;
  readonly newest: Statement;
  /** In the order of their dates. */
  readonly earlier: readonly Statement[];
}

/** The records of a file, and where an id that others are named by leads. */
export interface BodsRecords {
  readonly records: readonly BodsRecord[];
  /** The record's id for a record's or a statement's one; undefined for one that the file does not describe. */
  readonly findParty: (id: string) => string | undefined;
}

/** What each statement was in the end replaced by. Linear: each chain is walked once. */
function followReplacements(statements: readonly Statement[]): (id: string) => string {
  const by = new Map<string, string>();
  for (const { id, raw } of statements) {
    const replaced = [...textsOf(raw['replacesStatements']), ...textsOf(raw['replacesStatement'])];
    for (const old of replaced) if (id !== '' && old !== id && !by.has(old)) by.set(old, id);
  }
  const ends = new Map<string, string>();
  return (id) => {
    const path: string[] = [];
    const seen = new Set<string>();
    let at = id;
    for (let next = by.get(at); next !== undefined && !ends.has(at) && !seen.has(at); next = by.get(at)) {
      seen.add(at);
      path.push(at);
      at = next;
    }
    const end = ends.get(at) ?? at;
    for (const each of path) ends.set(each, end);
    return end;
  };
}

function timeOf({ raw }: Statement): string {
  return textOf(raw['statementDate']) || dayOf(recordOf(raw['publicationDetails'])['publicationDate']);
}

function inOrder(a: Statement, b: Statement): number {
  const [first, second] = [timeOf(a), timeOf(b)];
  // A day stands before the times of that day; a statement without any date stands where the file has it.
  if (first === second || first === '' || second === '') return a.index - b.index;
  return first < second ? -1 : 1;
}

/**
 * Marks statements that have the id of another one and are about somebody else: no versions of it, whatever their dates. Only
 * before 0.4, where nothing but the id says what belongs together.
 */
function findStrangers(statements: readonly Statement[]): ReadonlyMap<Statement, string> {
  const first = new Map<string, string>();
  const strangers = new Map<Statement, string>();
  for (const statement of statements) {
    const { kind, id, raw, details } = statement;
    if (kind !== 'relationship' || id === '' || textOf(raw['recordId']) !== '') continue;
    const ends = JSON.stringify([details['subject'] ?? null, details['interestedParty'] ?? null]);
    const known = first.get(id) ?? ends;
    first.set(id, known);
    if (known !== ends) strangers.set(statement, ends);
  }
  return strangers;
}

/** Puts together what was stated of one record: by `recordId` (0.4) or by what replaces what (before). Sorts by date. */
export function groupVersions(statements: readonly Statement[]): BodsRecords {
  const endOf = followReplacements(statements);
  const strangers = findStrangers(statements);
  const groups = new Map<string, Statement[]>();
  const keyOf = (statement: Statement): readonly [string, string] => {
    const { kind, id, raw, index } = statement;
    const own = textOf(raw['recordId']) || endOf(id) || `statement-${index + 1}`;
    return [own, JSON.stringify([kind, own, strangers.get(statement) ?? ''])];
  };
  const parties = new Map<string, string>();
  const aliases = new Map<string, string>();
  for (const statement of statements) {
    const [own, key] = keyOf(statement);
    const known = groups.get(key);
    if (known) known.push(statement);
    else groups.set(key, [statement]);
    if (statement.kind !== 'relationship') {
      parties.set(own, own);
      if (statement.id !== '' && !aliases.has(statement.id)) aliases.set(statement.id, own);
    }
  }
  const records = [...groups].flatMap(([key, group]): BodsRecord[] => {
    const sorted = group.toSorted(inOrder);
    const newest = sorted.at(-1);
    return newest ? [{ id: (JSON.parse(key) as [string, string])[1], newest, earlier: sorted.slice(0, -1) }] : [];
  });
  return { records, findParty: (id) => parties.get(id) ?? aliases.get(id) ?? parties.get(endOf(id)) };
}
