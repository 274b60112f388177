import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleFile } from '../model/sampleFixture.ts';
import { createKeptDatabase } from './keptDatabase.ts';
import { createShelfFiles } from './shelfFiles.ts';

let count = 0;
let database = createKeptDatabase('files');
const FILE = { ...sampleFile([], []), notes: 'private' };

beforeEach(() => {
  database = createKeptDatabase(`files${(count += 1)}`);
});
afterEach(() => database.close());

/** A file on the reader's disk. */
function fileOf(name: string) {
  const disk = { text: '', asked: 0, permission: 'granted' as PermissionState, failing: false };
  const handle = {
    name,
    queryPermission: async () => (disk.asked > 0 ? disk.permission : 'prompt'),
    requestPermission: async () => {
      disk.asked += 1;
      return disk.permission;
    },
    getFile: async () => new File([disk.text], name),
    createWritable: async () => {
      let written = '';
      return {
        write: async (blob: Blob) => {
          if (disk.failing) throw new DOMException('no room', 'QuotaExceededError');
          written = await blob.text();
        },
        close: async () => void (disk.text = written),
        abort: async () => undefined,
      };
    },
  };
  return { disk, handle };
}

describe('saving to a file', () => {
  test('asks once where to, then writes in place, asking for permission again', async () => {
    const { disk, handle } = fileOf('mine.json');
    const pick = vi.fn<() => Promise<typeof handle>>(async () => handle);
    vi.stubGlobal('showSaveFilePicker', pick);
    const files = createShelfFiles(database);
    expect(await files.save(FILE, 'k', 'sample.json')).toBe('mine.json');
    expect(JSON.parse(disk.text)).toEqual(FILE);
    disk.text = '';
    expect(await files.save(FILE, 'k', 'sample.json')).toBe('mine.json');
    expect([pick.mock.calls.length, disk.asked]).toEqual([1, 1]);
    expect(JSON.parse(disk.text)).toEqual(FILE);
    await files.save(FILE, 'another', 'other.json');
    expect(pick).toHaveBeenCalledTimes(2);
  });

  test('picks anew where the permission is not given', async () => {
    const [first, second] = [fileOf('first.json'), fileOf('second.json')];
    const handles = [first.handle, second.handle];
    vi.stubGlobal('showSaveFilePicker', async () => handles.shift());
    const files = createShelfFiles(database);
    await files.save(FILE, 'k', 'x.json');
    first.disk.text = 'untouched';
    first.disk.permission = 'denied';
    expect(await files.save(FILE, 'k', 'x.json')).toBe('second.json');
    expect(first.disk.text).toBe('untouched');
  });

  test('says that it was called off, or why it failed, and leaves the file as it was', async () => {
    vi.stubGlobal('showSaveFilePicker', async () => {
      throw new DOMException('', 'AbortError');
    });
    const files = createShelfFiles(database);
    await expect(files.save(FILE, 'k', 'x.json')).rejects.toMatchObject({ code: 'cancelled' });
    const { disk, handle } = fileOf('mine.json');
    vi.stubGlobal('showSaveFilePicker', async () => handle);
    await files.save(FILE, 'k', 'x.json');
    const before = disk.text;
    disk.failing = true;
    await expect(files.save({ ...FILE, title: 'B' }, 'k', 'x.json')).rejects.toMatchObject({ code: 'save-failed' });
    expect(disk.text).toBe(before);
  });

  test('downloads where the browser cannot write in place', async () => {
    const link = { href: '', download: '', click: vi.fn<() => void>() };
    vi.stubGlobal('document', { createElement: () => link });
    const files = createShelfFiles(database);
    expect(await files.save(FILE, 'k', 'sample.json')).toBe('sample.json');
    expect([link.download, link.click.mock.calls.length]).toEqual(['sample.json', 1]);
  });

  test('reads the file again, which then belongs to what it was opened as, and nothing else does', async () => {
    const { disk, handle } = fileOf('mine.json');
    const pick = vi.fn<() => Promise<typeof handle>>(async () => handle);
    vi.stubGlobal('showSaveFilePicker', pick);
    const files = createShelfFiles(database);
    await expect(files.reopen('k')).rejects.toMatchObject({ code: 'not-found' });
    await files.save(FILE, 'k', 'x.json');
    const again = await files.reopen('k');
    expect(await again.text()).toBe(disk.text);
    expect(files.claim({ name: 'mine.json', size: again.size + 1 })).toBe(null);
    expect(files.claim(again)).toBe(null);
    await files.reopen('k');
    await files.claim(again)?.('new');
    await files.save(FILE, 'new', 'x.json');
    expect(pick).toHaveBeenCalledTimes(1);
    files.forget('new');
    files.forget(null);
    expect((await files.names()).size).toBe(0);
    disk.permission = 'denied';
    await expect(files.reopen('k')).rejects.toMatchObject({ code: 'not-found' });
  });
});
