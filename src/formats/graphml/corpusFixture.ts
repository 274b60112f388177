import { readFileSync } from 'node:fs';
import type { DataError, Issue } from '../../model/dataError.ts';
import { findAllProblems } from '../../model/parseDataset.ts';
import { decodeBytes } from '../decodeBytes.ts';
import type { Format } from '../format.ts';
import { findXmlRoot } from '../xmlText.ts';
import { readContext } from './propertyGraphFixture.ts';

/** Text of a file of the shared corpus. */
export function readCorpus(path: string): string {
  return decodeBytes(readFileSync(`${process.env['SAYSO_SHARED']}/corpus/${path}`)).text;
}

/** What becomes of a file of the shared corpus: "nodes/edges", or the code with which it is refused. */
export function openCorpus(
  format: Format,
  path: string,
): { readonly outcome: string; readonly issues: readonly Issue[] } {
  const text = readCorpus(path);
  const context = readContext();
  const input = {
    name: path,
    size: text.length,
    encoding: 'utf-8',
    text,
    bytes: null,
    json: undefined,
    root: findXmlRoot(text),
  } as const;
  try {
    const { file, read } = format.read(input, context);
    const errors = findAllProblems(file).filter(({ severity }) => severity === 'error');
    return {
      outcome: `${read.nodes}/${read.edges}${errors.length > 0 ? ' with errors' : ''}`,
      issues: context.log.issues(),
    };
  } catch (error) {
    return { outcome: (error as DataError).code, issues: [] };
  }
}
