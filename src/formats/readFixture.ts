import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { DataError } from '../model/dataError.ts';
import { findAllProblems } from '../model/parseDataset.ts';
import type { Format, Imported, InputFile } from './format.ts';
import { createImportLog, type ImportLog } from './importLog.ts';
import { parseJsonText } from './jsonText.ts';

/** A text as a file, parsed where it is one JSON value. */
export function inputOf(text: string, name = 'sample.json'): InputFile {
  let json: unknown;
  try {
    json = parseJsonText(text, null);
  } catch {
    json = undefined;
  }
  return { name, size: text.length, encoding: 'utf-8', text, bytes: null, json, root: null };
}

/** What a format makes of a value or a text. */
export function readWith(
  format: Format,
  value: unknown,
  log: ImportLog = createImportLog(),
): Imported & { readonly log: ImportLog } {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { ...format.read(inputOf(text), { log, progress: () => undefined }), log };
}

/** Values that no reader expects. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 0, -1, 1e308, [], {}, [[]], [null], { id: {} }, 'javascript:alert(1)'),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    '2024-13-45',
    '2021/2019',
    'not-a-date',
    '../etc',
    'x'.repeat(3000),
  ),
  fc.string(),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Every object and list in a JSON value. */
function holdersOf(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(holdersOf)];
}

interface Change {
  readonly holder: number;
  readonly field: number;
  readonly act: 'replace' | 'remove' | 'swap' | 'rename' | 'repeat';
  readonly value: unknown;
}

function apply(root: unknown, { holder, field, act, value }: Change): void {
  const holders = holdersOf(root);
  const target = holders[holder % holders.length] as Record<string, unknown>;
  const keys = Object.keys(target);
  const key = keys[field % Math.max(1, keys.length)];
  if (key === undefined) return;
  if (act === 'remove') Reflect.deleteProperty(target, key);
  else if (act === 'swap') target[key] = structuredClone(holders[field % holders.length]);
  else if (act === 'repeat' && Array.isArray(target)) target.push(structuredClone(target[Number(key)]));
  else if (act === 'rename')
    Object.defineProperty(target, '__proto__', {
      value: target[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
  else target[key] = structuredClone(value);
}

/** A sample with a few things in it replaced, taken away, exchanged, renamed or repeated. */
function mutated(sample: unknown): fc.Arbitrary<unknown> {
  const change = fc.record<Change>({
    holder: fc.nat(5000),
    field: fc.nat(5000),
    act: fc.constantFrom('replace', 'replace', 'remove', 'swap', 'rename', 'repeat'),
    value: strange,
  });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    const copy: unknown = structuredClone(sample);
    for (const each of changes) apply(copy, each);
    return copy;
  });
}

/** Reads mutations of a sample; what is not refused with a DataError has to be a valid file. Returns how many were not. */
export function checkHostile(format: Format, sample: unknown, runs = 300): number {
  let valid = 0;
  fc.assert(
    fc.property(mutated(sample), (value) => {
      const score = format.sniff(inputOf(JSON.stringify(value)));
      expect(score).toBeGreaterThanOrEqual(0);
      try {
        const { file } = readWith(format, value);
        expect(
          findAllProblems(file).filter(({ severity, code }) => severity === 'error' || code === 'bad-story'),
        ).toEqual([]);
        valid += 1;
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
      }
      expect(Object.prototype).not.toHaveProperty('polluted');
    }),
    { numRuns: Number(process.env['SAYSO_FUZZ'] ?? runs) },
  );
  return valid;
}

/** Every JSON file of the corpus, by its folder and name. */
export function corpusTexts(): Map<string, string> {
  const root = join(process.env['SAYSO_SHARED'] ?? '', 'corpus');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const wanted = names.filter((name) => /\.(?:\w*json\w*|cyjs|cx2?|ftm)$/.test(name));
  return new Map(
    wanted.toSorted((a, b) => a.localeCompare(b)).map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  );
}
