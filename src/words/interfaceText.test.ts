import { describe, expect, it } from 'vitest';
import { GROUPS, KINDS, MODALITIES, RESPONSES, SOURCE_KINDS, type Source, STANCES } from '../model/records.ts';
import { CHECK_EXPLANATIONS, checkText } from './checkText.ts';
import { exportingText } from './exportingText.ts';
import { exportText, pictureText } from './exportText.ts';
import { errorText, graphText, headerText, searchText, tabText, themeText } from './frameText.ts';
import * as glossary from './glossary.ts';
import {
  sayGroup,
  sayGroupHeading,
  sayKind,
  sayKinds,
  sayModality,
  sayResponse,
  saySourceKind,
  sayStance,
  sayStandingWord,
  sayStepKind,
} from './names.ts';
import { detailsText, entityText, relationText, sourceText } from './panelText.ts';
import { plainText } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';
import { sayLocators, saySource } from './saySource.ts';
import { sayFocusNames, spoken } from './spoken.ts';
import { helpText, legendText, tableText } from './tableText.ts';

const text = {
  header: headerText,
  graph: graphText,
  search: searchText,
  tabs: tabText,
  theme: themeText,
  errors: errorText,
  details: detailsText,
  entity: entityText,
  relation: relationText,
  source: sourceText,
  table: tableText,
  legend: legendText,
  help: helpText,
  export: exportText,
  exporting: exportingText,
  check: { ...checkText, lists: CHECK_EXPLANATIONS },
  picture: pictureText,
} as const;

/** "3" reads as a name and as a count; functions that take a record are tested by name below. */
const TAKES_RECORD = new Set<unknown>([text.search.nothing, spoken.entity, spoken.opened, spoken.theme]);

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return TAKES_RECORD.has(value) ? [] : [value('3', '3', '3')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : [];
}

describe('interface text', () => {
  it('gives the names that the page promises', () => {
    expect([text.graph.main, text.search.name, text.details.name]).toEqual(['Graph', 'Search', 'Details']);
    expect([text.tabs.graph, text.tabs.table, text.tabs.sources]).toEqual(['Graph', 'Table', 'Sources']);
    expect([text.export.button, text.legend.button]).toEqual(['Export', 'Legend']);
  });

  it('says what was searched when nothing is found', () => {
    expect(text.search.nothing('zzz', { entities: 20, relations: 1, sources: 1200 })).toBe(
      'Nothing found for “zzz” in 20 entities, 1 relation and 1,200 sources.',
    );
  });

  it('uses no pronoun of a gender, no word of the machine room and no straight apostrophe', () => {
    for (const line of allTexts([text, glossary, spoken])) {
      expect(line).toMatch(/\S/);
      expect(line).not.toMatch(/undefined|NaN/);
      expect(line).not.toMatch(/\b(he|she|his|her|hers|him|node|edge|vertex|modality|stance|attribution)\b/i);
      expect(line).not.toMatch(/\w'\w/);
    }
  });

  it('says that a digest is the maker’s own wording', () => {
    expect(text.source.passagesNote.digest).toContain('own wording');
  });
});

describe('names', () => {
  it('tells headings of one group apart by direction, kinds and standings by word', () => {
    for (const group of GROUPS.filter((one) => one !== 'family' && one !== 'other')) {
      expect(new Set((['out', 'in', 'both'] as const).map((way) => sayGroupHeading(group, way))).size).toBe(3);
    }
    expect(new Set(KINDS.flatMap((kind) => [sayKind(kind), sayKinds(kind)])).size).toBe(2 * KINDS.length);
    expect(Object.keys(glossary.STANCE_EXPLANATIONS)).toEqual([...STANCES]);
    expect(sayStandingWord('unsourced')).toBe('unsourced');
    const words = [
      ...STANCES.map(sayStance),
      ...MODALITIES.map(sayModality),
      ...SOURCE_KINDS.map(saySourceKind),
      ...RESPONSES.map(sayResponse),
      ...(['named', 'unnamed', 'unstated', 'source'] as const).map(sayStepKind),
    ];
    expect(new Set(words).size).toBe(words.length);
    expect(new Set(GROUPS.map(sayGroup)).size).toBe(GROUPS.length);
  });
});

describe('counting, lists and places', () => {
  it('counts with plural', () => {
    expect([0, 1, 5, 12_345].map((n) => sayCount(n, 'result'))).toEqual([
      'no results',
      '1 result',
      '5 results',
      '12,345 results',
    ]);
    expect([sayNumber(999), sayNumber(1_000_000)]).toEqual(['999', '1,000,000']);
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(sayList)).toEqual(['', 'A', 'A and B', 'A, B and C']);
  });

  it('takes from data what could turn or break the words around it, and keeps all letters', () => {
    expect(plainText(' a\u202eb\u2066\nc\u0000习近平 عرب ')).toBe('ab c 习近平 عرب');
  });

  it('names sources and places, and what our copy does not state', () => {
    const source = {
      label: 'Digest',
      kind: 'article',
      title: null,
      publisher: null,
      authors: [],
      published: '2024-10-25',
      url: null,
    };
    expect(saySource(source as unknown as Source)).toBe(
      'Digest (article, 25 October 2024; publisher and title not stated in our copy)',
    );
    expect(saySource({ ...source, title: 'Calls', publisher: 'Daily' } as unknown as Source)).toBe(
      'Daily, “Calls” (article, 25 October 2024)',
    );
    expect(sayLocators([{ paragraph: 3, sentence: 2, quote: 'once' }, {}])).toBe(
      'paragraph 3, sentence 2, “once”; place not given',
    );
  });
});

describe('spoken', () => {
  it('says what was selected, opened and found', () => {
    const musk = { name: 'Elon Musk', kind: 'person', relations: 14, disputed: 2 };
    expect(spoken.entity(musk)).toBe('Elon Musk, person, 14 relations, 2 disputed');
    expect(spoken.entity({ ...musk, relations: 1, disputed: 0 })).toBe('Elon Musk, person, 1 relation');
    expect([spoken.results(5), spoken.results(0)]).toEqual(['5 results', 'No results']);
    expect(spoken.opened({ title: 'T', entities: 2000, relations: 1, shown: 500 })).toBe(
      'Opened T: 2,000 entities, 1 relation. 500 of them are shown.',
    );
    expect(spoken.theme('dark')).toBe('Dark colours');
    expect(spoken.focused('Ann', 1, 4)).toBe('Only Ann and what is within 1 step: 4 entities shown');
    expect(spoken.focused(sayFocusNames(['Ann', 'Ben']), 0, 2)).toBe('Only Ann and Ben: 2 entities shown');
  });
});
