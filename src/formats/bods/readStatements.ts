import { DataError } from '../../model/dataError.ts';
import type { InputFile, ReadContext } from '../format.ts';
import { isRecord, type JsonRecord, recordOf, textOf } from '../jsonRecord.ts';
import { parseJsonText } from '../jsonText.ts';

/** A statement of any version of the standard, in the words of 0.4. */
export interface Statement {
  readonly kind: 'person' | 'entity' | 'relationship';
  /** Empty where the file gives none. */
  readonly id: string;
  /** What is stated: `recordDetails` of 0.4, the statement itself before. */
  readonly details: JsonRecord;
  readonly raw: JsonRecord;
  readonly where: string;
  /** Its place among the statements of the file. */
  readonly index: number;
}

const KINDS = new Map<string, Statement['kind']>([
  ['person', 'person'],
  ['personStatement', 'person'],
  ['entity', 'entity'],
  ['entityStatement', 'entity'],
  ['relationship', 'relationship'],
  ['ownershipOrControlStatement', 'relationship'],
]);

/** Whether something looks like a statement of the standard, 0.1 to 0.4. */
export function isStatement(value: unknown): value is JsonRecord {
  if (!isRecord(value)) return false;
  const old = textOf(value['statementType']);
  if (/^(?:person|entity|ownershipOrControl)Statement$/.test(old)) return true;
  const hasId = textOf(value['statementId'] ?? value['statementID'] ?? value['recordId']) !== '';
  return (
    hasId && KINDS.has(textOf(value['recordType'])) && (isRecord(value['recordDetails']) || 'recordStatus' in value)
  );
}

/** The list of statements that a file is, or that it has by that name; null for anything else. */
export function statementsIn(json: unknown): readonly unknown[] | null {
  const list = isRecord(json) ? json['statements'] : json;
  return Array.isArray(list) ? list : null;
}

/** The first line with something on it, of a text in lines, if it is short enough to be looked at. */
function firstLine(text: string): string {
  const start = /\S/.exec(text.slice(0, 10_000))?.index ?? 0;
  const head = text.slice(start, start + 200_000);
  const end = head.search(/[\r\n]/);
  return end < 0 ? head : head.slice(0, end);
}

/** Whether the text is lines of JSON of which the first is a statement. Never throws. */
export function startsWithStatement(text: string): boolean {
  const line = firstLine(text);
  if (!line.startsWith('{') || !/"(?:statementI[dD]|statementType|recordId)"/.test(line)) return false;
  try {
    return isStatement(JSON.parse(line));
  } catch {
    return false;
  }
}

/** One line as JSON; undefined, and told, for one that is none. */
function parseLine(text: string, where: string, log: ReadContext['log']): unknown {
  try {
    return parseJsonText(text, log);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    log.warn('record-skipped', where, { reason: String(error.params['reason'] ?? error.code) });
    return undefined;
  }
}

function* eachLine(text: string, { log, progress }: ReadContext): Generator<readonly [value: unknown, where: string]> {
  let line = 1;
  for (const match of text.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    const where = `line ${line}`;
    if (/^[\r\n]/.test(match[0])) line += 1;
    else if (match[0].trim() !== '') {
      const value = parseLine(match[0], where, log);
      if (value !== undefined) yield [value, where];
    }
    if (line % 1000 === 0) progress(match.index / text.length);
  }
}

function* eachValue(file: InputFile, context: ReadContext): Generator<readonly [value: unknown, where: string]> {
  const { json } = file;
  const list = statementsIn(json);
  if (json === undefined) yield* eachLine(file.text, context);
  else if (list) for (const [i, value] of list.entries()) yield [value, `${list === json ? '' : 'statements'}[${i}]`];
  else yield [json, ''];
}

/** The statements of a file, an array or one a line; what is none is told to the log. Linear. */
export function readStatements(file: InputFile, context: ReadContext): Statement[] {
  const statements: Statement[] = [];
  for (const [raw, where] of eachValue(file, context)) {
    const type = isRecord(raw) ? textOf(raw['recordType']) || textOf(raw['statementType']) : typeof raw;
    const kind = isRecord(raw) ? KINDS.get(type) : undefined;
    if (!isRecord(raw) || kind === undefined) {
      const reason = !isRecord(raw) || type === '' ? 'it has no type of record' : `its type is “${type.slice(0, 80)}”`;
      context.log.warn('record-skipped', where, { reason });
    } else {
      const id = textOf(raw['statementId'] ?? raw['statementID']);
      const details = isRecord(raw['recordDetails']) ? recordOf(raw['recordDetails']) : raw;
      statements.push({ kind, id, details, raw, where, index: statements.length });
    }
  }
  return statements;
}
