import type { Dataset } from '../../model/dataset.ts';
import type { Claim } from '../../model/records.ts';
import type { Standing } from '../../model/standing.ts';
import { sayDispute } from '../../words/sayDispute.ts';
import { sayStanding } from '../../words/sayStanding.ts';
import { DisputeMark } from './DisputeMark.tsx';
import { LineSwatch } from './LineSwatch.tsx';

interface StandingMarkProps {
  readonly dataset: Dataset;
  readonly standing: Standing;
  /** Those in view. */
  readonly claims: readonly Claim[];
}

/** How a relation is drawn and what it amounts to: its pattern, its words, and every dispute with who disputes it. */
export function StandingMark({ dataset, standing, claims }: StandingMarkProps) {
  const dispute = sayDispute(standing, claims);
  const calm = dispute === null ? standing : { ...standing, deniedBy: [], limitedBy: [], disputed: false };
  return (
    <span className="standing">
      <span className="standing-word">
        <LineSwatch word={standing.word} /> <span>{sayStanding(dataset, calm, claims)}</span>
      </span>
      {dispute !== null && (
        <>
          {' '}
          <DisputeMark>{dispute}</DisputeMark>
        </>
      )}
    </span>
  );
}
