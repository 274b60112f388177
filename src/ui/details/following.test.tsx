// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import { chooseRelations, isPassing } from '../../model/chooseRelations.ts';
import type { Dataset } from '../../model/dataset.ts';
import { dayNumber } from '../../model/dates.ts';
import type { EntityId } from '../../model/records.ts';
import { isKnown, standingOf } from '../../model/standing.ts';
import { type Filters, HOME, NO_FILTERS, type View } from '../../model/view.ts';
import { claimOf, datasetOf } from '../../words/wordsFixture.ts';
import { findByText, findSection, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { entityFacts, furtherPanel, hiddenDisputes, hiddenList, hiddenVoices } from './lateParts.ts';

beforeAll(() =>
  Promise.all([entityFacts, furtherPanel, hiddenDisputes, hiddenList, hiddenVoices].map((late) => late.load())),
);

const OCTOBER_2022 = dayNumber(2022, 10, 31);
const story = storyDataset();

/** The panel of a selection under a view. */
function openUnder(view: Partial<View>, selection: readonly string[], dataset: Dataset = story) {
  const page = renderPanel(<DetailsPanel />, dataset, selection);
  page.doing(() => page.store.dispatch('setView', view));
  const { box } = page;
  return {
    ...page,
    kind: () => box.querySelector('.details-kind')?.textContent,
    notice: () => box.querySelector('.hidden-notice'),
    /** Ids in the lists of relations that are drawn. */
    listed: () =>
      [...box.querySelectorAll<HTMLAnchorElement>('.relation-list a.line-link')].map(
        ({ hash }) => /s=([^&]+)/.exec(decodeURIComponent(hash))?.[1],
      ),
    /** Opens the list under these words and gives its lines. */
    open: (words: string) => {
      const details = findByText(box, 'summary', words)?.closest('details');
      page.doing(() => {
        if (details) details.open = true;
        details?.dispatchEvent(new Event('toggle'));
      });
      return [...(details?.querySelectorAll('li') ?? [])];
    },
  };
}

const only = (filters: Partial<Filters>): Partial<View> => ({ filters: { ...NO_FILTERS, ...filters } });

describe('as published by 31 October 2022', () => {
  const then = { asOf: OCTOBER_2022 };
  const known = [...story.relations.values()].filter((relation) => isKnown(story, relation, OCTOBER_2022));

  test('the panel of Elon Musk shows exactly what was public then, with his own limit on it', () => {
    const { box, kind, listed } = openUnder(then, ['musk']);
    const own = known.filter(({ from, to }) => from === 'musk' || to === 'musk').map(({ id }) => id);
    expect(new Set(listed())).toEqual(new Set(own));
    expect(own).toContain('r-musk-putin-war-talk');
    const all = story.relationsOf.get('musk' as EntityId)?.length ?? 0;
    expect(kind()).toBe(` Person · ${own.length} of ${all} relations · 1 disputed`);
    expect(findByText(box, '.relation-line', 'limited by')?.textContent).toMatch(/Ukraine war.*limited by Elon Musk/);
    expect(box.textContent).toContain(`${all - own.length} became public later`);
    expect(box.textContent).not.toContain('Starlink terminals');
    expect(box.querySelector('details')).toBeNull();
  });

  test('his facts and sayings that are not public yet are counted, denials among them', () => {
    const { box } = openUnder(then, ['musk']);
    expect(findSection(box, 'What is said about it')?.textContent).toBe(
      'What is said about it3 claims became public later',
    );
    expect(box.textContent).toMatch(/\d+ claims became public later; 1 of them denies or limits something/);
    expect(findSection(box, 'Denies')).toBeUndefined();
  });

  test('a relation that was not public says so, what has become of it since, and the way out', () => {
    const { box, notice, store, click } = openUnder(then, ['r-trump-putin-ties']);
    expect(notice()?.textContent).toContain('Not public by 31 October 2022');
    expect(notice()?.textContent).toMatch(/rumoured · origin unknown.*≠ denied by Donald Trump/);
    expect(box.querySelectorAll('li.claim')).toHaveLength(0);
    expect(box.textContent).toContain('2 claims became public later; 1 of them denies or limits this');
    click(notice()?.querySelector('button'));
    expect(store.getState().view.asOf).toBeNull();
    expect(document.activeElement).toBe(box.querySelector('h2'));
    expect(notice()).toBeNull();
    expect(box.querySelectorAll('li.claim')).toHaveLength(2);
  });

  test('a relation that was public tells how many claims against it came later', () => {
    const { box, notice } = openUnder(then, ['r-musk-putin-spoke-once']);
    expect(notice()).toBeNull();
    const conflicts = box.querySelector('.claim-conflicts')?.textContent;
    expect(conflicts).toContain('limited by Elon Musk');
    expect(conflicts).not.toContain('in contact');
  });

  test('an event that was not public is not called unsupported', () => {
    const { box, notice } = openUnder(then, ['security-concern']);
    expect(notice()?.textContent).toContain('Not public by 31 October 2022');
    expect(notice()?.textContent).toContain('hypothetical');
    expect(box.querySelector('.details-standing')).toBeNull();
    expect(findSection(box, 'What it is about')?.textContent).toBe('What it is about1 became public later');
  });

  test('the story tells how much is shown and that disputes came later', () => {
    const { box } = openUnder(then, []);
    expect(box.textContent).toContain(`${known.length} of ${story.relations.size} relations shown`);
    const disputed = findSection(box, 'What is disputed');
    expect(disputed?.querySelectorAll('li')).toHaveLength(1);
    const later = [...story.relations.keys()].filter((id) => standingOf(story, id).disputed).length - 1;
    expect(disputed?.textContent).toContain(`${later} became public later`);
  });

  test('of several selected, each that was not public says so beside today’s standing', () => {
    const { box } = openUnder(then, ['r-trump-putin-ties', 'r-musk-posted-x']);
    const [later, earlier] = box.querySelectorAll('.relation-line');
    expect(later?.textContent).toMatch(/denied by Donald Trump.*Not public by 31 October 2022/);
    expect(earlier?.textContent).not.toContain('Not public');
  });
});

describe('with only what is rumoured', () => {
  const rumoured = only({ modalities: ['rumoured'] });

  test('a denial of what is shown is still there, in the list and in the panel', () => {
    const list = openUnder(rumoured, ['trump']);
    expect(list.listed()).toContain('r-trump-putin-ties');
    expect(findSection(list.box, 'Contact')?.textContent).toContain('denied by Donald Trump');
    expect(findSection(list.box, 'Denies')?.textContent).toContain('Trump denies that he has ties with Putin.');
    const { box, notice } = openUnder(rumoured, ['r-trump-putin-ties']);
    expect(notice()).toBeNull();
    expect(box.querySelector('.details-standing')?.textContent).toContain('denied by Donald Trump');
    expect([...box.querySelectorAll('li.claim')].map(({ className }) => className)).toEqual([
      'claim claim-denies',
      'claim claim-asserts',
    ]);
  });

  test('hidden relations are a closed list that names the filter and keeps their disputes', () => {
    const { box, open } = openUnder(rumoured, ['musk']);
    const { passing } = chooseRelations(story, { ...HOME, ...rumoured });
    const all = story.relationsOf.get('musk' as EntityId) ?? [];
    const hidden = all.filter((id) => !passing?.has(id));
    expect(box.textContent).not.toContain('Starlink terminals to Russia');
    const summary = `${hidden.length} more, hidden by filters`;
    const lines = open(summary);
    expect(lines).toHaveLength(hidden.length);
    for (const line of lines) expect(line.textContent).toContain('Hidden by modality');
    const accused = lines.find(({ textContent }) => textContent.includes('Starlink terminals'));
    expect(accused?.textContent).toMatch(/alleged.*denied by Elon Musk/);
  });

  test('what an entity says of hidden relations is a closed list too', () => {
    const { box, open } = openUnder(rumoured, ['musk']);
    const summary = findByText(box, 'summary', 'through Elon Musk')?.textContent ?? '';
    expect(summary).toMatch(/^\d+ more claims that come through Elon Musk, hidden by filters$/);
    const lines = open(summary);
    expect(lines).toHaveLength(Number.parseInt(summary, 10));
    for (const line of lines) expect(line.textContent).toContain('Hidden by modality');
    expect(lines.some(({ textContent }) => textContent.includes('Musk firmly rejects'))).toBe(true);
  });

  test('a hidden relation says why, and its filter can be dropped there', () => {
    const { notice, store, click, box } = openUnder(rumoured, ['r-musk-sold-russia']);
    expect(notice()?.textContent).toContain('Hidden by modality: only rumoured');
    expect(box.querySelector('.details-standing')?.textContent).toContain('denied by Elon Musk');
    click(findByText(box, 'button', 'Drop this filter'));
    expect(store.getState().view.filters).toEqual(NO_FILTERS);
    expect(notice()).toBeNull();
  });

  test('a tie counts what is shown and lists the rest below', () => {
    const tie = [...story.ties.values()].find(({ relations }) => relations.length === 6);
    const { kind, box, listed } = openUnder(rumoured, [tie?.id ?? '']);
    expect(kind()).toBe('1 of 6 relations');
    expect(listed()).toEqual(['r-musk-putin-ties']);
    expect(box.textContent).toContain('5 more, hidden by filters');
  });

  test('disputes that are hidden stay within reach of the story', () => {
    const { box, open } = openUnder(rumoured, []);
    const section = findSection(box, 'What is disputed');
    expect(section?.querySelectorAll('li')).toHaveLength(1);
    const lines = open('2 more, hidden by filters').map(({ textContent }) => textContent);
    expect(lines.some((line) => /denied by Elon Musk.*Hidden by modality/.test(line))).toBe(true);
  });
});

test('filters that hide all say so, and nothing is called undisputed', () => {
  const { box, kind } = openUnder(only({ groups: [] }), []);
  expect(box.textContent).toContain(`0 of ${story.relations.size} relations shown`);
  expect(box.textContent).toContain('Nothing that is let through is disputed.');
  expect(box.textContent).not.toContain('No claim in this dataset denies');
  expect(kind()).toBeUndefined();
  const musk = openUnder(only({ groups: [] }), ['musk']);
  expect(musk.box.textContent).toContain('None of its relations is let through.');
});

test('valid time that hides a relation is named, with the way out', () => {
  const held = { from: dayNumber(2023, 1, 1), to: dayNumber(2023, 12, 31) };
  const { notice, store, click } = openUnder({ held }, ['r-musk-posted-x']);
  expect(notice()?.textContent).toContain('Hidden by the time it held: only what held in 2023');
  click(notice()?.querySelector('button'));
  expect(store.getState().view.held).toBeNull();
});

test('a relation that rests on retracted claims alone is not said to be unpublished', () => {
  const retracted = datasetOf([claimOf({ retracted: { date: '2024-11-01' } })]);
  const { box, notice } = openUnder({ asOf: dayNumber(2024, 12, 1) }, ['r'], retracted);
  expect(notice()?.textContent).toContain('has been retracted');
  expect(notice()?.textContent).not.toContain('Not public');
  const ann = openUnder({ asOf: dayNumber(2024, 12, 1) }, ['ann'], retracted);
  expect(ann.box.textContent).toContain('1 rests on retracted claims alone');
  expect(box.querySelector('.details-standing')).toBeNull();
});

test('every list shows what passes and counts the rest, whatever the filter', () => {
  const views: Partial<View>[] = [
    only({ minOrigins: 1 }),
    only({ dispute: 'disputed' }),
    only({ kinds: ['Person'] }),
    { ...only({ modalities: ['reported'] }), asOf: OCTOBER_2022 },
  ];
  for (const view of views) {
    const { box, store, doing } = openUnder(view, []);
    const choice = chooseRelations(story, { ...HOME, ...view });
    for (const [id, relations] of story.relationsOf) {
      doing(() => store.dispatch('select', { ids: [id] }));
      const shown = [...box.querySelectorAll('a.line-link')].filter((link) => link.querySelector('.unseen')).length;
      expect(shown, id).toBe(relations.filter((each) => isPassing(choice, each)).length);
      const cut = findByText(box, '.details-panel > details > summary', 'more, hidden')?.textContent ?? '0';
      const counts = [...box.querySelectorAll('.details-panel > .hidden-count')].map(({ textContent }) => textContent);
      const later = counts.find((words) => /^\d+ became public later/.test(words)) ?? '0';
      expect(shown + Number.parseInt(cut, 10) + Number.parseInt(later, 10), id).toBe(relations.length);
    }
  }
});

test('nothing of this is drawn while everything is shown', () => {
  const { box } = openUnder({}, ['musk']);
  expect(box.querySelector('details, .hidden-count, .hidden-notice')).toBeNull();
  expect(buildDataset(story.file).relations.size).toBe(story.relations.size);
});
