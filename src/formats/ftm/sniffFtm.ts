import type { InputFile } from '../format.ts';
import { eachAnswered } from './answers.ts';
import { isDelta, isStatement } from './collectRecords.ts';
import { fieldOf, isEntity, isObject } from './ftmRecord.ts';
import { isKnownSchema } from './schemata.ts';

/** So many lines or records decide. */
const LOOKED_AT = 20;
/** A longer text of lines is not looked at beyond this. */
const MOST_CHARACTERS = 4_000_000;

function gradeValue(value: unknown): number {
  if (isDelta(value)) return isEntity(fieldOf(value, 'entity')) ? 0.95 : 0.3;
  if (isStatement(value)) return 0.9;
  if (!isEntity(value)) return gradeAnswer(value);
  const known = isKnownSchema(String(fieldOf(value, 'schema')));
  return isObject(fieldOf(value, 'properties')) ? (known ? 0.97 : 0.7) : known ? 0.6 : 0.2;
}

/** The answer of a service is as sure as what it holds; one without results says at least what it is. */
function gradeAnswer(value: unknown): number {
  let grade = 0;
  let looked = 0;
  for (const [entity] of eachAnswered(value, null)) {
    grade = Math.max(grade, gradeValue(entity));
    looked += 1;
    if (looked === LOOKED_AT) break;
  }
  if (looked > 0 || !isObject(value)) return grade * 0.99;
  const results = fieldOf(value, 'results');
  return Array.isArray(results) && results.length === 0 && Object.hasOwn(value, 'total') ? 0.3 : 0;
}

function gradeAll(values: readonly unknown[]): number {
  return values.reduce<number>((best, value) => Math.max(best, gradeValue(value)), 0);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function firstLines(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < Math.min(text.length, MOST_CHARACTERS) && lines.length < LOOKED_AT; ) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const line = text.slice(at, end).trim();
    if (line.startsWith('{')) lines.push(line);
    at = end + 1;
  }
  return lines;
}

/** How surely a file holds entities of FollowTheMoney, by its first records alone, 0 to 1. Never throws. */
export function sniffFtm({ json, text }: InputFile): number {
  if (json === undefined) return gradeAll(firstLines(text).map(parseLine)) * 0.99;
  if (Array.isArray(json)) return gradeAll(json.slice(0, LOOKED_AT));
  const entities = isObject(json) ? fieldOf(json, 'entities') : undefined;
  if (Array.isArray(entities)) {
    const isDiagram = isObject(json) && isObject(fieldOf(json, 'layout'));
    return entities.length === 0 ? (isDiagram ? 0.6 : 0) : gradeAll(entities.slice(0, LOOKED_AT));
  }
  return gradeValue(json);
}
