import { IMPORT_ISSUES } from './importIssues.ts';
import { type Sayable, sayParam } from './sayable.ts';

/** What is not as it should be in a file and what to do, by code; as clauses without a place. */
export const ISSUE_SENTENCES: ReadonlyMap<string, (issue: Sayable) => string> = new Map([
  ...IMPORT_ISSUES,
  ['schema', ({ params }: Sayable) => `it does not follow the format: ${sayParam(params, 'message') || 'wrong shape'}`],
  ['relation-without-claims', () => 'a relation has no claim, so it is shown as unsourced; add a claim with a source'],
  [
    'role-without-event',
    () => 'a part in an event is given to something that is no event; correct one of its ends or its type',
  ],
  [
    'stated-with-attribution',
    () =>
      '“stated” is only for the source’s own voice, but somebody else is named as speaker; use “reported” or weaker',
  ],
  [
    'date-not-understood',
    ({ params }: Sayable) =>
      `the date “${sayParam(params, 'date')}” is not understood and is shown as it is; write it like 2022, 2022-10~ or 2022-10/2023`,
  ],
  [
    'date-reversed',
    ({ params }: Sayable) => {
      const date = sayParam(params, 'date');
      return `the period${date ? ` “${date}”` : ''} ends before it begins; exchange its two dates`;
    },
  ],
  [
    'step-without-speaker',
    () => 'a step does not say who speaks; name the entity, give a label, or mark the speaker as unstated',
  ],
  [
    'no-comment-without-response',
    () => 'a silence does not say why; add “declined”, “unreachable”, “not-asked” or “unknown”',
  ],
  [
    'silence-asserts',
    () => 'a claim with a note on silence is marked as saying so; silence is “no-comment” and says nothing',
  ],
  [
    'hypothetical-without-condition',
    () => 'a hypothetical claim does not say on what condition; add it, or write “none given”',
  ],
  [
    'bad-story',
    () =>
      'a story is not of the form, or names something that the data lack; it stays in the file and is not played until this is corrected',
  ],
]);
