import { describe, expect, it } from 'vitest';
import type { Claim, RelationId } from '../model/records.ts';
import { standingOf } from '../model/standing.ts';
import { explainStanding } from './explainStanding.ts';
import { claimsInView, sayRelationStanding, sayRelationWithStanding, sayStanding } from './sayStanding.ts';
import { claimOf, datasetOf, getRelation } from './wordsFixture.ts';

const ann = { kind: 'named', entity: 'ann' };
const journal = { kind: 'named', entity: 'wsj' };
const unnamed = { kind: 'unnamed', label: 'unnamed sources' };
const alleged = claimOf({ id: 'c1', modality: 'alleged', attribution: [unnamed, journal] });
const denial = claimOf({ id: 'c2', stance: 'denies', modality: 'reported', attribution: [ann] });
const rumour = claimOf({ id: 'c3', modality: 'rumoured', attribution: [{ kind: 'unstated' }] });
const ownWord = claimOf({ id: 'c4', modality: 'reported', attribution: [ann] });
const question = claimOf({
  id: 'c5',
  stance: 'questions',
  modality: 'reported',
  attribution: [{ kind: 'named', label: 'Cy' }],
});
const plan = claimOf({ id: 'c6', modality: 'hypothetical', attribution: [ann], condition: 'if elected' });

function say(...claims: Claim[]): string {
  const dataset = datasetOf(claims);
  return sayRelationStanding(dataset, getRelation(dataset));
}

function explain(...claims: Claim[]): string {
  const dataset = datasetOf(claims);
  return explainStanding(dataset, standingOf(dataset, 'r' as RelationId), claimsInView(dataset, getRelation(dataset)));
}

describe('sayStanding', () => {
  it.each([
    [[alleged], 'alleged · 1 origin: The Journal'],
    [[rumour, denial], 'rumoured, denied by Ann Lee · origin unknown'],
    [[ownWord], 'reported, own word of Ann Lee'],
    [[ownWord, alleged], 'reported · 1 origin: The Journal'],
    [[alleged, rumour], 'alleged · 1 origin: The Journal; another unknown'],
    [[claimOf()], 'stated · 1 origin: Daily'],
    [[plan], 'hypothetical, own word of Ann Lee'],
    [[question], 'questioned by Cy'],
    [[denial], 'not asserted, denied by Ann Lee'],
    [[], 'unsourced'],
    [[claimOf(), { ...denial, modality: 'alleged' as const }], 'stated, denied by Ann Lee (alleged) · 1 origin: Daily'],
  ])('%#: %o', (claims, words) => {
    expect(say(...claims)).toBe(words);
  });

  it('does without the claims, naming no party', () => {
    const dataset = datasetOf([ownWord]);
    expect(sayStanding(dataset, standingOf(dataset, 'r' as RelationId))).toBe('reported, own word of those concerned');
  });

  it('stands beside the relation’s sentence', () => {
    const dataset = datasetOf([rumour, denial]);
    expect(sayRelationWithStanding(dataset, getRelation(dataset))).toBe(
      'Ann Lee has ties with Bob Ray (rumoured, denied by Ann Lee · origin unknown)',
    );
  });
});

describe('explainStanding', () => {
  it.each([
    [[alleged], 'Alleged by unnamed sources, as relayed by The Journal. 1 independent origin: The Journal.'],
    [[rumour, denial], 'Rumoured by someone not stated. Origin unknown. Denied by Ann Lee.'],
    [[ownWord], 'Reported of Ann Lee. Own word only: no independent origin.'],
    [[denial], 'Nobody asserts it in the sources read. Denied by Ann Lee.'],
    [[], 'Unsourced: the data names no claim for it, so nobody can be asked.'],
  ])('%#: %o', (claims, words) => {
    expect(explain(...claims)).toBe(words);
  });

  it('begins with the firmest assertion', () => {
    expect(explain(rumour, claimOf())).toMatch(
      /^Stated by the source in its own voice; rumoured by someone not stated\./,
    );
  });
});
