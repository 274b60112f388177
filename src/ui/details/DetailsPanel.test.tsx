// @vitest-environment jsdom
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDataset } from '../../model/buildDataset.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { DatasetFile } from '../../model/records.ts';
import { claimsOf, standingOf } from '../../model/standing.ts';
import { claimOf, datasetOf } from '../../words/wordsFixture.ts';
import { findByText, findSection, renderPanel, storyDataset } from '../kit/PanelFixture.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { entityFacts, furtherPanel } from './lateParts.ts';

beforeAll(() => Promise.all([entityFacts.load(), furtherPanel.load()]));

const story = storyDataset();
const open = (selection: readonly string[], dataset: Dataset = story) =>
  renderPanel(<DetailsPanel />, dataset, selection);
const heading = (box: Element): string => box.querySelector('h2')?.textContent ?? '';
const claimsIn = (box: Element): Element[] => [...box.querySelectorAll('li.claim')];

function changed(dataset: Dataset, change: (file: DatasetFile) => Partial<DatasetFile>): Dataset {
  return buildDataset({ ...dataset.file, ...change(dataset.file) });
}

describe('nothing selected', () => {
  test('tells what the story holds and leads to every dispute', () => {
    const { box, store, click } = open([]);
    expect(box.textContent).toContain(
      `${story.entities.size} entities, ${story.relations.size} relations, ${story.claims.size} claims from 1 source`,
    );
    const disputed = findSection(box, 'What is disputed');
    const disputes = [...story.relations.keys()].filter((id) => standingOf(story, id).disputed);
    expect(disputed?.querySelectorAll('li')).toHaveLength(disputes.length);
    expect(disputed?.textContent).toContain('denied by Donald Trump');
    expect(disputed?.textContent).toContain('limited by Elon Musk');
    click(findByText(box, 'a', 'Donald Trump has ties'));
    expect(store.getState().selection).toEqual(['r-trump-putin-ties']);
  });

  test('opens the help', () => {
    const { box, store, click } = open([]);
    click(findByText(box, 'button', 'How to read this'));
    expect(store.getState().dialog).toBe('help');
  });

  test('says so where nothing is disputed', () => {
    expect(open([], datasetOf([claimOf()])).box.textContent).toContain('No claim in this dataset denies or limits');
  });
});

describe('a relation', () => {
  test('shows who denies it before who asserts it, in words and with the sign', () => {
    const { box } = open(['r-musk-sold-russia']);
    expect(heading(box)).toBe('Elon Musk sold Starlink terminals to Russia');
    expect(box.querySelector('.details-standing')?.textContent).toMatch(
      /alleged · origin unknown.*≠.*denied by Elon Musk/,
    );
    expect(claimsIn(box).map(({ className }) => className)).toEqual(['claim claim-denies', 'claim claim-asserts']);
    expect(findSection(box, 'Who denies')?.textContent).toContain('categorically false');
  });

  test('keeps silence apart from denial', () => {
    const { box } = open(['r-musk-putin-contact']);
    expect(findSection(box, 'Who denies')).toBeUndefined();
    expect(findSection(box, 'Who is silent')?.textContent).toContain('Elon Musk is silent');
    expect(box.querySelector('.details-standing')?.textContent).not.toContain('≠');
  });

  test('shows a claim made elsewhere that is set against it', () => {
    const { box } = open(['r-musk-putin-contact']);
    expect(findSection(box, 'Said in conflict')?.textContent).toContain('spoke once');
  });

  test('shows the claims of the event in which it gives a role', () => {
    const { box } = open(['r-request-xi']);
    expect(box.textContent).toContain('Said of the whole event');
    expect(findSection(box, 'Who says so')?.textContent).toContain('Unnamed sources');
    const steps = [...(box.querySelector('.chain')?.children ?? [])];
    expect(steps.map(({ className }) => className)).toEqual(['chain-unnamed', 'chain-named', 'chain-source']);
    expect(steps[0]?.querySelector('a')).toBeNull();
  });

  test('every relation shows exactly the claims of the data', () => {
    const { box, store, doing } = open([]);
    for (const relation of story.relations.values()) {
      doing(() => store.dispatch('select', { ids: [relation.id] }));
      expect(claimsIn(box), relation.id).toHaveLength(claimsOf(story, relation).length);
    }
  });

  test('without any claim says that nobody can be asked', () => {
    const { box } = open(['r2'], datasetOf());
    expect(box.textContent).toContain('names no source for this relation');
    expect(box.querySelector('.details-standing')?.textContent).toContain('unsourced');
  });

  test('a hypothetical relation without a date is not put in the past', () => {
    const { box } = open(['r-influence-tesla']);
    expect(box.querySelector('.details-kind')?.textContent).toBe('Part in an event · no date given');
  });
});

