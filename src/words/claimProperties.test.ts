import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, MODALITIES, type Modality, RESPONSES, type RelationId, STANCES } from '../model/records.ts';
import { standingOf } from '../model/standing.ts';
import { explainStanding } from './explainStanding.ts';
import { sayClaim, sayClaimBriefly } from './sayClaim.ts';
import { claimsInView, sayStanding } from './sayStanding.ts';
import { claimOf, datasetOf, getRelation } from './wordsFixture.ts';

const dataset = datasetOf();

const word = fc.stringMatching(/^[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9})?$/);
const step = fc.oneof(
  fc.record({ kind: fc.constant('named'), label: word }),
  fc.record({ kind: fc.constant('named'), entity: fc.constantFrom('ann', 'bob', 'wsj') }),
  fc.record({ kind: fc.constant('unnamed'), label: word }),
  fc.record({ kind: fc.constantFrom('unnamed', 'unstated') }),
  fc.record({ kind: fc.constant('unstated'), label: word, on: fc.constant('2024-10') }),
);

// Claims of every stance and modality with up to four speakers and all circumstances, rule-breaking ones included.
const anyClaim: fc.Arbitrary<Claim> = fc
  .record(
    {
      stance: fc.constantFrom(...STANCES),
      modality: fc.constantFrom(...MODALITIES),
      attribution: fc.array(step, { maxLength: 4 }),
      condition: word.map((what) => `if ${what}`),
      scope: word.map((what) => `the scope ${what}`),
      audience: fc.oneof(
        word.map((label) => ({ label })),
        fc.constant({ entity: 'acme' }),
      ),
      medium: word.map((label) => ({ label })),
      response: fc.constantFrom(...RESPONSES),
      inPassing: fc.boolean(),
      retracted: fc.constant({ date: '2025-03-03', by: 'Daily' }),
    },
    { requiredKeys: ['stance', 'modality', 'attribution'] },
  )
  .map(claimOf);

describe('sayClaim, for any claim', () => {
  it('names every speaker and every relay', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const sentence = sayClaimBriefly(dataset, claim);
        for (const { entity, label } of claim.attribution) {
          const name = (entity && dataset.entities.get(entity)?.name) ?? label;
          if (name) expect(sentence).toContain(name);
        }
        const silent = claim.attribution.slice(1).filter(({ entity, label }) => !entity && !label).length;
        expect(sentence.match(/someone (unnamed|not stated)/g)?.length ?? 0).toBeGreaterThanOrEqual(silent);
      }),
    );
  });

  it('is never firmer than its modality', () => {
    const words: Record<Modality, RegExp> = {
      stated: /./,
      reported: /report/,
      alleged: /alleg/,
      rumoured: /rumour/,
      hypothetical: /hypothetical/,
    };
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const sentence = sayClaimBriefly(dataset, claim);
        const attributive = claim.stance !== 'asserts' && claim.modality === 'reported' && claim.attribution.length > 0;
        if (!attributive) expect(sentence).toMatch(words[claim.modality]);
        if (claim.modality !== 'stated') expect(sentence).not.toMatch(/\bstates it|as stated\b|It is stated/);
      }),
    );
  });

  it('never lets a denial, limit, question or silence sound like an assertion', () => {
    const forms =
      /say(s|ing)? so[^ ]|says so |states it|alleges? it|reports it|as stated|puts? it as hypothetical|passe?s? it on|(gives|It is) (it )?(as )?(stated|reported|alleged|rumoured)[;,.]/;
    const marks = {
      denies: /den(y|ies|ied|ial)/,
      limits: /limit/,
      questions: /question/,
      'no-comment': /silen|comment|response|nothing/,
    };
    fc.assert(
      fc.property(anyClaim, (claim) => {
        if (claim.stance === 'asserts') return;
        const sentence = sayClaimBriefly(dataset, claim);
        expect(sentence).not.toMatch(forms);
        expect(sentence).toMatch(marks[claim.stance]);
      }),
    );
  });

  it('names audience, medium, scope, condition and retraction', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const sentence = sayClaim(dataset, claim);
        const { audience, medium, scope, condition, retracted } = claim;
        for (const part of [audience?.label, audience?.entity && 'Acme', medium?.label, scope, condition]) {
          if (part) expect(sentence).toContain(part);
        }
        if (retracted) expect(sentence).toContain('Retracted on 3 March 2025 by Daily.');
        expect(sentence).not.toMatch(/\b(his|her|hers|he|she|him)\b/);
      }),
    );
  });
});

describe('sayStanding and explainStanding, for any claims', () => {
  it('names all who deny or limit and never counts to 0', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 6 }), (drawn) => {
        const claims = drawn.map((claim, i) => ({ ...claim, id: `c${i}` }) as unknown as Claim);
        const disputed = datasetOf(claims);
        const standing = standingOf(disputed, 'r' as RelationId);
        const relation = getRelation(disputed);
        const inView = claimsInView(disputed, relation);
        for (const words of [sayStanding(disputed, standing, inView), explainStanding(disputed, standing, inView)]) {
          expect(words).not.toMatch(/\b(0|no) origins?/);
          for (const { label } of [...standing.deniedBy, ...standing.limitedBy]) expect(words).toContain(label);
          expect(/denied by/i.test(words)).toBe(standing.deniedBy.length > 0);
          expect(/limited(, to less than this,)? by/i.test(words)).toBe(standing.limitedBy.length > 0);
        }
      }),
    );
  });
});
