import type { Dataset } from '../model/dataset.ts';
import { dayText } from '../model/days.ts';
import type { FoundPath, PathAnswer } from '../model/pathAnswer.ts';
import type { EntityId, RelationId } from '../model/records.ts';
import { sayCount, sayList, sayNumber } from './sayCount.ts';
import { sayDate } from './sayDate.ts';
import { sayName } from './sayRelation.ts';
import { sayRelationStanding } from './sayStanding.ts';
import { sayHiddenBy } from './sayView.ts';

/** The panel that says how two are connected. */
export const pathText = {
  back: 'Back',
  from: 'From',
  to: 'To',
  placeholder: 'Type a name',
  noName: (typed: string): string => `No entity is called “${typed}”.`,
  names: (count: number): string => (count === 0 ? 'No names' : sayCount(count, 'name')),
  namesOf: (field: string): string => `${field}: names found`,
  everything: 'Ignore filters and the time it held',
  ignoring: 'These may be paths that the graph does not show now.',
  list: 'Paths',
  looking: 'Looking for paths …',
  chooseEnds: 'Choose two names, and the paths between them are listed here.',
  chooseOther: (name: string): string => `Choose a second name to see how ${name} is connected to it.`,
  lookThroughAll: 'Ignore filters',
  cutShort: 'The search was cut short: there may be shorter or firmer paths than these.',
  mostShown: 'There may be more.',
  others: (count: number): string => `${sayNumber(count)} more between these two`,
  weakest: (standing: string): string => `weakest step: ${standing}`,
} as const;

interface Ends {
  readonly from: EntityId | null;
  readonly to: EntityId | null;
}

/** The question itself, as far as it is asked. */
export function sayPathQuestion(dataset: Dataset, { from, to }: Ends): string {
  const [first, second] = [from, to].filter((id) => id !== null).map((id) => sayName(dataset, id));
  if (first === undefined) return 'How are two connected?';
  return second === undefined ? `How is ${first} connected?` : `How are ${first} and ${second} connected?`;
}

/** "2 steps, through Vladimir Putin". */
export function sayPathHead(dataset: Dataset, { entities }: FoundPath): string {
  const between = entities.slice(1, -1).map((id) => sayName(dataset, id));
  if (between.length === 0) return '1 step: directly';
  return `${sayCount(between.length + 1, 'step')}, through ${sayList(between)}`;
}

/** "weakest step: alleged · 1 origin: WSJ", for a path of more than one step. */
export function sayWeakest(dataset: Dataset, weakest: RelationId, asOf: number | null): string {
  const relation = dataset.relations.get(weakest);
  return relation ? pathText.weakest(sayRelationStanding(dataset, relation, asOf)) : '';
}

/** How many paths there are, for the panel and the live region. */
export function sayPathCount({ paths }: PathAnswer, most: number): string {
  const [first] = paths;
  if (!first) return '';
  if (paths.length === 1) return 'One path.';
  if (paths.length < most) return `${sayNumber(paths.length)} paths, the shortest first, then the firmest.`;
  return `The ${sayNumber(most)} shortest paths, of equal length the firmest first. ${pathText.mostShown}`;
}

function sayBlocks(blockedBy: PathAnswer['blockedBy']): string {
  return sayList(
    blockedBy.map(({ by, relations }, i) =>
      i === 0
        ? `${sayCount(relations, 'relation')} on it ${relations === 1 ? 'is' : 'are'} hidden by ${sayHiddenBy(by)}`
        : `${sayNumber(relations)} by ${sayHiddenBy(by)}`,
    ),
  );
}

/** Why there is no path: filters cut one off, both ends are one, or nothing leads from one to the other. */
export function sayNoPath(dataset: Dataset, answer: PathAnswer, asOf: number | null): string {
  const [from, to] = [sayName(dataset, answer.from), sayName(dataset, answer.to)];
  switch (answer.outcome) {
    case 'same':
      return `Both ends are ${from}. Choose two different names.`;
    case 'missing':
      return 'One of the two is not in the dataset that is open. Choose another name.';
    case 'found':
      return '';
    case 'none': {
      if (!answer.complete) return `No path between ${from} and ${to} was found before the search was cut short.`;
      if (answer.blockedBy.length > 0) {
        return `No path between ${from} and ${to} is let through. There is one, but ${sayBlocks(answer.blockedBy)}.`;
      }
      const when = asOf === null ? '' : ` in what was public by ${sayDate(dayText(asOf))}`;
      return `No path: nothing in this dataset leads from ${from} to ${to}${when}.`;
    }
  }
}
