import { describe, expect, it } from 'vitest';
import { sayAttribution } from './sayAttribution.ts';
import { sayClaim, sayTimes } from './sayClaim.ts';
import { claimOf, datasetOf } from './wordsFixture.ts';

const dataset = datasetOf();
const unnamed = { kind: 'unnamed', label: 'Unnamed sources' };
const ann = { kind: 'named', entity: 'ann' };
const journal = { kind: 'named', entity: 'wsj' };
const unstated = { kind: 'unstated', label: 'not stated' };

describe('sayClaim', () => {
  it.each([
    [{}, 'The source states it in its own voice.'],
    [
      { modality: 'alleged', attribution: [unnamed, journal] },
      'Unnamed sources, as relayed by The Journal, allege it.',
    ],
    [{ modality: 'reported', attribution: [journal] }, 'The Journal is reported as saying so.'],
    [{ modality: 'rumoured', attribution: [unstated] }, 'It is rumoured; who says so is not stated.'],
    [
      { modality: 'alleged', attribution: [{ kind: 'unnamed', label: 'an official' }] },
      'An official (not named) alleges it.',
    ],
    [
      { modality: 'alleged', attribution: [{ kind: 'unnamed', label: 'people familiar with Acme' }] },
      'People familiar with Acme (not named) allege it.',
    ],
    [
      { modality: 'hypothetical', attribution: [ann], condition: 'if elected' },
      'Ann Lee puts it as hypothetical, on the condition “if elected”.',
    ],
    [
      { modality: 'hypothetical', attribution: [], condition: 'none given' },
      'The source puts it as hypothetical in its own voice, with no condition given.',
    ],
    [{ stance: 'denies', modality: 'reported', attribution: [ann] }, 'Ann Lee denies it.'],
    [{ stance: 'denies', modality: 'rumoured', attribution: [ann] }, 'Ann Lee is rumoured to deny it.'],
    [{ stance: 'limits', modality: 'reported', attribution: [ann] }, 'Ann Lee limits it, saying less than this.'],
    [
      { stance: 'no-comment', modality: 'reported', attribution: [ann], response: 'unknown' },
      'Ann Lee is silent: no response is recorded.',
    ],
    [
      { stance: 'no-comment', modality: 'reported', attribution: [ann], response: 'declined' },
      'Ann Lee declined to comment.',
    ],
    [
      {
        modality: 'reported',
        attribution: [{ ...ann, on: '2022-10' }],
        audience: { label: 'aides' },
        medium: { entity: 'acme' },
      },
      'Ann Lee (in October 2022) is reported as saying so. Said to aides, through Acme.',
    ],
    [
      {
        modality: 'reported',
        attribution: [journal],
        retracted: { date: '2025-03-03', by: 'The Journal', note: 'wrong' },
      },
      'The Journal is reported as saying so. Retracted on 3 March 2025 by The Journal: wrong.',
    ],
  ])('says %o as "%s"', (fields, sentence) => {
    expect(sayClaim(dataset, claimOf(fields))).toBe(sentence);
  });
});

describe('sayAttribution', () => {
  it('ends with the source', () => {
    const chain = sayAttribution(dataset, claimOf({ modality: 'alleged', attribution: [unnamed, journal] }));
    expect(chain).toEqual([
      { text: 'Unnamed sources', entity: null, kind: 'unnamed' },
      { text: 'The Journal', entity: 'wsj', kind: 'named' },
      { text: 'The digest', entity: null, kind: 'source' },
    ]);
    expect(sayAttribution(dataset, claimOf())).toEqual([
      { text: 'The digest, in its own voice', entity: null, kind: 'source' },
    ]);
  });
});

describe('sayTimes', () => {
  it('takes the source’s date where the record has no earlier public one', () => {
    expect(sayTimes(dataset, claimOf({ said: '2022-10', public: '2022-10-11' }), true)).toEqual({
      valid: 'undated, past',
      said: 'said in October 2022',
      public: 'public since 11 October 2022',
    });
    expect(sayTimes(dataset, claimOf({ public: '2025', valid: '2022/..' }), false)).toEqual({
      valid: 'from 2022 onwards',
      said: 'when it was said is not stated',
      public: 'public since 25 October 2024',
    });
  });
});
