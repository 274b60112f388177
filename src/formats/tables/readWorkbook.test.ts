import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../format.ts';
import { createImportLog } from '../importLog.ts';
import { isTableFile } from './isTableFile.ts';
import { readTables } from './readTables.ts';
import { bytesInput, sentencesOf } from './tableFixture.ts';

function workbook(
  sheets: readonly (readonly [string, unknown[][]])[],
  change: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => undefined,
): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of sheets) {
    const sheet = utils.aoa_to_sheet(rows, { cellDates: true });
    change(sheet);
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const open = (bytes: Uint8Array) =>
  readTables([bytesInput(bytes, 'book.xlsx')], null, { log: createImportLog(), progress: () => undefined });

describe('a workbook', () => {
  it('is read sheet by sheet, days as days and numbers as numbers', async () => {
    const bytes = workbook([
      [
        'Relations',
        [
          ['source', 'target', 'relation', 'date', 'amount'],
          [1, 2, 'paid', new Date(Date.UTC(2020, 1, 3)), 0.5],
        ],
      ],
      [
        'Who',
        [
          ['id', 'name', 'type'],
          [1, 'Ann', 'Person'],
          [2, 'Acme', 'Company'],
        ],
      ],
      ['Empty', []],
    ]);
    expect(isTableFile(bytesInput(bytes, 'x'))).toBe(true);
    const read = await open(bytes);
    expect(sentencesOf(read)).toEqual(['Ann · paid · Acme · 2020-02-03']);
    expect(read.file.relations[0]?.properties).toEqual({ amount: ['0.5'] });
    expect(read.mapping.tables.map(({ name }) => name)).toEqual(['book.xlsx › Relations', 'book.xlsx › Who']);
  });

  it('with merged cells, a title and links behind words says all that is in it', async () => {
    const rows = [
      ['List of who owns what'],
      [],
      ['Owner', 'Asset', 'Source'],
      ['Ann', 'Villa', 'Daily'],
      ['', 'Boat', 'Daily'],
    ];
    const bytes = workbook([['S', rows]], (sheet) => {
      sheet['!merges'] = [{ s: { r: 3, c: 0 }, e: { r: 4, c: 0 } }];
      for (const at of ['C4', 'C5']) sheet[at].l = { Target: `https://daily.example/${at}` };
    });
    const read = await open(bytes);
    expect(sentencesOf(read)).toEqual(['Ann · owns · Villa', 'Ann · owns · Boat']);
    expect(read.file.sources.map(({ url, label }) => url ?? label)).toContain('https://daily.example/C4');
  });

  it('that would unpack to more than the limit is refused before it is unpacked', async () => {
    const bytes = zipSync(
      {
        'xl/workbook.xml': new Uint8Array(LIMITS.bytes / 2 + 1),
        'xl/worksheets/sheet1.xml': new Uint8Array(LIMITS.bytes / 2 + 1),
      },
      { level: 1 },
    );
    await expect(open(bytes)).rejects.toMatchObject({ code: 'too-large' });
  }, 30_000);
});
