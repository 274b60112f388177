import { describe, expect, it } from 'vitest';
import bundled from '../../data/musk-putin-2024.json' with { type: 'json' };
import { buildDataset } from '../model/buildDataset.ts';
import { CHECKS, checkBeforePublishing } from '../model/checkSheet.ts';
import { dayNumber } from '../model/dates.ts';
import type { DatasetFile, RelationId } from '../model/records.ts';
import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../model/sampleFixture.ts';
import { CHECK_EXPLANATIONS, checkText, sayFinding, sayNone, sayUnanswered, writeCheckSheet } from './checkText.ts';
import { sayRelation } from './sayRelation.ts';

const story = buildDataset(bundled as unknown as DatasetFile);
const whole = { entities: [...story.entities.keys()], relations: [...story.relations.keys()] };
const sheet = checkBeforePublishing(story, whole, { asOf: null, olderThan: null });

describe('writeCheckSheet', () => {
  const text = writeCheckSheet(story, sheet, 'everything shown');

  it('heads with what was checked and how much is listed', () => {
    expect(text.split('\n').slice(0, 3)).toEqual([
      `Check before publishing: ${story.file.title}`,
      'Everything shown',
      `${sheet.flagged.length} of ${sheet.checked} things to look at again.`,
    ]);
  });

  it('has a line for everything in every list, with whoever denies it', () => {
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength([...sheet.lists.values()].flat().length);
    const denied = story.relations.get('r-trump-putin-ties' as RelationId)!;
    const about = lines.filter((line) => line.includes(sayRelation(story, denied)));
    expect(about.length).toBeGreaterThan(1);
    for (const line of about) expect(line).toContain('denied by Donald Trump');
    expect(text).toContain('None: Unsourced · Old.');
  });
});

describe('lines', () => {
  it('tell apart who was not asked, who is silent and of whom nothing is recorded', () => {
    const dataset = buildDataset(
      sampleFile(
        ['Ann', 'Ben', 'Cem', 'Dov'].map((name) => sampleEntity(name)),
        [],
      ),
    );
    const unanswered = [...dataset.entities.keys()].map((party, i) => ({
      party,
      why: (['none', 'not-asked', 'unknown', 'none'] as const)[i]!,
    }));
    expect(sayUnanswered(dataset, unanswered)).toBe(
      'Not asked: Ben; silent, and whether anybody asked is not stated: Cem; nothing recorded of Ann and Dov',
    );
  });

  it('say when something was last published', () => {
    const claims = [sampleClaim('c', { public: '2020-05-03', attribution: [named('a')] })];
    const dataset = buildDataset(
      sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', claims)]),
    );
    const part = { entities: [...dataset.entities.keys()], relations: [...dataset.relations.keys()] };
    const found = checkBeforePublishing(dataset, part, { asOf: null, olderThan: dayNumber(2021, 1, 1) });
    const [record] = found.lists.get('old') ?? [];
    expect(sayFinding(dataset, 'old', record!)).toBe('Last published on 3 May 2020');
    expect(sayFinding(dataset, 'old', { ...record!, latest: null })).toBe('No date is known');
    expect(sayFinding(dataset, 'disputed', record!)).toBeNull();
  });

  it('count, and name the lists in which nothing stands', () => {
    expect(checkText.listed(0, 4)).toBe('Nothing to ask about in 4 things.');
    expect(sayNone([])).toBe('');
    expect(new Set(CHECKS.map((name) => CHECK_EXPLANATIONS[name].title)).size).toBe(CHECKS.length);
  });
});
