import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { CORPUS, type CorpusRow, listCorpus, readCorpusFile } from './corpusFixture.ts';
import type { InputFile } from './format.ts';
import { createImportLog } from './importLog.ts';
import { readFiles } from './readFiles.ts';
import { readInput } from './readInput.ts';
import { loadGrids } from './tables/loadGrids.ts';

/** Larger files take their time; SAYSO_ROUND_TRIPS takes them too. */
const MOST_BYTES = process.env['SAYSO_ROUND_TRIPS'] ? 1e9 : 300_000;

/** Values that no dataset needs, by the path of the file, and why. */
const NOT_NEEDED: readonly (readonly [path: RegExp, value: RegExp])[] = [
  // How a format words itself: name spaces, versions, types, ids of keys, aspects.
  [
    /\.(?:graphml|gexf)$/,
    /^\S*https?:\/\/|^1\.\d$|^(?:mutual|un)?directed$|^mixed$|^(?:static|dynamic|dependency|all|node|edge)$/,
  ],
  [/\.graphml$/, /^(?:[a-z]{1,2}_?\d*|d_[en]|v_\w+|string|float|labels?|edgelabel|lbl)$/],
  [
    /\.cx2?$/,
    /^(?:\w+Attributes|edgeSupports|edgeCitations|nodes|edges|networkAttributes|attributeDeclarations|[12]\.0)$/,
  ],
  [/\.cyjs$|\.elements\.json$/, /^(?:nodes|edges|1\.0|~2\.1|cytoscape-3\.\d\.0)$/],
  [/^06-|graphology/, /^(?:directed|mixed)$/],
  [/delta-ops/, /^ADD$/],
  // Defaults and declarations that nothing uses, "TRUE" for true, lists in every way of writing them.
  [/simpleWithAttributes/, /^Sample Network$|^1\.234$/],
  [/igraph-default-attrs/, /^(?:TRUE|FALSE)$/],
  [/igraph-invalid2/, /^(?:@|weight|unused|\/edge>)$/],
  [/yed|yfiles/, /^(?:UserTags|Description|(?:Node|Edge)(?:ViewState|Labels))$/],
  [/cx2_aspect_after/, /^(?:co-essentialty|interacts with)$/],
  [/v1_3/, /^\d$|^\[.*\]$/],
  [/viz-1\.2/, /^0\.0$/],
  [/neo4j-apoc/, /^\P{L}*l?\P{L}*abels\P{L}*$|^no\P{L}*de$/u],
  // Numbers that citations and supports are referred to by.
  [/CitationsAndSupports/, /^\d+$/],
  // Where lines are bent, which we draw anew.
  [/oligrapher/, /^-?\d+\.\d+$/],
  // Two schemata of one record: the narrower one stays.
  [/ftm-odd/, /^LegalEntity$/],
  // Direction, which is told by the type of the relation.
  [/asoiaf|oligrapher/, /^Undirected$|^[12]->[12]$/],
];

/** Forms that a value may have in a dataset: as it is, as a number, or, where y points up, turned over. */
function formsOf(value: string): string[] {
  const plain = value.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const number = Number(plain);
  return Number.isFinite(number) && plain !== '' ? [plain, `${number + 0}`, `${-number + 0}`] : [plain];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A date as files write them, as the dates that it may mean. */
function datesOf(value: string): string[] {
  const [, a = '', b = '', short = ''] = /^(\d\d?)\/(\d\d?)\/(\d\d(?:\d\d)?)$/.exec(value) ?? [];
  const two = (part: string | number): string => String(part).padStart(2, '0');
  const years = short.length === 2 ? [`19${short}`, `20${short}`] : [short];
  if (short) return years.flatMap((year) => [`${year}-${two(a)}-${two(b)}`, `${year}-${two(b)}-${two(a)}`]);
  const [, word = '', when = ''] = /^([A-Z][a-z]+) (\d{4})$/.exec(value) ?? [];
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase());
  return month < 0 ? [] : [`${when}-${two(month + 1)}`];
}

/** Every text and number in a JSON value; of what is held in all their forms, and with the names of fields. */
function leavesOf(value: unknown, asHeld: boolean, into = new Set<string>()): Set<string> {
  const add = (text: string): void => {
    if (asHeld) for (const form of formsOf(text)) into.add(form);
    else into.add(text.trim());
  };
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const each = waiting.pop();
    if (typeof each === 'string' || typeof each === 'number') add(String(each));
    else if (Array.isArray(each)) for (const item of each as unknown[]) waiting.push(item);
    else if (typeof each === 'object' && each !== null)
      waiting.push(...Object.values(each), ...(asHeld ? Object.keys(each) : []));
  }
  return into;
}

function xmlValues(text: string): Set<string> {
  const found = new Set<string>();
  const parser = new SaxesParser();
  parser.on('opentag', ({ attributes }) => {
    for (const value of Object.values(attributes)) found.add(value.trim());
  });
  parser.on('text', (inside) => found.add(inside.trim()));
  parser.on('cdata', (inside) => found.add(inside.trim()));
  parser.on('error', () => undefined);
  parser.write(text).close();
  return found;
}

async function valuesOf(input: InputFile, format: string): Promise<Set<string>> {
  if (format === 'table' && input.json === undefined) {
    const { grids } = await loadGrids([input], () => undefined);
    return new Set(grids.flatMap(({ rows }) => rows.flat().map((cell) => cell.trim())));
  }
  if (input.root !== null) return xmlValues(input.text);
  if (input.json !== undefined) return leavesOf(input.json, false);
  const found = new Set<string>();
  for (const line of input.text.split('\n')) {
    try {
      leavesOf(JSON.parse(line), false, found);
    } catch {
      // A line that is no JSON is told by the reader.
    }
  }
  return found;
}

const rows = listCorpus().filter(({ path }) => !path.startsWith('10-edtf'));

async function findLost({ path }: CorpusRow): Promise<string[]> {
  const name = path.split('/').at(-1) ?? path;
  const content = readCorpusFile(path);
  if (content.size > MOST_BYTES) return [];
  const read = await readFiles([{ name, content }], null, () => undefined).catch(() => null);
  if (read === null) return [];
  const { file, report } = read;
  const { input } = await readInput({ name, content }, createImportLog());
  const held = leavesOf([file, report.issues, report.mapping], true);
  const isHeld = (value: string): boolean => [...formsOf(value), ...datesOf(value)].some((form) => held.has(form));
  const missing = [...(await valuesOf(input, report.format))].filter((value) => value !== '' && !isHeld(value));
  if (missing.length === 0) return [];
  const all = JSON.stringify([file, report.issues])
    .normalize('NFC')
    .replaceAll(/\s+|\\[nrt]/g, ' ');
  const isIn = (value: string): boolean =>
    isHeld(value) ||
    [formsOf(value)[0], ...datesOf(value)].some((form) => all.includes(JSON.stringify(form).slice(1, -1)));
  return missing.filter(
    (value) =>
      // A list in a cell is held item by item.
      !(isIn(value) || value.split(/[|;,\n]/).every((item) => isIn(item))) &&
      !NOT_NEEDED.some(([where, what]) => where.test(path) && what.test(value)),
  );
}

describe.skipIf(CORPUS === null)('every value of a file is in the dataset or named in the report', () => {
  it.each(rows)('$path', async (row) => {
    expect(await findLost(row)).toEqual([]);
  });
});
