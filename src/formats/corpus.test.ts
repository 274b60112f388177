import { describe, expect, it } from 'vitest';
import { DataError } from '../model/dataError.ts';
import type { ImportReport } from '../model/importReport.ts';
import { findAllProblems } from '../model/parseDataset.ts';
import type { DatasetFile } from '../model/records.ts';
import { CORPUS, type CorpusRow, listCorpus, readCorpusFile } from './corpusFixture.ts';
import { readFiles } from './readFiles.ts';

/** Files that are refused, and why; every other file is read. */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['04-graphml/igraph-invalid1-latin1bytes.graphml', 'not-xml'],
  ['05-cytoscape/duplicate-node-ids.invalid.cx2', 'invalid'],
  ['05-cytoscape/invalid-edge-reference.invalid.cx2', 'invalid'],
  ['05-cytoscape/missing-status.invalid.cx2', 'invalid'],
  ['05-cytoscape/not-array.invalid.cx2', 'unknown-format'],
  ['05-cytoscape/truncated.invalid.cx2', 'not-json'],
  ['11-hostile/billion-laughs.graphml', 'doctype'],
  ['11-hostile/deep-nested-graphs-3000.graphml', 'too-deep'],
  ['11-hostile/empty.json', 'empty-file'],
  ['11-hostile/html-error-page.graphml', 'html-page'],
  ['11-hostile/only-bom.csv', 'empty-file'],
  ['11-hostile/xxe-external-entity.gexf', 'doctype'],
]);

type Outcome = { readonly file: DatasetFile; readonly report: ImportReport } | string;

async function open({ path }: CorpusRow): Promise<Outcome> {
  const name = path.split('/').at(-1) ?? path;
  try {
    return await readFiles([{ name, content: readCorpusFile(path) }], null, () => undefined);
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return (error as DataError).code;
  }
}

describe.skipIf(CORPUS === null)('every file of the public corpus', () => {
  const rows = listCorpus().filter(({ path }) => !path.startsWith('10-edtf'));

  it.each(rows)('$path ($counted)', async (row) => {
    const outcome = await open(row);
    const refused = REFUSED.get(row.path);
    if (refused !== undefined) return expect(outcome).toBe(refused);
    if (typeof outcome === 'string') throw new Error(`refused: ${outcome}`);
    const { file, report } = outcome;
    expect(findAllProblems(file).filter(({ severity }) => severity === 'error')).toEqual([]);
    if (row.nodes !== null) expect(report.counts).toMatchObject({ entities: row.nodes, relations: row.edges });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
