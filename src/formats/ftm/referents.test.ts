import { expect, it } from 'vitest';
import { entityOf, linesOf, openFtm, relationOf } from './ftmFixture.ts';

const pays = { id: 'e', schema: 'Payment', properties: { payer: ['old'], beneficiary: ['party'] } };
const firm = {
  id: 'new',
  schema: 'Company',
  properties: { name: ['Firm'], addressEntity: ['a0'] },
  referents: ['old'],
};
const address = { id: 'a', schema: 'Address', properties: { street: ['Ring 1'], city: ['Bonn'], country: ['de'] } };
const party = { id: 'party', schema: 'Organization', properties: { name: ['Party'] } };

it('an id from before a merger leads to the one who has it', () => {
  const { file, issues } = openFtm(linesOf(firm, { ...address, referents: ['a0', 'party'] }, party, pays));
  expect(relationOf(file, 'e')).toMatchObject({ from: 'new', to: 'party' });
  expect(entityOf(file, 'new').properties).toEqual({ addressEntity: ['a'] });
  expect(file.entities).toHaveLength(3);
  expect(issues.find(({ code }) => code === 'referent-followed')?.params).toEqual({ count: 2 });
});

it('what has no name is called by its parts', () => {
  const person = { id: 'p', schema: 'Person', properties: { lastName: ['Roe'], firstName: ['Ann', 'Anna'] } };
  const sender = { id: 's', schema: 'LegalEntity', properties: { email: ['s@mail.example'] } };
  const { file } = openFtm(linesOf(address, person, sender));
  expect(file.entities.map(({ name }) => name)).toEqual(['Ring 1, Bonn, DE', 'Ann Roe', 's@mail.example']);
});

it('a record given again with nothing new is told as that', () => {
  const { issues } = openFtm(linesOf(party, party, { ...party, properties: { name: ['The Party'] } }));
  const told = issues.filter(({ code }) => code.startsWith('records-'));
  expect(told.map(({ code, where }) => [code, where])).toEqual([
    ['records-merged', 'line 3'],
    ['records-repeated', 'line 2'],
  ]);
});
