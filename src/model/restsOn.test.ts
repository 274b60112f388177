import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from './buildDataset.ts';
import type { Dataset } from './dataset.ts';
import { findVoices } from './findVoices.ts';
import type { Claim, Relation } from './records.ts';
import { MODALITIES, STANCES, type Step } from './records.ts';
import { restsOn } from './restsOn.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from './sampleFixture.ts';
import { isPublic, standingOf } from './standing.ts';
import { isThrough, type VoiceKey } from './voices.ts';

let serial = 0;
const claim = (more: Partial<Record<keyof Claim, unknown>> = {}): Claim => sampleClaim(`c${(serial += 1)}`, more);
const by = (...ids: string[]): Partial<Record<keyof Claim, unknown>> => ({
  modality: 'reported',
  attribution: ids.map((id) => named(id)),
});
const key = (text: string): VoiceKey => text as VoiceKey;

const EVENT = sampleEntity('e', { kind: 'Event', claims: [sampleClaim('ce', { ...by('v'), modality: 'alleged' })] });
const FACTS = sampleEntity('f', { claims: [sampleClaim('cf', by('v'))] });

function datasetOf(relations: readonly Relation[]): Dataset {
  const plain = ['a', 'b', 'v', 'w', 'x'].map((id) => sampleEntity(id));
  return buildDataset(sampleFile([...plain, EVENT, FACTS], relations));
}

const view = { asOf: null };
const effectsOf = (dataset: Dataset, voice: string, asOf: number | null = null): Record<string, string[]> => {
  const { supported, disputed, asked } = restsOn(dataset, key(voice), { asOf });
  const found: Record<string, string[]> = {};
  for (const { effect, relations, entity } of [...supported, ...disputed, ...asked]) {
    (found[effect] ??= []).push([...(entity ? [`(${entity})`] : []), ...relations].join(' '));
  }
  return found;
};