describe('an entity', () => {
  test('shows its relations with their disputes, what it says and what it denies', () => {
    const { box } = open(['trump']);
    expect(heading(box)).toBe('Donald Trump');
    expect(findSection(box, 'Contact with others')?.textContent).toContain('denied by Donald Trump');
    expect(findSection(box, 'Says')?.textContent).toContain('key role');
    expect(findSection(box, 'Denies')?.textContent).toContain('Trump denies that he has ties with Putin.');
    expect(box.querySelector('bdi[lang=ru]')?.textContent).toBe('Дональд Трамп');
  });

  test('every relation of every entity is listed once', () => {
    const { box, store, doing } = open([]);
    for (const [id, relations] of story.relationsOf) {
      doing(() => store.dispatch('select', { ids: [id] }));
      const listed = [...box.querySelectorAll('a.line-link')].filter((link) => link.querySelector('.unseen'));
      expect(listed, id).toHaveLength(relations.length);
    }
  });

  test('an event shows its standing, its claims and what it is about', () => {
    const { box } = open(['security-concern']);
    expect(box.querySelector('.details-standing')?.textContent).toContain('hypothetical');
    expect(findSection(box, 'What it is about')?.textContent).toContain('has been in contact with');
    expect(claimsIn(box)).toHaveLength(1);
    expect(box.textContent).toContain('if the reported contact is true');
  });
});

describe('walking', () => {
  test('takes the focus along to the new heading and offers the way back', () => {
    const { box, store, click } = open(['trump']);
    click(findByText(box, 'a', 'Vladimir Putin'));
    expect(heading(box)).toBe('Vladimir Putin');
    expect(document.activeElement).toBe(box.querySelector('h2'));
    click(findByText(box, 'button', 'Back to Donald Trump'));
    expect(store.getState().selection).toEqual(['trump']);
    expect(findByText(box, 'button', 'Back to')).toBeUndefined();
  });

  test('a selection made elsewhere leaves the focus alone and ends the trail', () => {
    const { box, store, click, doing } = open(['trump']);
    click(findByText(box, 'a', 'Vladimir Putin'));
    (document.activeElement as HTMLElement).blur();
    doing(() => store.dispatch('select', { ids: ['xi'] }));
    expect(document.activeElement).toBe(document.body);
    expect(findByText(box, 'button', 'Back to')).toBeUndefined();
  });

  test('from a claim to its place in the source', () => {
    const { box, click } = open(['r-trump-putin-ties']);
    click(findByText(box, '.claim-denies a', 'paragraph 3, sentence 2'));
    expect(heading(box)).toBe('News article, 25 October 2024');
    expect(document.activeElement?.textContent).toBe('Trump denies that he has ties with Putin.');
    expect(document.activeElement?.closest('li')?.getAttribute('aria-current')).toBe('true');
  });

  test('leaves clicks for a new tab to the browser', () => {
    const { box, store, click } = open(['trump']);
    const link = findByText(box, 'a', 'Vladimir Putin');
    click(link, { ctrlKey: true });
    expect(store.getState().selection).toEqual(['trump']);
    expect(link?.getAttribute('href')).toBe('#v1&s=putin');
  });
});

