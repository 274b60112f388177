import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { cutDataset } from '../model/cutDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetPart } from '../model/keptRecords.ts';
import type { NamedContent } from '../model/namedContent.ts';
import { findAllProblems } from '../model/parseDataset.ts';
import type { DatasetFile } from '../model/records.ts';
import { entityStandingOf, standingOf } from '../model/standing.ts';
import { buildPropertyGraph, findGraphLosses } from './buildPropertyGraph.ts';
import { writeCsvFiles } from './csv.ts';
import { printCx2 } from './cx/printCx2.ts';
import { printCyjs } from './cytoscape/printCyjs.ts';
import type { FormatId } from './format.ts';
import { findFtmLosses } from './ftm/findFtmLosses.ts';
import { printFtm } from './ftm/printFtm.ts';
import { printGexf } from './gexf/printGexf.ts';
import { printGraphml } from './graphml/printGraphml.ts';
import { xmlText } from './graphml/propertyGraphFixture.ts';
import { printGraphology } from './graphology/printGraphology.ts';
import type { PropertyGraph } from './propertyGraph.ts';
import { readFiles } from './readFiles.ts';
import { anyDataset } from './roundTripFixture.ts';
import { writeSayso } from './sayso.ts';

/** Datasets a format: a short set in `npm test`; set SAYSO_ROUND_TRIPS for more. */
const RUNS = Number(process.env['SAYSO_ROUND_TRIPS'] ?? 25);
/** Days by which things are public: long ago, in between, and all of it. */
const CLOCKS = [null, 12_000, 20_000];

type Write = (dataset: Dataset, part: DatasetPart) => readonly NamedContent[];

function writeGraph(format: FormatId, name: string, print: (graph: PropertyGraph) => string): Write {
  return (dataset, part) => [
    { name, content: new Blob([print(buildPropertyGraph(dataset, part, { format, asOf: null }))]) },
  ];
}

const GRAPHS: readonly (readonly [string, Write])[] = [
  ['graphml', writeGraph('graphml', 'a.graphml', printGraphml)],
  ['gexf', writeGraph('gexf', 'a.gexf', printGexf)],
  ['cyjs', writeGraph('cyjs', 'a.cyjs', printCyjs)],
  ['cx2', writeGraph('cx2', 'a.cx2', printCx2)],
  ['graphology', writeGraph('graphology', 'a.json', printGraphology)],
];

const writeFtm: Write = (dataset, part) => [{ name: 'a.ftm.json', content: new Blob([printFtm(dataset, part, null)]) }];
const writeTables: Write = (dataset, part) =>
  writeCsvFiles(dataset, part, null).map(({ name, text }) => ({ name, content: new Blob([text]) }));
const writeOwn: Write = (dataset, part) => [
  { name: 'a.json', content: new Blob([writeSayso(cutDataset(dataset, part))]) },
];

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 10 }) },
  fc.string({ unit: 'binary', maxLength: 6 }).filter((text) => !/[\ud800-\udfff]/u.test(text)),
  xmlText,
);

/** A dataset and a part of it: every other time the whole. */
function withPart(text: fc.Arbitrary<string>): fc.Arbitrary<readonly [Dataset, DatasetPart]> {
  return anyDataset(text).chain((file) => {
    const entities = file.entities.map(({ id }) => id);
    const relations = file.relations.map(({ id }) => id);
    const some = fc.record({ entities: fc.subarray(entities), relations: fc.subarray(relations) });
    return fc.oneof(fc.constant({ entities, relations }), some).map((part) => [buildDataset(file), part] as const);
  });
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Without the fields named, and those that say nothing. */
function bare(row: object, without: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([key, value]) =>
        !without.includes(key) &&
        value !== undefined &&
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0) &&
        !(typeof value === 'object' && Object.keys(value as object).length === 0),
    ),
  );
}

/** What a file says, in no order, without what only one format keeps for itself. */
function plain(file: DatasetFile, without: readonly string[] = ['kept']): object {
  const claims = (row: { readonly claims?: readonly { readonly id: string }[] }): object[] =>
    byId(row.claims ?? []).map((claim) => bare(claim, without));
  const usedSources = new Set(
    [...file.entities, ...file.relations].flatMap((row) => (row.claims ?? []).map(({ source }) => source)),
  );
  const usedTypes = new Set(file.relations.map(({ type }) => type));
  const { id, title, description, version, updated, authors, contact, licence, language } = file;
  return {
    head: bare({ id, title, description, version, updated, authors, contact, licence, language }, []),
    entities: byId(file.entities).map((row) => ({ ...bare(row, [...without, 'claims']), said: claims(row) })),
    relations: byId(file.relations).map((row) => ({ ...bare(row, [...without, 'claims']), said: claims(row) })),
    sources: byId(file.sources.filter(({ id: each }) => usedSources.has(each))).map((row) => bare(row, without)),
    types: byId(file.relationTypes.filter(({ id: each }) => usedTypes.has(each))).map((row) => bare(row, without)),
  };
}

