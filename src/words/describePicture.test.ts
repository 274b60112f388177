import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePicture } from './describePicture.ts';

const known = { sentence: 'Ann leads Acme', standing: 'stated · 1 origin: Daily', dispute: null };
const disputed = { sentence: 'Ann knows Bob', standing: 'rumoured, denied by Ann', dispute: 'denied by Ann' };

describe('describePicture', () => {
  it('describes a scene shortly and at length', () => {
    const text = describePicture({ title: 'Who knows whom', entities: ['Ann', 'Bob'], relations: [known, disputed] });
    expect(text).toEqual({
      short: 'Who knows whom. A graph of 2 entities and 2 relations. Disputed: Ann knows Bob: denied by Ann.',
      long: 'Who knows whom. A graph of 2 entities and 2 relations. It shows Ann and Bob. Ann leads Acme: stated · 1 origin: Daily. Ann knows Bob: rumoured, denied by Ann.',
    });
  });

  it('counts relations alone, and tells what is said of an Event beside them', () => {
    const event = { sentence: 'Summit (event)', standing: 'alleged', dispute: 'denied by Ann', isOfEvent: true };
    const { short, long } = describePicture({ title: 'Who', entities: ['Ann', 'Summit'], relations: [known, event] });
    expect(short).toBe('Who. A graph of 2 entities and 1 relation. Disputed: Summit (event): denied by Ann.');
    expect(long).toContain('Summit (event): alleged, denied by Ann.');
  });

  it('ends with what was written into the picture, as sentences', () => {
    const callouts = ['Callout at Ann: “Since when?”', 'Callout at the line of Bob: “No answer”'];
    const { short, long } = describePicture({ title: 'Who', entities: ['Ann'], relations: [], callouts });
    expect(long).toBe(
      'Who. A graph of 1 entity and no relations. It shows Ann. Callout at Ann: “Since when?” Callout at the line of Bob: “No answer”.',
    );
    expect(short).not.toContain('Callout');
  });

  it('says of many disputes in short how many more there are', () => {
    const relations = Array.from({ length: 11 }, (_, i) => ({ ...disputed, sentence: `Ann knows B${i}` }));
    const { short, long } = describePicture({ title: 'T', entities: [], relations });
    expect(short).toContain('Ann knows B7: denied by Ann; and 3 more relations, named in the description.');
    expect(short).not.toContain('B8');
    expect(long).toContain('Ann knows B10: rumoured, denied by Ann.');
  });

  it('holds every denial in both texts, even where the standing leaves it out', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const relation = fc.record({
      sentence: word,
      standing: word,
      dispute: fc.option(word.map((who) => `denied by ${who}`)),
    });
    fc.assert(
      fc.property(fc.string(), fc.array(word), fc.array(relation, { maxLength: 8 }), (title, entities, relations) => {
        const { short, long } = describePicture({ title, entities, relations });
        for (const { dispute } of relations) {
          if (dispute === null) continue;
          expect(short).toContain(dispute);
          expect(long).toContain(dispute);
        }
      }),
    );
  });
});
