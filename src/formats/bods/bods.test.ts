import { describe, expect, it } from 'vitest';
import { findAllProblems } from '../../model/parseDataset.ts';
import type { Relation } from '../../model/records.ts';
import type { createImportLog } from '../importLog.ts';
import { checkHostile, corpusTexts, inputOf, readWith } from '../readFixture.ts';
import { bods } from './bods.ts';

const publicationDetails = {
  publicationDate: '2022-05-01',
  bodsVersion: '0.2',
  publisher: { name: 'Register of Utopia' },
};
const source = {
  type: ['officialRegister'],
  description: 'Companies register',
  url: 'https://register.example/7',
  retrievedAt: '2022-04-30T10:00:00Z',
};

/** 0.2 and 0.3: statements name each other by their ids. */
const OLD = [
  {
    statementID: 'p1',
    statementType: 'personStatement',
    personType: 'knownPerson',
    names: [
      { type: 'former', fullName: 'Ann Earlier' },
      { type: 'individual', givenName: 'Ann', familyName: 'Owner' },
    ],
    nationalities: [{ name: 'Utopia', code: 'UT' }],
    birthDate: '1970-05',
    addresses: [{ address: '1 High Street', postCode: 'AB1', country: 'UT' }],
  },
  {
    statementID: 'e1',
    statementType: 'entityStatement',
    entityType: 'registeredEntity',
    name: 'Old Name Ltd',
    identifiers: [{ scheme: 'UT-REG', id: '7' }],
  },
  {
    statementID: 'e2',
    statementType: 'entityStatement',
    entityType: 'registeredEntity',
    name: 'New Name Ltd',
    alternateNames: ['NN'],
    incorporatedInJurisdiction: { code: 'UT', name: 'Utopia' },
    identifiers: [{ scheme: 'UT-REG', id: '7', uri: 'https://register.example/7' }],
    foundingDate: '2001-01-01',
    replacesStatements: ['e1'],
    publicationDetails,
    source,
  },
  {
    statementID: 'o1',
    statementType: 'ownershipOrControlStatement',
    statementDate: '2022-04-29',
    subject: { describedByEntityStatement: 'e1' },
    interestedParty: { describedByPersonStatement: 'p1' },
    interests: [
      {
        type: 'shareholding',
        interestLevel: 'direct',
        share: { minimum: 25, maximum: 50, exclusiveMinimum: true },
        startDate: '2010-01-01',
        endDate: '2015-06-30',
      },
      { type: 'voting-rights', share: { exact: 30 }, startDate: '2012-01-01', beneficialOwnershipOrControl: false },
    ],
    source: { ...source, assertedBy: [{ name: 'New Name Ltd', uri: 'https://new.example' }, { name: 'A Notary' }] },
    publicationDetails,
  },
  {
    statementID: 'o2',
    statementType: 'ownershipOrControlStatement',
    subject: { describedByEntityStatement: 'e2' },
    interestedParty: { unspecified: { reason: 'no-beneficial-owners', description: 'Nobody holds more than 25%' } },
    interests: [],
  },
];

const codes = (log: ReturnType<typeof createImportLog>): string[] => log.issues().map(({ code }) => code);
const ends = ({ from, to }: Relation): readonly string[] => [from, to];

describe('BODS 0.2 and 0.3', () => {
  const { file, read, log } = readWith(bods, OLD);
  const [shares, votes, none] = file.relations;

  it('counts statements and makes an entity of the newest about one thing', () => {
    expect(read).toEqual({ nodes: 3, edges: 2 });
    expect(file.entities.map(({ name, kind }) => [name, kind])).toEqual([
      ['Ann Owner', 'Person'],
      ['New Name Ltd', 'Company'],
      ['not stated', 'Other'],
    ]);
    expect(JSON.stringify(file.entities[1])).toContain('Old Name Ltd');
    expect(codes(log)).toContain('earlier-statement');
  });

  it('reads names, identifiers and facts', () => {
    expect(file.entities[0]).toMatchObject({
      aliases: ['Ann Earlier'],
      properties: { birthDate: ['1970-05'], nationality: ['UT'], address: ['1 High Street, AB1, UT'] },
    });
    expect(file.entities[1]).toMatchObject({
      aliases: ['NN'],
      identifiers: [{ scheme: 'UT-REG', value: '7', url: 'https://register.example/7' }],
      properties: { incorporationDate: ['2001-01-01'], jurisdiction: ['UT'] },
    });
  });

  it('makes a relation of each interest, with its own dates and shares, also where the subject was named by an old statement', () => {
    expect([shares, votes].map((each) => each && ends(each))).toEqual([
      ['p1', 'e2'],
      ['p1', 'e2'],
    ]);
    expect(shares).toMatchObject({
      type: 'type:holds shares in',
      valid: '2010-01-01/2015-06-30',
      properties: {
        shareMinimum: ['25'],
        shareMaximum: ['50'],
        shareExclusiveMinimum: ['true'],
        directOrIndirect: ['direct'],
      },
    });
    expect(votes).toMatchObject({
      type: 'type:has voting rights in',
      valid: '2012-01-01/..',
      properties: { percentage: ['30'], beneficialOwnershipOrControl: ['false'] },
    });
  });

  it('reports whom the statement names as speakers, a party as itself, and its source', () => {
    const [claim] = shares?.claims ?? [];
    expect(claim).toMatchObject({ modality: 'reported', said: '2022-04-29', stance: 'asserts' });
    expect(claim?.attribution).toEqual([
      { entity: 'e2', kind: 'named', uri: 'https://new.example' },
      { label: 'A Notary', kind: 'named' },
    ]);
    expect(file.sources.find(({ id }) => id === claim?.source)).toMatchObject({
      kind: 'filing',
      title: 'Companies register',
      publisher: 'Register of Utopia',
      published: '2022-05-01',
      accessed: '2022-04-30',
      url: 'https://register.example/7',
    });
    expect(file.entities[1]?.claims).toMatchObject([{ modality: 'stated', attribution: [] }]);
  });

  it('never says that there is an owner where the file says that there is none', () => {
    expect(none).toMatchObject({
      type: 'type:is given in place of an interested party in',
      label: 'no beneficial owners',
      claims: [],
    });
    expect(file.entities[2]).toMatchObject({
      summary: 'Nobody holds more than 25%',
      properties: { reason: ['no-beneficial-owners'] },
    });
    expect(codes(log)).toContain('missing-end');
  });
});

describe('a file of BODS 0.2', () => {
  it('survives chains and circles of replacements', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => ({
      ...OLD[1],
      statementID: `c${i}`,
      replacesStatements: [`c${i - 1}`],
    }));
    const { file } = readWith(bods, [
      ...chain,
      { ...OLD[1], statementID: 'a', replacesStatements: ['b'] },
      { ...OLD[1], statementID: 'b', replacesStatements: ['a'] },
    ]);
    expect(file.entities.length).toBeLessThanOrEqual(3);
  });

  it('is refused or valid whatever is done to it', () => {
    expect(checkHostile(bods, OLD)).toBeGreaterThan(20);
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('the corpus', () => {
  it('has one BODS file, which is read as it counts', () => {
    const found = [...corpusTexts()].filter(([name, text]) => bods.sniff(inputOf(text, name)) > 0);
    expect(found.map(([name]) => name)).toEqual(['02-ftm/bods-fermcat.json']);
    const { file, read } = readWith(bods, found[0]?.[1]);
    expect(read).toEqual({ nodes: 13, edges: 10 });
    expect(file.entities).toHaveLength(4);
    expect(findAllProblems(file)).toEqual([]);
  });
});
