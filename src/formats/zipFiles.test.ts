import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipFiles } from './zipFiles.ts';

const file = (name: string, text: string) => ({ name, blob: new Blob([text]) });

describe('zipFiles', () => {
  it('holds every file under its name, and the same bytes whenever it is made', async () => {
    const files = [file('b.svg', '<svg/>'.repeat(99)), file('a.png', 'pixels'), file('words.txt', 'Ünïcode ≠')];
    const zip = await zipFiles(files);
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const read = Object.entries(unzipSync(bytes)).map(([name, each]) => [name, strFromU8(each)]);
    expect(read).toEqual([
      ['b.svg', '<svg/>'.repeat(99)],
      ['a.png', 'pixels'],
      ['words.txt', 'Ünïcode ≠'],
    ]);
    expect(zip.type).toBe('application/zip');
    expect(zip.size).toBeLessThan(700);
    expect(new Uint8Array(await (await zipFiles(files)).arrayBuffer())).toEqual(bytes);
  });

  it('refuses two files of one name, of which one would be lost', async () => {
    await expect(zipFiles([file('a.svg', '1'), file('a.svg', '2')])).rejects.toThrow('same name');
  });
});
