import * as v from 'valibot';
import { DataError, type Issue } from './dataError.ts';
import { findProblems } from './findProblems.ts';
import type { DatasetFile } from './records.ts';
import { datasetSchema } from './schema.ts';

/** A valid file with what was not as it should be in it. */
export interface ParsedFile {
  readonly file: DatasetFile;
  readonly issues: readonly Issue[];
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  const steps = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return steps.join('').replace(/^\./, '');
}

function checkVersion(raw: unknown): void {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw) || !Object.hasOwn(raw, 'sayso')) {
    throw new DataError('not-sayso', '');
  }
  const { sayso } = raw as { sayso: unknown };
  if (sayso !== 1) throw new DataError('unknown-version', 'sayso', { version: String(sayso).slice(0, 40) });
}

/** Every way in which the file's shape is wrong; empty for a right one. Throws DataError where it is no Sayso file of a known version. */
function findShapeIssues(raw: unknown): Issue[] {
  checkVersion(raw);
  const result = v.safeParse(datasetSchema, raw);
  if (result.success) return [];
  return result.issues.map((issue) => ({
    code: 'schema',
    where: pathOf(issue),
    params: { message: issue.message },
    severity: 'error',
  }));
}

/** All problems of a file, shape first; the rules are checked only where the shape is right. For the strict check. */
export function findAllProblems(raw: unknown): Issue[] {
  const shape = findShapeIssues(raw);
  return shape.length > 0 ? shape : findProblems(raw as DatasetFile);
}

/**
 * Checks a parsed JSON value against the format (DESIGN 2). Returns the very same object, so unknown fields survive,
 * with the warnings found in it; throws one DataError for a file of another kind or version, a wrong shape, duplicate
 * ids or references to nothing: its `where` is the first problem's path, `params.more` how many others there are.
 */
export function parseDataset(raw: unknown): ParsedFile {
  const issues = findAllProblems(raw);
  const [first, ...others] = issues.filter(({ severity }) => severity === 'error');
  if (first) {
    const code = first.code === 'schema' ? 'invalid' : first.code;
    throw new DataError(code, first.where, { ...first.params, more: others.length });
  }
  return { file: raw as DatasetFile, issues };
}