function standings(dataset: Dataset, of: DatasetFile): unknown {
  return CLOCKS.map((asOf) => [
    byId(of.relations).map(({ id }) => [id, standingOf(dataset, id, asOf)]),
    byId(of.entities.filter(({ kind }) => kind === 'Event')).map(({ id }) => [id, entityStandingOf(dataset, id, asOf)]),
  ]);
}

async function expectBack(
  write: Write,
  [dataset, part]: readonly [Dataset, DatasetPart],
  without: readonly string[] = ['kept'],
  hasHead = true,
): Promise<void> {
  const sent = cutDataset(dataset, part);
  fc.pre(sent.entities.length > 0);
  const { file, report } = await readFiles(write(dataset, part), null, () => undefined);
  expect(findAllProblems(file).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect({ ...plain(file, without), ...(hasHead ? {} : { head: {} }) }).toEqual({
    ...plain(sent, without),
    ...(hasHead ? {} : { head: {} }),
  });
  const back = buildDataset(file);
  expect(standings(back, sent)).toEqual(standings(dataset, sent));
  const doubts = report.issues.filter(({ severity, code }) => severity === 'warning' && !EXPECTED.has(code));
  expect(doubts).toEqual([]);
}

/** Warnings that are about the dataset itself, not about its way through a file. */
const EXPECTED: ReadonlySet<string> = new Set([
  'address-not-linked',
  'date-not-understood',
  'step-without-speaker',
  'stated-with-attribution',
  'no-comment-without-response',
  'silence-asserts',
  'hypothetical-without-condition',
  'role-without-event',
  'relation-without-claims',
]);

describe('what is written comes back, and no standing changes', () => {
  it.each(GRAPHS)('%s', async (name, write) => {
    const text = name === 'graphml' || name === 'gexf' ? xmlText : anyText;
    await fc.assert(
      fc.asyncProperty(withPart(text), (given) => expectBack(write, given)),
      { numRuns: RUNS },
    );
  });

  it('FollowTheMoney', async () => {
    await fc.assert(
      fc.asyncProperty(withPart(anyText), (given) => expectBack(writeFtm, given, ['kept'], false)),
      { numRuns: RUNS },
    );
  });

  it('tables', async () => {
    await fc.assert(
      fc.asyncProperty(withPart(anyText), (given) =>
        expectBack(writeTables, given, ['kept', 'againstElsewhere', 'aboutElsewhere']),
      ),
      { numRuns: RUNS },
    );
  });

  it('Sayso', async () => {
    await fc.assert(
      fc.asyncProperty(withPart(anyText), (given) => expectBack(writeOwn, given, [])),
      { numRuns: RUNS },
    );
  });
});

it('says what is left behind', () => {
  const source = { label: 'S', kind: 'other', title: null, publisher: null, authors: [], published: null, url: null };
  const passages = { kind: 'own copy', items: [{ paragraph: 1, text: 'Private.' }] };
  const file = {
    sayso: 1,
    id: 'd',
    title: 'D',
    description: 'Told.',
    notes: 'Secret.',
    stories: [{}],
    sources: [{ ...source, id: 's', passages }],
    entities: [{ id: 'a', kind: 'Place', name: 'A' }],
    relations: [],
    relationTypes: [],
  } as unknown as DatasetFile;
  const dataset = buildDataset(file);
  const part = { entities: file.entities.map(({ id }) => id), relations: [] };
  const codes = (losses: readonly { readonly code: string }[]): string[] => losses.map(({ code }) => code);
  expect(codes(findGraphLosses(dataset, part))).toEqual([
    'loss-stories',
    'loss-passages',
    'loss-uncited-sources',
    'loss-notes',
  ]);
  expect(codes(findFtmLosses(dataset, part))).toEqual([
    'loss-kinds',
    'loss-dataset-head',
    'loss-stories',
    'loss-passages',
    'loss-notes',
  ]);
});
