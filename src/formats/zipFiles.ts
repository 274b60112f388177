import { type Zippable, zipSync } from 'fflate';

interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Already packed: packing them again takes time and saves nothing. */
const PACKED = /\.(?:png|jpeg|webp)$/;
/** The first day that a ZIP can name: what is written depends on nothing but the files. */
const MTIME = new Date(1980, 0, 1);

/**
 * Files in one ZIP, in order, under their names. Throws where two have the same. Linear, on the thread where it is called,
 * since the page's policy allows no worker that is written on the spot.
 */
export async function zipFiles(files: readonly NamedFile[]): Promise<Blob> {
  const names = new Set(files.map(({ name }) => name));
  if (names.size !== files.length) throw new Error('Two files of a ZIP have the same name.');
  const entries = files.map(async ({ name, blob }): Promise<[string, Zippable[string]]> => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return [name, [bytes, { level: PACKED.test(name) ? 0 : 6, mtime: MTIME }]];
  });
  return new Blob([zipSync(Object.fromEntries(await Promise.all(entries)))], { type: 'application/zip' });
}
