import { type Unzipped, unzipSync } from 'fflate';
import { DataError } from '../../model/dataError.ts';
import { LIMITS } from '../format.ts';

/** A table as a text file. */
const TABLE_NAME = /\.(?:csv|tsv|tab|txt)$/i;
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.)/;

/** Whether bytes begin as a ZIP does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Whether bytes begin as an old workbook (Compound File Binary) does. */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
}

/** What is in a ZIP. */
interface ZipList {
  readonly names: readonly string[];
  /** All of it, unpacked, as the ZIP says. */
  readonly size: number;
  readonly isDamaged: boolean;
}

/** Names and unpacked sizes in a ZIP, without unpacking it; none where it cannot be read. */
export function listZip(bytes: Uint8Array): ZipList {
  const names: string[] = [];
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        size += originalSize;
        return false;
      },
    });
  } catch {
    return { names: [], size: 0, isDamaged: true };
  }
  return { names, size, isDamaged: false };
}

/** Whether a ZIP is a workbook: Office Open XML or OpenDocument. */
export function isWorkbookZip(names: readonly string[]): boolean {
  return (
    names.includes('xl/workbook.xml') ||
    names.includes('xl/workbook.bin') ||
    (names.includes('content.xml') && names.includes('META-INF/manifest.xml'))
  );
}

/** Whether an entry of a ZIP is called as tables are. */
export const isTableName = (name: string): boolean => TABLE_NAME.test(name) && !JUNK.test(name);

/**
 * Unpacks what is asked of a ZIP. Throws DataError `too-large` where it would be more than the limit of a file, before
 * anything is unpacked, and `invalid` where it is damaged. No entry gets more room than it says it needs.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  if (listZip(bytes).size > LIMITS.bytes) throw new DataError('too-large', '', { limit: LIMITS.bytes / 1e6 });
  try {
    return unzipSync(bytes, { filter: ({ name }) => wanted(name) });
  } catch {
    throw new DataError('invalid', '', { problem: 'the ZIP is damaged' });
  }
}
