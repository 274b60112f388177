import { describe, expect, it } from 'vitest';
import { createImportLog } from '../importLog.ts';
import { checkHostile, inputOf, readWith } from '../readFixture.ts';
import { bods } from './bods.ts';

const publicationDetails = {
  publicationDate: '2022-05-01',
  bodsVersion: '0.2',
  publisher: { name: 'Register of Utopia' },
};

/** 0.4: records in versions. */
const relationship = (status: string, date: string, interests: readonly object[]): object => ({
  statementId: `s-${status}`,
  recordId: 'r1',
  recordType: 'relationship',
  recordStatus: status,
  statementDate: date,
  declarationSubject: 'c1',
  recordDetails: { isComponent: true, componentRecords: ['x'], subject: 'c1', interestedParty: 'p1', interests },
  publicationDetails: { ...publicationDetails, publicationDate: date },
});
const NEW = [
  {
    statementId: 's1',
    recordId: 'p1',
    recordType: 'person',
    recordStatus: 'new',
    recordDetails: {
      personType: 'anonymousPerson',
      unspecifiedPersonDetails: { reason: 'subjectExemptFromDisclosure', description: 'Protected by the register' },
    },
  },
  {
    statementId: 's2',
    recordId: 'c1',
    recordType: 'entity',
    recordStatus: 'new',
    recordDetails: {
      entityType: { type: 'stateBody', subtype: 'stateAgency', details: 'Agency' },
      name: 'Utopian Agency',
    },
  },
  {
    statementId: 's3',
    recordId: 't1',
    recordType: 'entity',
    recordStatus: 'new',
    recordDetails: { entityType: { type: 'arrangement' }, name: 'A Trust' },
  },
  relationship('new', '2020-01-01', [{ type: 'trustee', startDate: '2019-01-01' }]),
  relationship('closed', '2021-01-01', [{ type: 'trustee', startDate: '2019-01-01' }]),
  {
    statementId: 's9',
    recordId: 'r2',
    recordType: 'relationship',
    recordDetails: { subject: 'c1', interestedParty: { reason: 'unknown' }, interests: [{ type: 'boardChair' }] },
  },
  {
    statementId: 's10',
    recordId: 'r3',
    recordType: 'relationship',
    recordDetails: {
      subject: 'c1',
      interestedParty: 'nowhere',
      interests: [{ type: 'aLocalThing', details: 'as in art. 5' }],
    },
  },
];

const codes = (log: ReturnType<typeof createImportLog>): string[] => log.issues().map(({ code }) => code);

describe('BODS 0.4', () => {
  const { file, read, log } = readWith(bods, NEW);

  it('names nobody who is not named, with the reason', () => {
    expect(read).toEqual({ nodes: 3, edges: 4 });
    expect(file.entities[0]).toMatchObject({
      kind: 'Person',
      name: 'not stated',
      summary: 'Protected by the register',
    });
    expect(file.entities.slice(1, 3).map(({ kind }) => kind)).toEqual(['PublicBody', 'Other']);
  });

  it('takes statements that say the same as claims for one relation, and tells a closed one without an end', () => {
    expect(file.relations[0]).toMatchObject({
      id: 'r1',
      valid: '2019-01-01/..',
      properties: { recordClosed: ['2021-01-01'], isComponent: ['true'] },
    });
    expect(file.relations[0]?.claims.map(({ modality, said }) => [modality, said])).toEqual([
      ['stated', '2020-01-01'],
      ['stated', '2021-01-01'],
    ]);
    expect(codes(log)).toContain('closed-without-end');
    expect(JSON.stringify(file.relations[0])).toContain('componentRecords');
  });

  it('keeps interests of nobody, of somebody not described, and of no codelist', () => {
    expect(file.relations.slice(1).map(({ type }) => type)).toEqual(['type:is board chair of', 'type:a local thing']);
    expect(codes(log)).toEqual(expect.arrayContaining(['missing-end', 'dangling-end']));
    expect(file.relations[2]?.properties).toEqual({ details: ['as in art. 5'] });
  });

  it('does not join an interest that changed to what was said before', () => {
    const changed = [
      ...NEW.slice(0, 3),
      relationship('new', '2020-01-01', [{ type: 'trustee' }]),
      relationship('updated', '2021-01-01', [{ type: 'trustee', endDate: '2020-12-31' }]),
    ];
    const [relation] = readWith(bods, changed).file.relations;
    expect(relation).toMatchObject({ valid: '../2020-12-31', claims: [{ said: '2021-01-01' }] });
  });
});

describe('a file of BODS 0.4', () => {
  it('is read line by line too, and a broken line is told with its number', () => {
    const lines = [...NEW.map((each) => JSON.stringify(each)), '{"statementId": "cut', '{"other": 1}'].join('\r\n');
    const log = createImportLog();
    const { read } = readWith(bods, lines, log);
    expect(bods.sniff(inputOf(lines))).toBeGreaterThan(0.9);
    expect(read).toEqual({ nodes: 3, edges: 4 });
    expect(
      log
        .issues()
        .filter(({ code }) => code === 'record-skipped')
        .map(({ where }) => where),
    ).toEqual(['line 8', 'line 9']);
  });

  it('is refused or valid whatever is done to it', () => {
    expect(checkHostile(bods, NEW)).toBeGreaterThan(20);
  });
});