describe('what rests on a voice', () => {
  test('is parted by what would be left without it', () => {
    const dataset = datasetOf([
      sampleRelation('alone', 'a', 'b', [claim(by('v'))]),
      sampleRelation('relayed', 'a', 'b', [claim(by('x', 'v'))]),
      sampleRelation('one-left', 'a', 'b', [claim(by('v')), claim(by('w'))]),
      sampleRelation('own-word-left', 'a', 'b', [claim(by('v')), claim(by('a'))]),
      sampleRelation('weaker', 'a', 'b', [
        claim(by('v')),
        ...['w', 'x'].map((id) => claim({ ...by(id), modality: 'rumoured' })),
      ]),
      sampleRelation('same', 'a', 'b', [claim(by('v')), claim(by('w')), claim(by('x'))]),
      sampleRelation('only-hypothetical-left', 'a', 'b', [claim(by('v')), claim({ modality: 'hypothetical' })]),
      sampleRelation('asked', 'a', 'b', [claim(by('w')), claim({ ...by('v'), stance: 'questions' })]),
      sampleRelation('elsewhere', 'a', 'b', [claim(by('w'))]),
    ]);
    expect(effectsOf(dataset, 'id v')).toEqual({
      falls: ['(e)', '(f)', 'alone', 'relayed', 'only-hypothetical-left'],
      singles: ['one-left', 'own-word-left'],
      weakens: ['weaker'],
      says: ['same'],
      asks: ['asked'],
    });
  });

  test('keeps denials apart, and says which disputes would vanish', () => {
    const denies = (id: string): Claim => claim({ ...by(id), stance: 'denies' });
    const dataset = datasetOf([
      sampleRelation('only-denial', 'a', 'b', [claim(by('w')), denies('v')]),
      sampleRelation('one-of-two', 'a', 'b', [claim(by('w')), denies('v'), denies('x')]),
      sampleRelation('both', 'a', 'b', [claim(by('v')), claim({ ...by('v'), stance: 'limits' })]),
    ]);
    const { supported, disputed } = restsOn(dataset, key('id v'), view);
    expect(supported.flatMap(({ relations }) => relations)).toEqual(['both']);
    expect(disputed.map(({ effect, relations }) => [effect, ...relations])).toEqual([
      ['undisputes', 'only-denial'],
      ['undisputes', 'both'],
      ['denies', 'one-of-two'],
    ]);
    expect(disputed[0]).toMatchObject({ before: { disputed: true }, after: { disputed: false, word: 'reported' } });
  });

  test('counts one claim about an Event once, with all roles that have no claim of their own', () => {
    const role = (id: string, from: string, claims: readonly Claim[]): Relation =>
      sampleRelation(id, from, 'e', claims, { type: 'asked' });
    const dataset = datasetOf([role('r1', 'a', []), role('r2', 'b', []), role('r3', 'x', [claim(by('w'))])]);
    const { supported } = restsOn(dataset, key('id v'), view);
    expect(supported.map(({ effect, entity, relations }) => [effect, entity, ...relations])).toEqual([
      ['falls', 'e', 'r1', 'r2'],
      ['falls', 'f'],
      ['singles', null, 'r3'],
    ]);
  });

  test('goes by the public clock and leaves retracted claims out', () => {
    const dataset = datasetOf([
      sampleRelation('later', 'a', 'b', [claim({ ...by('v'), public: '2024-05-01' })]),
      sampleRelation('retracted', 'a', 'b', [claim({ ...by('v'), retracted: { date: '2024-05-02' } })]),
    ]);
    const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 864e5;
    expect(effectsOf(dataset, 'id v', day('2024-04-30'))).toEqual({});
    expect(effectsOf(dataset, 'id v', day('2024-05-01'))).toEqual({ falls: ['later'] });
    expect(effectsOf(dataset, 'id v').falls).toEqual(['(e)', '(f)', 'later']);
  });

  test('takes a source, or everyone who is not named, for one voice', () => {
    const unnamed: Step = { kind: 'unnamed', label: 'officials' };
    const dataset = datasetOf([
      sampleRelation('unnamed', 'a', 'b', [claim({ modality: 'reported', attribution: [unnamed, named('w')] })]),
      sampleRelation('unstated', 'a', 'b', [claim({ modality: 'rumoured', attribution: [{ kind: 'unstated' }] })]),
      sampleRelation('own', 'a', 'b', [claim()]),
    ]);
    expect(effectsOf(dataset, 'unnamed')).toEqual({ falls: ['unnamed', 'unstated'] });
    expect(effectsOf(dataset, 'un officials')).toEqual({ falls: ['unnamed'] });
    expect(effectsOf(dataset, 'source s1').falls).toHaveLength(5);
    expect(effectsOf(dataset, 'own s1')).toEqual({ falls: ['own'] });
    for (const stranger of ['id nobody', 'source nothing', '', 'id __proto__']) {
      expect(effectsOf(dataset, stranger)).toEqual({});
    }
  });

  test('agrees with taking the claims out by hand', () => {
    const speakers = ['a', 'v', 'w', 'x'];
    const anyClaim = fc.record({
      stance: fc.constantFrom(...STANCES),
      modality: fc.constantFrom(...MODALITIES),
      attribution: fc.subarray(speakers).map((ids) => ids.map((id) => named(id))),
    });
    fc.assert(
      fc.property(fc.array(fc.array(anyClaim, { maxLength: 4 }), { maxLength: 4 }), (lists) => {
        const claims = lists.map((list) => list.map((one) => claim(one)));
        const dataset = datasetOf(claims.map((list, i) => sampleRelation(`r${i}`, 'a', 'b', list)));
        const voice = key('id v');
        const without = datasetOf(
          claims.map((list, i) =>
            sampleRelation(
              `r${i}`,
              'a',
              'b',
              list.filter((one) => !isThrough(one, voice)),
            ),
          ),
        );
        const { supported, disputed, asked } = restsOn(dataset, voice, view);
        const all = [...supported, ...disputed, ...asked].filter(({ entity }) => entity === null);
        for (const { relations, before, after, effect } of all) {
          const [id] = relations;
          if (!id) throw new Error('no relation');
          expect(before).toEqual(standingOf(dataset, id));
          expect(after).toEqual(standingOf(without, id));
          if (effect === 'falls') expect(after.support).toBeNull();
          if (effect === 'undisputes') expect([before.disputed, after.disputed]).toEqual([true, false]);
          if (effect === 'says') expect(after.word).toBe(before.word);
        }
        const touched = [...dataset.relations.values()].filter(({ claims: own }) =>
          own.some((one) => isThrough(one, voice) && isPublic(dataset, one, null)),
        );
        expect(new Set(all.flatMap(({ relations }) => relations))).toEqual(new Set(touched.map(({ id }) => id)));
      }),
    );
  });
});

describe('voices to choose from', () => {
  test('are parted by what they do, those with the most claims first, under the public clock', () => {
    const unnamed: Step = { kind: 'unnamed', label: 'Officials ' };
    const dataset = datasetOf([
      sampleRelation('r1', 'a', 'b', [claim(by('w', 'x')), claim(by('w')), claim({ attribution: [unnamed] })]),
      sampleRelation('r2', 'a', 'b', [claim({ attribution: [{ kind: 'unstated' }], public: '2030' })]),
    ]);
    expect(findVoices(dataset, null)).toEqual({
      speakers: [
        { key: 'id v', claims: 2 },
        { key: 'id w', claims: 2 },
      ],
      relays: [{ key: 'id x', claims: 1 }],
      unnamed: [
        { key: 'unnamed', claims: 2 },
        { key: 'un officials', claims: 1 },
      ],
      sources: [{ key: 'source s1', claims: 6 }],
    });
    expect(findVoices(dataset, 0)).toEqual({ speakers: [], relays: [], unnamed: [], sources: [] });
    expect(findVoices(dataset, null).relays).toHaveLength(1);
  });
});
