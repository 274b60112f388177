import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the public corpus; null where it is not beside the project. */
export const CORPUS = process.env['SAYSO_SHARED'] ? join(process.env['SAYSO_SHARED'], 'corpus') : null;

/** A file of the corpus, and how many nodes and edges its manifest counts; null where it counts none. */
export interface CorpusRow {
  readonly path: string;
  readonly format: string;
  readonly nodes: number | null;
  readonly edges: number | null;
  readonly counted: string;
}

/** "2669 ends / 3380", "114 rows / 7 cols", "? / ?": rows of a table are nodes or edges, which the manifest does not say. */
function readCounts(counted: string): Pick<CorpusRow, 'nodes' | 'edges'> {
  const [, nodes, edges] = /^(\d+)(?: ends)? \/ (\d+)$/.exec(counted.trim()) ?? [];
  return { nodes: nodes === undefined ? null : Number(nodes), edges: edges === undefined ? null : Number(edges) };
}

/** Every file of the corpus, as its manifest lists them; empty where there is none. */
export function listCorpus(): CorpusRow[] {
  if (CORPUS === null) return [];
  const lines = readFileSync(join(CORPUS, 'MANIFEST.md'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, path, format, , counted] = line.split('|').map((cell) => cell.trim());
    if (!path || !format || !counted || !/^\d\d-/.test(path)) return [];
    return [{ path, format, counted, ...readCounts(counted) }];
  });
}

/** The bytes of a file of the corpus. */
export function readCorpusFile(path: string): Blob {
  return new Blob([readFileSync(join(CORPUS ?? '', path))]);
}
