import { describe, expect, it } from 'vitest';
import { findAllProblems } from '../../model/parseDataset.ts';
import { CORPUS, readCorpusFile } from '../corpusFixture.ts';
import { createImportLog } from '../importLog.ts';
import { readInput } from '../readInput.ts';
import { isTableFile } from './isTableFile.ts';
import { readTables } from './readTables.ts';

const quiet = () => ({ log: createImportLog(), progress: () => undefined });

describe.skipIf(CORPUS === null)('the public corpus', () => {
  it.each([
    ['01-sourced/trumpworld-2017-05-11.csv', 2669, 3380],
    ['01-sourced/trumpworld-additions.csv', 3, 3],
    ['01-sourced/registre-lobbying-senat.csv', 228, 114],
    ['01-sourced/littlesis-swamped.json', 118, 71],
    ['07-csv/asoiaf-book1-edges.csv', 187, 684],
    ['07-csv/asoiaf-book1-edges.csv 07-csv/asoiaf-book1-nodes.csv', 187, 684],
    ['07-csv/autori_mreza_edge.csv', 150, 750],
    ['07-csv/ftm-links.csv', 2, 1],
    ['07-csv/gephi-complex_matrix.csv', 27, 351],
    ['07-csv/gephi-utf8-bom.csv', 4, 0],
    ['07-csv/mps-expenses-latin1.tsv', 659, 0],
    ['07-csv/quaker-edges.csv 07-csv/quaker-nodes.csv', 96, 162],
    ['07-csv/trumpworld-semicolon-bom-allquoted.csv', 475, 399],
    ['08-large/congress-committee-members.csv', 591, 1382],
    [
      '08-large/congress-committee-members.csv 08-large/congress-committees.csv 08-large/congress-legislators.csv',
      587,
      1382,
    ],
    ['08-large/congress-sponsors-40k.csv', 2280, 40000],
    ['08-large/lobby-rbo-edges.csv', 259, 7738],
    ['08-large/panama-power-players-edges.csv 08-large/panama-power-players-nodes.csv', 710, 889],
    ['11-hostile/bidi-zero-width-labels.csv', 10, 5],
    ['11-hostile/broken-quotes.csv', 2, 1],
    ['11-hostile/dates-odd.csv', 13, 12],
    ['11-hostile/dup-ids-edges.csv', 5, 7],
    ['11-hostile/dup-ids-edges.csv 11-hostile/dup-ids-nodes.csv', 8, 7],
    ['11-hostile/duplicate-headers.csv', 2, 1],
    ['11-hostile/formula-cells.csv', 4, 2],
    ['11-hostile/star-20k.csv', 20001, 20000],
  ])(
    '%s',
    async (paths, nodes, edges) => {
      const inputs = await Promise.all(
        paths
          .split(' ')
          .map(
            async (path) => (await readInput({ name: path, content: readCorpusFile(path) }, createImportLog())).input,
          ),
      );
      expect(inputs.every((input) => isTableFile(input))).toBe(true);
      const read = await readTables(inputs, null, quiet());
      expect(read.read).toEqual({ nodes, edges });
      expect(findAllProblems(read.file).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
    30_000,
  );
});
