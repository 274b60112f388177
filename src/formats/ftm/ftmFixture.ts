import { readFileSync } from 'node:fs';
import { buildDataset } from '../../model/buildDataset.ts';
import type { Issue } from '../../model/dataError.ts';
import type { Dataset } from '../../model/dataset.ts';
import { findAllProblems } from '../../model/parseDataset.ts';
import type { DatasetFile, Entity, Relation } from '../../model/records.ts';
import type { Imported, InputFile } from '../format.ts';
import { createImportLog } from '../importLog.ts';
import { ftm } from './ftm.ts';
import { printFtm } from './printFtm.ts';

/** A text as the opener hands it to readers. */
export function inputOf(text: string, name = 'test.ftm.json'): InputFile {
  const bare = text.replace(/^\uFEFF/, '');
  let json: unknown;
  try {
    json = JSON.parse(bare);
  } catch {
    json = undefined;
  }
  return { name, size: text.length, encoding: 'utf-8', text: bare, bytes: null, json, root: null };
}

/** What was read, with the log; throws if the file made is not a valid one. */
export function openFtm(text: string, name?: string): Imported & { readonly issues: Issue[] } {
  const log = createImportLog();
  const imported = ftm.read(inputOf(text, name), { log, progress: () => undefined });
  const wrong = findAllProblems(imported.file).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong.slice(0, 3)));
  return { ...imported, issues: log.issues() };
}

/** Lines of entities. */
export function linesOf(...entities: readonly object[]): string {
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('');
}

/** The whole of a file, written. */
export function printWhole(file: DatasetFile, asOf: number | null = null): string {
  const dataset: Dataset = buildDataset(file);
  const part = { entities: file.entities.map(({ id }) => id), relations: file.relations.map(({ id }) => id) };
  return printFtm(dataset, part, asOf);
}

/** Lines as values with lists as sorted sets, sorted themselves: equal for files that say the same. */
export function normalLines(text: string): string[] {
  const sortValues = (value: unknown): unknown => {
    if (Array.isArray(value)) return [...new Set(value.map((each) => JSON.stringify(sortValues(each))))].toSorted();
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value)
      .filter(([, each]) => each !== null && !(Array.isArray(each) && each.length === 0))
      .map(([key, each]) => JSON.stringify([key, sortValues(each)]))
      .toSorted();
  };
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.stringify(sortValues(JSON.parse(line))))
    .toSorted();
}

/** A file of the public corpus. */
export function readCorpus(name: string): string {
  return readFileSync(`${process.env['SAYSO_SHARED'] ?? ''}/corpus/${name}`, 'utf8');
}

/** The entity of this id; throws for none. */
export function entityOf(file: DatasetFile, id: string): Entity & { readonly kept?: unknown } {
  const found = file.entities.find((entity) => entity.id === id);
  if (!found) throw new Error(`no entity ${id}`);
  return found;
}

/** The relation of this id; throws for none. */
export function relationOf(file: DatasetFile, id: string): Relation & { readonly kept?: unknown } {
  const found = file.relations.find((relation) => relation.id === id);
  if (!found) throw new Error(`no relation ${id}`);
  return found;
}
