import type { Dataset } from './dataset.ts';
import { eachPair, eachSlip, findBlocks, findIdentifierBlocks, type OwnForm, readForms } from './duplicateBlocks.ts';
import { areApart, findDistinct, pairKey } from './duplicateFacts.ts';
import { differInInitials, differInOneLetter } from './duplicateNames.ts';
import type { Entity, EntityId } from './records.ts';

export const DUPLICATE_REASONS = [
  'identifier',
  'same-name-folded',
  'alias',
  'word-order',
  'legal-form',
  'title',
  'initials',
  'one-letter',
  'other-legal-form',
] as const;
/** Why two records may be about the same, strongest first. */
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** Two records that may be about the same: for a person to decide. */
export interface DuplicatePair {
  /** The one with more relations; of as many the first in the file. */
  readonly a: EntityId;
  readonly b: EntityId;
  readonly why: DuplicateReason;
  /** What they have in common: the identifier, or the name that both go by. */
  readonly shared: string;
  /** To sort by, 0 to 100; no probability. */
  readonly grade: number;
}

const GRADES: Readonly<Record<DuplicateReason, number>> = {
  identifier: 100,
  'same-name-folded': 90,
  alias: 80,
  'word-order': 75,
  'legal-form': 70,
  title: 68,
  initials: 60,
  'one-letter': 50,
  'other-legal-form': 30,
};
/** Less where the name is a single word, where one kind is unknown, where only aliases meet. */
const LESS = { singleWord: 20, vague: 5, bothAliases: 15 } as const;

interface Found {
  readonly why: DuplicateReason;
  readonly shared: string;
  readonly grade: number;
}

const sortWords = (raw: string): string => raw.split(' ').sort().join(' ');

/** What two names that are the same in some way have different. */
function compare(a: OwnForm, b: OwnForm, kind: Entity['kind']): DuplicateReason {
  if (a.legal !== b.legal && a.legal !== '' && b.legal !== '') return 'other-legal-form';
  if (!a.isMain || !b.isMain) return 'alias';
  if (a.raw === b.raw) return 'same-name-folded';
  if (a.inOrder !== b.inOrder || sortWords(a.raw) === sortWords(b.raw)) return 'word-order';
  return kind === 'Person' ? 'title' : 'legal-form';
}

/** Keeps the strongest reason for each pair; pairs that cannot be the same, or were found not to be, are left out. */
function createCollector(dataset: Dataset, entities: readonly Entity[], generations: readonly string[]) {
  const distinct = findDistinct(dataset.file);
  const found = new Map<number, Found | null>();

  function judge(i: number, j: number, why: DuplicateReason): boolean {
    const [a, b] = [entities[i] as Entity, entities[j] as Entity];
    const [one = '', other = ''] = [generations[i], generations[j]];
    // A son is not his father; a number that both have says more, where only one record names the generation.
    if (one !== other && (why !== 'identifier' || (one !== '' && other !== ''))) return false;
    return !distinct.has(pairKey(a.id, b.id)) && !areApart(dataset, a, b);
  }

  function add(i: number, j: number, why: DuplicateReason, shared: string, less: number): void {
    if (i === j) return;
    const key = Math.min(i, j) * entities.length + Math.max(i, j);
    const known = found.get(key);
    const vague = (entities[i]?.kind === 'Other') === (entities[j]?.kind === 'Other') ? 0 : LESS.vague;
    const grade = GRADES[why] - less - vague;
    if (known && known.grade >= grade) return;
    if (!known && !judge(i, j, why)) return;
    found.set(key, { why, shared, grade });
  }

  function finish(): DuplicatePair[] {
    const degree = (id: EntityId): number => dataset.relationsOf.get(id)?.length ?? 0;
    const pairs = [...found].flatMap(([key, one]): DuplicatePair[] => {
      const first = entities[Math.floor(key / entities.length)];
      const second = entities[key % entities.length];
      if (!one || !first || !second) return [];
      const [a, b] = degree(second.id) > degree(first.id) ? [second, first] : [first, second];
      return [{ a: a.id, b: b.id, ...one }];
    });
    // Sorting is stable: pairs of one grade stay in file order.
    return pairs.sort((x, y) => y.grade - x.grade);
  }
  return { add, finish };
}

/** How many entities are read between two pauses. */
const STEP = 2000;

/** The same as `findDuplicates` in steps of some 50 ms at most: the caller may let the page answer between them. */
export function* findDuplicatesInSteps(dataset: Dataset): Generator<undefined, DuplicatePair[], void> {
  const entities = [...dataset.entities.values()];
  const forms: OwnForm[] = [];
  const generations: string[] = [];
  for (const [owner, entity] of entities.entries()) {
    if (owner % STEP === 0) yield;
    const own = readForms(entity, owner);
    generations.push(own.find(({ isMain }) => isMain)?.generation ?? '');
    forms.push(...own);
  }
  const collector = createCollector(dataset, entities, generations);
  const kindOf = ({ owner }: OwnForm): Entity['kind'] => entities[owner]?.kind ?? 'Other';
  const isPersonal = (form: OwnForm): boolean => ['Person', 'Other'].includes(kindOf(form));

  for (const { owners, shared } of findIdentifierBlocks(entities)) {
    yield* eachPair([owners], (i, j) => collector.add(i, j, 'identifier', shared, 0));
  }
  yield;
  const lessOf = (a: OwnForm, b: OwnForm): number =>
    (a.core.length === 1 && isPersonal(a) ? LESS.singleWord : 0) + (a.isMain || b.isMain ? 0 : LESS.bothAliases);
  const alike = findBlocks(forms, ({ sorted, generation }) => `${sorted}\n${generation}`);
  yield;
  yield* eachPair(alike, (a, b) => {
    collector.add(a.owner, b.owner, compare(a, b, kindOf(a)), b.text, lessOf(a, b));
  });
  const named = forms.filter(({ isMain }) => isMain);
  const ends = ({ core, generation }: OwnForm): string => [core[0], core.at(-1), generation].join('\n');
  const people = findBlocks(named, (form) => (isPersonal(form) && form.core.length > 1 ? ends(form) : undefined));
  // Those that are written alike lie together.
  for (const block of people) block.sort((a, b) => (a.inOrder < b.inOrder ? -1 : a.inOrder > b.inOrder ? 1 : 0));
  yield;
  yield* eachPair(people, (a, b) => {
    if (differInInitials(a, b)) collector.add(a.owner, b.owner, 'initials', b.text, 0);
  });
  yield* eachSlip(named, (a, b) => {
    if (differInOneLetter(a, b, kindOf(a))) collector.add(a.owner, b.owner, 'one-letter', b.text, 0);
  });
  return collector.finish();
}

/**
 * Pairs of entities that may be the same, by the form of their names and by identifiers alone, the likeliest first. Never
 * two that `areApart`, differ in generation (Jr., Sr., II), or that the file says are distinct. Of the many who share one
 * name each is paired with some. Near-linear: 20,000 entities in half a second.
 */
export function findDuplicates(dataset: Dataset): DuplicatePair[] {
  const steps = findDuplicatesInSteps(dataset);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
