import type { Speaker, Standing } from '../../model/standing.ts';

const labels = (speakers: readonly Speaker[]): string =>
  speakers
    .map(({ label, named }) => (label.trim() === '' ? 'not stated' : named ? label : `${label} (not named)`))
    .join(', ');

/** What keeps a record from being read as a plain fact: its standing and who denies; none for what is simply stated. */
export function standingMarks(standing: Standing): string[] {
  return [
    ...(standing.word === 'stated' ? [] : [standing.word]),
    ...(standing.deniedBy.length > 0 ? [`denied by ${labels(standing.deniedBy)}`] : []),
    ...(standing.limitedBy.length > 0 ? [`limited by ${labels(standing.limitedBy)}`] : []),
    ...(standing.questionedBy.length > 0 ? [`questioned by ${labels(standing.questionedBy)}`] : []),
  ];
}
