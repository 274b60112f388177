import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { someDataset, someDay } from '../model/chooseFixture.ts';
import type { Dataset } from '../model/dataset.ts';
import { parseDataset } from '../model/parseDataset.ts';
import type { EntityId, Source } from '../model/records.ts';
import { claimsOf, isKnown, isPublic, standingOf } from '../model/standing.ts';
import { HOME, NO_FILTERS } from '../model/view.ts';
import { buildDossier, type Dossier } from './dossier.ts';
import { writeDossierMarkdown } from './dossierMarkdown.ts';
import { escapeMarkdown, markdownAddress } from './escapeMarkdown.ts';
import { plainText } from './plainText.ts';
import { writeSourcesMarkdown } from './sourceMarkdown.ts';

const story = buildDataset(parseDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8'))).file);
const whole = (dataset: Dataset) => ({
  entities: [...dataset.entities.keys()],
  relations: [...dataset.relations.keys()],
});
const only = (id: string) => ({ entities: [id] as string[] as EntityId[], relations: [] });
const relationsIn = (dossier: Dossier) =>
  dossier.sections.flatMap(({ groups }) => groups.flatMap(({ relations }) => relations));
const refsIn = (dossier: Dossier): number[] => [
  ...dossier.sections.flatMap(({ facts }) => facts.flatMap(({ notes }) => notes)),
  ...relationsIn(dossier).flatMap(({ standing, lines }) => [standing, ...lines].flatMap(({ notes }) => notes)),
];

describe('a dossier', () => {
  it('tells every known relation once, and its numbers and notes are a bijection', () => {
    fc.assert(
      fc.property(someDataset, someDay, (dataset, asOf) => {
        const dossier = buildDossier(dataset, whole(dataset), { ...HOME, asOf });
        const known = [...dataset.relations.values()].filter((relation) => isKnown(dataset, relation, asOf));
        expect(
          relationsIn(dossier)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(known.map(({ id }) => id).toSorted());
        expect([...new Set(refsIn(dossier))].toSorted((a, b) => a - b)).toEqual(
          dossier.notes.map(({ number }) => number),
        );
        const open = [...dataset.claims.values()].filter(({ claim }) => isPublic(dataset, claim, asOf));
        expect(dossier.notes).toHaveLength(open.length);
        expect(new Set(dossier.notes.map(({ source }) => source))).toEqual(
          new Set(dossier.sources.map(({ number }) => number)),
        );
      }),
    );
  });

  it('shows every denial at its relation, at the head, and in the note', () => {
    fc.assert(
      fc.property(someDataset, someDay, (dataset, asOf) => {
        const dossier = buildDossier(dataset, whole(dataset), { ...HOME, asOf });
        for (const { id, anchor, lines } of relationsIn(dossier)) {
          const { disputed } = standingOf(dataset, id, asOf);
          const marked = lines.filter(({ dispute }) => dispute);
          expect(marked.length).toBe(disputed ? 1 : 0);
          expect(dossier.disputes.some((each) => each.anchor === anchor)).toBe(disputed);
          const own = claimsOf(dataset, dataset.relations.get(id) as never).filter(
            (claim) => isPublic(dataset, claim, asOf) && (claim.stance === 'denies' || claim.stance === 'limits'),
          );
          expect(marked.flatMap(({ notes }) => notes)).toHaveLength(own.length);
          for (const number of marked.flatMap(({ notes }) => notes))
            expect(dossier.notes[number - 1]?.dispute).toBe(true);
        }
      }),
    );
  });

  it('of one entity holds all its relations that are let through, and names the others', () => {
    const dossier = buildDossier(story, only('trump'), HOME);
    expect(dossier.title).toBe('Donald Trump');
    expect(dossier.sections).toHaveLength(1);
    expect(relationsIn(dossier)).toHaveLength(story.relationsOf.get('trump' as EntityId)?.length ?? 0);
    expect(dossier.disputes).toEqual([
      {
        text: 'Donald Trump has ties with Vladimir Putin',
        standing: 'rumoured · origin unknown',
        dispute: 'denied by Donald Trump',
        anchor: 'relation-2',
      },
    ]);
    expect(dossier.named.map(({ name }) => name)).toEqual([
      'Vladimir Putin',
      'Elon Musk',
      'Influence on future federal contracts',
    ]);
    expect(dossier.named[2]?.what).toContain('event, hypothetical · 1 origin');
    expect(dossier.standfirst).toBe(null);
  });

  it('counts what filters keep from it, disputes among it', () => {
    const filters = { ...NO_FILTERS, dispute: 'undisputed' as const };
    const dossier = buildDossier(story, only('trump'), { ...HOME, filters }, 'Mr T.');
    expect(dossier.title).toBe('Mr T.');
    expect(dossier.sections[0]?.gaps).toEqual(['1 more relation is not told here: it is disputed']);
    expect(dossier.scope[0]).toBe('Filters: only what nobody denies or limits.');
  });

  it('names the public clock at its head and leaves out what was not public by then', () => {
    const dossier = buildDossier(story, whole(story), { ...HOME, asOf: 19_297 });
    expect(dossier.clocks).toBe('As published by 1 November 2022');
    expect(dossier.standfirst).toBe(null);
    expect(dossier.notes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(dossier.sections.find(({ id }) => id === 'xi')?.gaps).toEqual([
      'Nothing is said about it here.',
      '2 more relations are not told here',
    ]);
  });
});

/** What a reader of Markdown sees of text without markup. */
const shown = (markdown: string): string => markdown.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');

describe('Markdown', () => {
  it('gives back every text, and lets none begin markup', () => {
    const some = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          '*',
          '_',
          '[',
          ']',
          '(',
          '<',
          '#',
          '-',
          '1',
          '.',
          '\\',
          '|',
          '`',
          '&',
          '^',
          ' ',
          'a',
          '\n',
        ),
      }),
    );
    fc.assert(
      fc.property(some, (text) => {
        const escaped = escapeMarkdown(text);
        expect(shown(escaped)).toBe(plainText(text));
        expect(escaped.replaceAll(/\\./g, 'x')).not.toMatch(/[`*_[\]<>|~^&]|^\s*([#+=:-]|\d+[.)])/);
      }),
    );
    expect(escapeMarkdown('1. *a* [b](c) <i>\n# d')).toBe('1\\. \\*a\\* \\[b\\](c) \\<i\\> # d');
    expect(markdownAddress('https://a.example/<b> c')).toBe('<https://a.example/%3Cb%3E%20c>');
  });

  it('writes footnotes for all numbers and nothing else, denials with their sign', () => {
    const text = writeDossierMarkdown(buildDossier(story, whole(story), HOME));
    const [body = '', notes = ''] = text.split('## Who says so, claim by claim');
    const used = new Set([...body.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number)));
    const given = [...notes.matchAll(/^\[\^(\d+)\]: /gm)].map(([, number]) => Number(number));
    expect([...used].toSorted((a, b) => a - b)).toEqual(given);
    expect(body).toContain(
      '- Elon Musk sold Starlink terminals to Russia, undated, past\n  - **Alleged · origin unknown**[^8]\n  - **≠\u00a0Denied by Elon Musk**[^9]\n',
    );
    expect(body).toContain(
      'Elon Musk sold Starlink terminals to Russia: alleged · origin unknown, **≠\u00a0denied by Elon Musk**',
    );
    expect(notes).toContain('[^9]: ≠\u00a0Musk firmly rejects');
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it('lists sources with what our copy does not state, and safe addresses alone', () => {
    const source = {
      id: 's',
      label: 'A *post*',
      kind: 'post',
      title: null,
      publisher: 'X',
      authors: ['Jo'],
      published: '2024',
      url: 'https://x.example/1',
      archivedUrl: 'javascript:1',
    };
    expect(writeSourcesMarkdown([source as unknown as Source])).toBe(
      '# Where it was read\n\n1. X, A \\*post\\* (post, 2024; title not stated in our copy). Authors: Jo. Address: <https://x.example/1>.\n',
    );
  });
});
