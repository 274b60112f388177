import type { CheckedRecord, CheckName, CheckSheet, Unanswered } from '../model/checkSheet.ts';
import type { Dataset } from '../model/dataset.ts';
import { dayText } from '../model/days.ts';
import { plainText, upperFirst } from './plainText.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';
import { sayDate } from './sayDate.ts';
import { sayName, sayRelation } from './sayRelation.ts';
import { sayStanding } from './sayStanding.ts';

/** The check sheet. */
export const checkText = {
  title: 'Check before publishing',
  close: 'Close',
  open: (flagged: number): string => `Check before publishing (${sayNumber(flagged)})`,
  intro:
    'Nothing here is wrong because it is listed: these are the things that somebody will ask about. Each line leads to its place.',
  nothingToCheck: 'Nothing of the graph is in this part, so there is nothing to check.',
  olderThan: 'Call old what is from before',
  noDate: 'Without a date, nothing is called old.',
  of: (title: string, part: string): string => `${plainText(title)} · ${part}`,
  listed: (flagged: number, checked: number): string =>
    flagged === 0
      ? `Nothing to ask about in ${sayCount(checked, 'thing')}.`
      : `${sayNumber(flagged)} of ${sayCount(checked, 'thing')} to look at again.`,
  heading: (title: string, count: number): string => `${title} (${sayNumber(count)})`,
  none: 'None: ',
  copy: 'Copy as text',
  print: 'Print this list',
  copied: 'The list is in the clipboard.',
  toExport: 'Back to exporting',
} as const;

/** What each list holds: its heading, and what it means and does not mean. */
export const CHECK_EXPLANATIONS: Readonly<Record<CheckName, { readonly title: string; readonly text: string }>> = {
  unsourced: { title: 'Unsourced', text: 'The data names no claim for it, so nobody can be asked.' },
  unasserted: {
    title: 'Nobody says that it is so',
    text: 'A plan, a hint, a worry or an “if”; or the sources only question or deny it, or are silent.',
  },
  disputed: {
    title: 'Disputed',
    text: 'Somebody denies it or admits less. The denial belongs beside it wherever it shows.',
  },
  alleged: {
    title: 'Alleged or rumoured',
    text: 'It comes from people who are not named, is worded as an accusation, or is passed on as a rumour.',
  },
  'own-word': {
    title: 'Own word only',
    text: 'Only those whom it is about say so. That can be true, and it is one side.',
  },
  'single-origin': {
    title: 'One origin, or none that is known',
    text: 'However often it was reported, it goes back to one speaker or source, or nobody states to whom.',
  },
  unanswered: {
    title: 'No answer recorded',
    text: 'The data holds no answer of those named, in their own words, and not that they declined or could not be reached. It does not mean that nobody asked. Offices, family, statements and facts that a source states itself and nobody disputes are left out, and so are the dead.',
  },
  old: { title: 'Old', text: 'Nothing about it was published since then, or no date is known. It may have changed.' },
};

/** What a line is about: a relation as a sentence, an Event by its name, facts by whom they are about. */
export function sayCheckedRecord(dataset: Dataset, { relation, entity }: CheckedRecord): string {
  const found = relation && dataset.relations.get(relation);
  if (found) return sayRelation(dataset, found);
  if (!entity) return '';
  const name = sayName(dataset, entity);
  return dataset.entities.get(entity)?.kind === 'Event' ? `${name} (event)` : `Facts about ${name}`;
}

const WHY: Readonly<Record<Unanswered['why'], (names: string) => string>> = {
  'not-asked': (names) => `not asked: ${names}`,
  unknown: (names) => `silent, and whether anybody asked is not stated: ${names}`,
  none: (names) => `nothing recorded of ${names}`,
};

/** Who has not answered, and what is known about it: "nothing recorded of Ann; not asked: Ben". */
export function sayUnanswered(dataset: Dataset, unanswered: readonly Unanswered[]): string {
  const reasons = ['not-asked', 'unknown', 'none'] as const;
  const parts = reasons.flatMap((reason) => {
    const names = unanswered.filter(({ why }) => why === reason).map(({ party }) => sayName(dataset, party));
    return names.length > 0 ? [WHY[reason](sayList(names))] : [];
  });
  return upperFirst(parts.join('; '));
}

/** What a list adds to a line's standing; null for the lists whose standing says it all. */
export function sayFinding(dataset: Dataset, name: CheckName, record: CheckedRecord): string | null {
  if (name === 'unanswered') return sayUnanswered(dataset, record.unanswered);
  if (name !== 'old') return null;
  const { latest } = record;
  if (latest === null) return 'No date is known';
  return Number.isFinite(latest) ? `Last published on ${sayDate(dayText(latest))}` : null;
}

/**
 * The sheet as plain text to be pasted elsewhere: every list with its lines, each with its standing and whoever denies
 * it. `of` says which part was checked. Linear in the lines.
 */
export function writeCheckSheet(dataset: Dataset, sheet: CheckSheet, of: string): string {
  const head = [
    `${checkText.title}: ${plainText(dataset.file.title)}`,
    upperFirst(of),
    checkText.listed(sheet.flagged.length, sheet.checked),
  ];
  const lists = [...sheet.lists].flatMap(([name, records]) => {
    const { title, text } = CHECK_EXPLANATIONS[name];
    const lines = records.map((record) => {
      const finding = sayFinding(dataset, name, record);
      const standing = sayStanding(dataset, record.standing, record.claims);
      return `- ${sayCheckedRecord(dataset, record)}: ${standing}${finding ? `. ${finding}` : ''}`;
    });
    return records.length > 0 ? ['', checkText.heading(title, records.length), text, ...lines] : [];
  });
  const empty = [...sheet.lists].filter(([, records]) => records.length === 0).map(([name]) => name);
  const none = empty.length > 0 ? ['', sayNone(empty)] : [];
  return `${[...head, ...lists, ...none].join('\n')}\n`;
}

/** Lists in which nothing stands: "None: unsourced, old." Empty for no lists. */
export function sayNone(names: readonly CheckName[]): string {
  if (names.length === 0) return '';
  const titles = names.map((name) => CHECK_EXPLANATIONS[name].title);
  return `${checkText.none}${titles.join(' · ')}.`;
}
