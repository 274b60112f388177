import type { InputFile } from '../format.ts';
import { findDelimiter } from './delimiter.ts';
import { findFlatLists, readJsonLines } from './jsonTable.ts';
import { isOldWorkbook, isTableName, isWorkbookZip, isZip, listZip } from './unpack.ts';

/** How well a text must fall into columns to be a table without being called one. */
const ENOUGH = 0.6;

/**
 * Whether a file that no other format takes is rows and columns: delimited text, a workbook, a ZIP of tables, or JSON that is a
 * list of flat records or holds one. Reads only as much as tells. Never throws.
 */
export function isTableFile({ name, text, bytes, json, root }: InputFile): boolean {
  if (bytes !== null && text === '') {
    if (isOldWorkbook(bytes)) return true;
    if (!isZip(bytes)) return false;
    const { names } = listZip(bytes);
    return isWorkbookZip(names) || names.some(isTableName);
  }
  if (root !== null) return false;
  if (typeof json === 'object' && json !== null) return findFlatLists(json).length > 0;
  if (json === undefined && readJsonLines(text) !== null) return true;
  if (isTableName(name) && !/\.txt$/i.test(name)) return true;
  // One number or one quoted word is JSON, and no table.
  if (json !== undefined || /^\s*[{[<]/.test(text)) return false;
  // One line alone is a sentence or a program.
  return /\S[\r\n]+[^\r\n]*\S/.test(text) && findDelimiter(text).fit >= ENOUGH;
}
