import { describe, expect, it } from 'vitest';
import { inputOf, readWith } from '../readFixture.ts';
import { bods } from './bods.ts';

const person = { statementID: 'p', statementType: 'personStatement', names: [{ fullName: 'Ann' }] };
const other = { statementID: 'q', statementType: 'personStatement', names: [{ fullName: 'Bea' }] };
const firm = { statementID: 'e', statementType: 'entityStatement', entityType: 'registeredEntity', name: 'Firm' };
const owns = (by: string) => ({
  statementID: 'o',
  statementType: 'ownershipOrControlStatement',
  subject: { describedByEntityStatement: 'e' },
  interestedParty: { describedByPersonStatement: by },
  interests: [{ type: 'shareholding', share: { exact: 50 } }],
});

describe('statements with one id', () => {
  it('about somebody else are two relations, and neither replaces the other', () => {
    const { file, log } = readWith(bods, [firm, person, other, owns('p'), owns('q')]);
    expect(file.relations.map(({ from, to }) => [from, to])).toEqual([
      ['p', 'e'],
      ['q', 'e'],
    ]);
    const codes = log.issues().map(({ code }) => code);
    expect(codes).toContain('id-repeated');
    expect(codes).not.toContain('earlier-statement');
  });

  it('about the same two are versions of one', () => {
    const { file, log } = readWith(bods, [firm, person, owns('p'), { ...owns('p'), statementDate: '2020' }]);
    expect(file.relations).toHaveLength(1);
    expect(log.issues().map(({ code }) => code)).toContain('earlier-statement');
  });
});

describe('what a statement says beside its interests', () => {
  it('is shown: annotations, and what an indirect interest consists of', () => {
    const annotations = [
      {
        motivation: 'correcting',
        description: 'Number mended.',
        createdBy: { name: 'Clerk' },
        url: 'https://a.example/',
      },
      { motivation: 'commenting' },
    ];
    const indirect = { ...owns('p'), componentStatementIDs: ['x', 'y'], annotations };
    const { file } = readWith(bods, [{ ...firm, annotations: [annotations[1]] }, person, indirect]);
    expect(file.relations[0]?.properties).toMatchObject({
      components: ['x', 'y'],
      annotation: ['Number mended. (by Clerk, https://a.example/)', 'commenting'],
    });
    expect(file.entities[0]?.properties?.['annotation']).toEqual(['commenting']);
  });

  it('is shown: political offices and listings', () => {
    const pepStatusDetails = [{ reason: 'Minister', jurisdiction: { code: 'UT' }, endDate: '2019' }];
    const publicListing = {
      hasPublicListing: true,
      securitiesListings: [{ stockExchangeName: 'Bourse', security: { ticker: 'FRM', idScheme: 'ISIN', id: 'UT1' } }],
    };
    const { file } = readWith(bods, [
      { ...person, pepStatusDetails },
      { ...firm, publicListing },
      { ...firm, statementID: 'f', publicListing: { hasPublicListing: false } },
    ]);
    expect(file.entities.map(({ properties }) => properties)).toMatchObject([
      { politicalExposure: ['Minister, UT, ? to 2019'] },
      { publicListing: ['Bourse, FRM, ISIN UT1'] },
      { publicListing: ['false'] },
    ]);
  });
});

it('statements in an object are read, and what is none is told with its type', () => {
  const value = { statements: [firm, person, { statementType: 'note' }, 3] };
  expect(bods.sniff(inputOf(JSON.stringify(value)))).toBeGreaterThan(0.9);
  const { read, log } = readWith(bods, value);
  expect(read).toEqual({ nodes: 2, edges: 0 });
  expect(log.issues().map(({ where, params }) => [where, params['reason']])).toEqual([
    ['statements[2]', 'its type is “note”'],
    ['statements[3]', 'it has no type of record'],
  ]);
});