describe('several', () => {
  test('a tie lists its relations, the disputed first', () => {
    const tie = [...story.ties.values()].find(({ relations }) => relations.length === 6);
    const { box } = open([tie?.id ?? '']);
    expect(heading(box)).toBe('Between Elon Musk and Vladimir Putin');
    const lines = [...box.querySelectorAll('.relation-line')];
    expect(lines).toHaveLength(6);
    expect(lines[0]?.textContent).toContain('limited by Elon Musk');
  });

  test('several relations of one tie are that tie', () => {
    expect(heading(open(['r-musk-putin-ties', 'r-musk-putin-spoke']).box)).toContain('Between Elon Musk');
  });

  test('several entities can be shown alone', () => {
    const { box, store, click } = open(['musk', 'xi']);
    expect(heading(box)).toBe('2 entities selected');
    click(findByText(box, 'button', 'Show only these'));
    expect(store.getState().view.focus).toEqual({ ids: ['musk', 'xi'], hops: 0 });
  });
});

describe('a source', () => {
  test('says what our copy does not state, and that the digest is the maker’s own wording', () => {
    const { box } = open(['article']);
    expect(findByText(box, '.facts div', 'Publisher')?.textContent).toBe('Publishernot stated in our copy');
    expect(box.textContent).toContain('own wording');
    expect(box.querySelectorAll('[data-claim]')).toHaveLength(story.claims.size);
  });

  test('a claim lights up its relation, and a relation pointed at in the graph marks its claims', () => {
    const { box, store, doing } = open(['article']);
    const link = findByText(box, '[data-claim] a', 'Trump denies');
    doing(() => link?.focus());
    expect(store.getState().pointed).toEqual(['r-trump-putin-ties']);
    doing(() => link?.blur());
    expect(store.getState().pointed).toEqual([]);
    doing(() => store.dispatch('point', ['r-musk-sold-russia']));
    const marked = [...box.querySelectorAll<HTMLElement>('[aria-current]')].map(({ dataset }) => dataset['claim']);
    expect(marked).toEqual(['c-sold-accused', 'c-sold-musk-denies']);
  });
});

describe('hostile data', () => {
  const markup = '<img src=x onerror=alert(1)><b>bold</b>';
  const hostile = changed(
    datasetOf([claimOf({ text: markup, attribution: [{ label: markup, kind: 'unnamed' }] })]),
    (file) => ({
      entities: file.entities.map((entity) => ({
        ...entity,
        name: `${markup} ${'x'.repeat(10_000)}`,
        names: { 'not a tag"': ['שם'], ['__proto__']: ['y'] },
        identifiers: [{ scheme: 'web', value: 'a link', url: 'javascript:alert(1)' }],
        properties: { constructor: ['z'], website: ['https://example.org/?a=1&b=<2>', 'data:text/html,x'] },
      })),
    }),
  );

  test.each([['ann'], ['r'], ['s'], ['ann', 'bob']])(
    '%s shows markup as text and links nowhere unsafe',
    (...selection) => {
      const { box } = open(selection, hostile);
      expect(box.querySelector('img, b, script')).toBeNull();
      expect(box.textContent).toContain('<img src=x');
      const addresses = [...box.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
      expect(
        addresses.filter((address) => !address.startsWith('#v1') && !address.startsWith('https://example.org/')),
      ).toEqual([]);
    },
  );

  test('links out of the page carry no opener and no referrer', () => {
    const link = open(['ann'], hostile).box.querySelector('a[href^="https:"]');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  });
});

test('a hub draws a part of its relations and the rest when asked', () => {
  const hub = changed(datasetOf(), (file) => ({
    relations: Array.from({ length: 250 }, (_, i) => ({ ...file.relations[1]!, id: `r${i}` as never })),
  }));
  const { box, click } = open(['ann'], hub);
  expect(box.querySelectorAll('.relation-line')).toHaveLength(100);
  click(findByText(box, 'button', 'Show 100 more of 250'));
  expect(box.querySelectorAll('.relation-line')).toHaveLength(200);
});
