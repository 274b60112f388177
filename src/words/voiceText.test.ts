import { describe, expect, test } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import type { Claim } from '../model/records.ts';
import { restsOn } from '../model/restsOn.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import type { VoiceKey } from '../model/voices.ts';
import { sayAfter, sayNothingSaid, sayUndisputed, sayVoiceQuestion, sayWithout } from './voiceText.ts';

const key = (text: string): VoiceKey => text as VoiceKey;
let serial = 0;
const by = (id: string, more: Partial<Record<keyof Claim, unknown>> = {}): Claim =>
  sampleClaim(`c${(serial += 1)}`, { modality: 'reported', attribution: [named(id)], ...more });

function open(...lists: readonly (readonly Claim[])[]) {
  const plain = ['a', 'b', 'v', 'w'].map((id) => sampleEntity(id, { name: id.toUpperCase() }));
  const dataset = buildDataset(
    sampleFile(
      plain,
      lists.map((claims, i) => sampleRelation(`r${i}`, 'a', 'b', claims)),
    ),
  );
  return { dataset, rests: restsOn(dataset, key('id v'), { asOf: null }) };
}

function without(...lists: readonly (readonly Claim[])[]): string {
  const { dataset, rests } = open(...lists);
  return sayWithout(dataset, key('id v'), rests.supported);
}

function undisputed(...lists: readonly (readonly Claim[])[]): string {
  const { dataset, rests } = open(...lists);
  return sayUndisputed(dataset, key('id v'), rests.disputed);
}

const denial = (id: string): Claim => by(id, { stance: 'denies' });

describe('what rests on a voice, in a sentence', () => {
  test('tells how much would lose its support', () => {
    expect(without([by('v')], [by('v'), by('w')], [by('v'), by('w')])).toBe(
      'Without V, 1 of these 3 relations would have no support left.',
    );
    expect(without([by('v')], [by('v')])).toBe('Without V, none of these 2 relations would have any support left.');
    expect(without([by('v')])).toBe('Without V, this relation would have no support left.');
    expect(without([by('v'), by('w')])).toBe('Without V, this relation would still be asserted.');
    expect(without([by('v'), by('w')], [by('v'), by('w')])).toBe(
      'Without V, all these 2 relations would still be asserted.',
    );
    expect(without([by('w')])).toBe('');
  });

  test('does not call support what is only hypothetical', () => {
    expect(without([by('v', { modality: 'hypothetical' })])).toBe(
      'Without V, this relation would be asserted by nobody.',
    );
  });

  test('names events and statements beside relations', () => {
    const entities = [
      sampleEntity('a'),
      sampleEntity('e', { kind: 'Event', claims: [by('v')] }),
      sampleEntity('f', { claims: [by('v')] }),
      sampleEntity('v', { name: 'V' }),
    ];
    const dataset = buildDataset(sampleFile(entities, [sampleRelation('r', 'a', 'e', [], { type: 'asked' })]));
    const { supported } = restsOn(dataset, key('id v'), { asOf: null });
    expect(sayWithout(dataset, key('id v'), supported)).toBe(
      'Without V, none of these 2 events and statements would have any support left.',
    );
  });

  test('tells which disputes would go', () => {
    expect(undisputed([by('w'), denial('v')])).toBe('Without V, this relation would no longer be disputed.');
    expect(undisputed([by('w'), denial('v')], [denial('v'), denial('w')])).toBe(
      'Without V, 1 of these 2 relations would no longer be disputed.',
    );
    expect(undisputed([denial('v')], [denial('v')])).toBe(
      'Without V, none of these 2 relations would still be disputed.',
    );
    expect(undisputed([denial('v'), denial('w')])).toBe('');
  });

  test('tells what a relation would be, or nothing where that is what it is', () => {
    const alone = open(
      [by('v')],
      [by('v', { modality: 'stated' }), by('w', { modality: 'rumoured' })],
      [denial('v'), by('w')],
    );
    const said = [...alone.rests.supported, ...alone.rests.disputed].map(({ before, after }) =>
      sayAfter(alone.dataset, before, after, []),
    );
    expect(said).toEqual(['nothing is left that says so', 'rumoured · 1 origin: W', 'reported · 1 origin: W']);
    const [same] = open([by('v'), by('w'), by('a')]).rests.supported;
    expect(same && sayAfter(alone.dataset, same.before, same.before, [])).toBeNull();
  });

  test('asks by name, and says when nothing comes through it', () => {
    const { dataset } = open([by('v')]);
    expect(sayVoiceQuestion(dataset, key('id v'))).toBe('What rests on V?');
    expect(sayNothingSaid(dataset, key('id w'), null)).toBe('No claim comes through W.');
    expect(sayNothingSaid(dataset, key('id w'), 0)).toBe('No claim that was public by 1 January 1970 comes through W.');
  });
});
