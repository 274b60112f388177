import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../model/dates.ts';
import { findDateOrder, isClearDate, joinSpan, readCellDate, readSerial } from './tableDates.ts';
import { readTexts } from './tableFixture.ts';

const read = (cell: string, order: 'dmy' | 'mdy' | 'ymd' = 'dmy'): string | null =>
  readCellDate(cell, order)?.edtf ?? null;

describe('a date in a cell', () => {
  it.each([
    ['2010', '2010'],
    ['2004-06~', '2004-06~'],
    ['2004/2008', '2004/2008'],
    ['2024-01-01T00:00:00+14:00', '2024-01-01'],
    ['2017-05-11 13:45', '2017-05-11'],
    ['31/12/2013', '2013-12-31'],
    ['12/31/2013', '2013-12-31'],
    ['4.3.2005', '2005-03-04'],
    ['2017/3/5', '2017-03-05'],
    ['20170305', '2017-03-05'],
    ['3/2017', '2017-03'],
    ['March 2017', '2017-03'],
    ['3 March 2017', '2017-03-03'],
    ['March 3rd, 2017', '2017-03-03'],
    ['Mar-2017', '2017-03'],
    ['3. März 2017', '2017-03-03'],
    ['1er août 2016', '2016-08-01'],
    ['3 de marzo de 2017', '2017-03-03'],
    ['3 dicembre 2017', '2017-12-03'],
    ['3 de fevereiro de 2017', '2017-02-03'],
    ['Q2 2017', '2017-04/2017-06'],
    ['2004–2008', '2004/2008'],
    ['c. 1990', '1990~'],
    ['since 2010', '2010/..'],
    ['1407470400', '2014-08-08'],
    ['1600000000000', '2020-09-13'],
    ['2017-05-00', '2017-05'],
    ['2017-00-00', '2017'],
    ['0000-00-00', '..'],
    ['<[2001.0, 2005.0]>', '2001/2005'],
    ['<[2001-02-03, Infinity]>', '2001-02-03/..'],
    ['present', '..'],
    ['..', '..'],
  ])('%s is %s', (cell, edtf) => expect(read(cell)).toBe(edtf));

  it.each([
    '',
    '2019-02-30',
    '31/02/2019',
    '19XX',
    '2001-21',
    'Y170000002',
    'May',
    'May Day',
    '12',
    '12345',
    '1/2',
    'unknown soldier',
    '99/99/9999',
    '[1667,1668]',
    '<[-Infinity, Infinity]>',
    '<[2005, 2001]>',
    '44197',
  ])('%s is none', (cell) => expect(read(cell)).toBeNull());

  it('is read in the order of its column where its numbers do not say it, and says that it was a guess', () => {
    expect(readCellDate('03/04/2005', 'dmy')).toEqual({ edtf: '2005-04-03', isPart: false, guess: 'order' });
    expect(read('03/04/2005', 'mdy')).toBe('2005-03-04');
    expect(readCellDate('03/03/2005', 'dmy')?.guess).toBeNull();
    expect(readCellDate('3/4/05', 'mdy')).toEqual({ edtf: '2005-03-04', isPart: false, guess: 'century' });
    expect(findDateOrder(['01/02/2003', '13/02/2003'])).toBe('dmy');
    expect(findDateOrder(['01/02/2003', '02/13/2003'])).toBe('mdy');
    expect(findDateOrder(['01/02/2003', '02/03/2003'])).toBeNull();
  });

  it('keeps what a date does not hold', () => {
    expect(readCellDate('2017-05-11 13:45', 'dmy')?.isPart).toBe(true);
    expect(readCellDate('1407470400', 'dmy')).toEqual({ edtf: '2014-08-08', isPart: true, guess: 'epoch' });
  });

  it('joins a start and an end, and no end before its start', () => {
    expect(joinSpan('2001', undefined)).toBe('2001/..');
    expect(joinSpan(undefined, '2004')).toBe('../2004');
    expect(joinSpan('2017-04/2017-06', '2018')).toBe('2017-04/2018');
    expect(joinSpan('2010', '2005')).toBeNull();
  });

  it('is always EDTF, whatever is in the cell', () => {
    const piece = fc.constantFrom(
      '1',
      '12',
      '2004',
      '31',
      '/',
      '-',
      '.',
      ' ',
      'May',
      'mars',
      '..',
      '~',
      'T',
      '00:00',
      'Q1',
      '0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        ),
        fc.constantFrom('dmy' as const, 'mdy' as const, 'ymd' as const),
        (cell, order) => {
          const date = readCellDate(cell, order);
          expect(date === null || date.edtf === '..' || parseDate(date.edtf) !== null).toBe(true);
          expect(isClearDate(cell)).toBe(!/^\s*-?\d+\s*$/.test(cell) && readCellDate(cell, 'dmy') !== null);
        },
      ),
    );
  });
});

it('counts the days of a spreadsheet in columns that say that they are dates', async () => {
  expect(readSerial('44197')).toEqual({ edtf: '2021-01-01', isPart: true, guess: 'serial' });
  for (const other of ['4419', '144197', '-44197', '1.5', 'x']) expect(readSerial(other)).toBeNull();
  const { file, log } = await readTexts(['from,to,start date,end\nA,B,44197,44561\nC,D,43831,12\n']);
  expect(file.relations.map(({ valid, properties }) => [valid, properties])).toEqual([
    ['2021-01-01/..', { end: ['44561'], 'start date': ['44197'] }],
    ['2020-01-01/..', { end: ['12'], 'start date': ['43831'] }],
  ]);
  expect(log.issues().map(({ code }) => code)).toContain('date-serial-guessed');
});
