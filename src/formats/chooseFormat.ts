import { DataError } from '../model/dataError.ts';
import { sayZip } from './alienFiles.ts';
import { bods } from './bods/bods.ts';
import { cx1 } from './cx/cx1.ts';
import { cx2 } from './cx/cx2.ts';
import { cyjs } from './cytoscape/cyjs.ts';
import type { Format, InputFile } from './format.ts';
import { ftm } from './ftm/ftm.ts';
import { gexf } from './gexf/gexf.ts';
import { graphml } from './graphml/graphml.ts';
import { graphologyFormat } from './graphology/graphologyFormat.ts';
import { nodeLink } from './nodeLink/nodeLink.ts';
import { oligrapher } from './oligrapher/oligrapher.ts';
import { popolo } from './popolo/popolo.ts';
import type { ReadInput } from './readInput.ts';
import { sayso } from './sayso.ts';
import { isTableFile } from './tables/isTableFile.ts';
import { isZip, listZip } from './tables/unpack.ts';

/** Every format but tables, the more particular first: it wins a draw. */
const READERS: readonly Format[] = [
  sayso,
  bods,
  popolo,
  oligrapher,
  ftm,
  cx2,
  cx1,
  cyjs,
  graphologyFormat,
  graphml,
  gexf,
  nodeLink,
];

function findBest(input: InputFile): Format | null {
  const found = READERS.map((format) => ({ format, sure: format.sniff(input) })).filter(({ sure }) => sure > 0);
  const extension = input.name.toLowerCase();
  const rank = ({ format, sure }: (typeof found)[number]): number =>
    sure + (format.extensions.some((end) => extension.endsWith(`.${end}`)) ? 0.001 : 0);
  return found.toSorted((a, b) => rank(b) - rank(a))[0]?.format ?? null;
}

/** What a file is that no reader takes, as a refusal. */
function refuse({ input, failure }: ReadInput): never {
  if (failure) throw failure;
  if (input.root === 'html' || /^\s*<!doctype html/i.test(input.text)) throw new DataError('html-page', '');
  const { bytes } = input;
  if (bytes !== null && isZip(bytes)) {
    const { names, isDamaged } = listZip(bytes);
    if (isDamaged) throw new DataError('invalid', '', { problem: 'the workbook or ZIP is damaged or cut off' });
    throw new DataError('unknown-format', '', { what: sayZip(names) });
  }
  throw new DataError('unknown-format', '', input.root === null ? {} : { root: input.root });
}

/** The format of a file by its content, `table` for what is rows and columns. Throws DataError for a file of none. */
export function chooseFormat(read: ReadInput): Format | 'table' {
  const { input } = read;
  const format = findBest(input);
  if (format) return format;
  if (input.root !== null || /^\s*<!doctype/i.test(input.text)) return refuse(read);
  return isTableFile(input) ? 'table' : refuse(read);
}
