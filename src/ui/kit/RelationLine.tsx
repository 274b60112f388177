import { memo, type ReactNode } from 'react';
import type { EntityId, Relation } from '../../model/records.ts';
import { standingOf } from '../../model/standing.ts';
import { otherEnd, sayPredicateFrom, sayRelation, sayRelationFrom } from '../../words/sayRelation.ts';
import { sayRelationDate } from '../../words/sayRelationDate.ts';
import { claimsInView } from '../../words/sayStanding.ts';
import { useDispatch } from './appContext.ts';
import { EntityLink } from './EntityLink.tsx';
import type { Known } from './known.ts';
import { pointAt } from './pointing.ts';
import { RecordLink } from './RecordLink.tsx';
import { StandingMark } from './StandingMark.tsx';

interface RelationLineProps {
  readonly known: Known;
  readonly relation: Relation;
  /** The end whose panel this stands in: it is left out of the sentence, and the other end becomes a link. */
  readonly from?: EntityId;
  readonly children?: ReactNode;
}

/** One relation of a list, with its standing and dates; the whole line leads to it. */
export const RelationLine = memo(function RelationLine({ known, relation, from, children }: RelationLineProps) {
  const { dataset, asOf } = known;
  const dispatch = useDispatch();
  const claims = claimsInView(dataset, relation, asOf);
  const standing = standingOf(dataset, relation.id, asOf);
  const mark = <StandingMark dataset={dataset} standing={standing} claims={claims} />;
  const when = sayRelationDate(dataset, relation, standing, claims);
  return (
    <li className="relation-line" {...pointAt(dispatch, [relation.id])}>
      {from ? (
        <>
          <p className="relation-sentence">
            {sayPredicateFrom(dataset, relation, from)}{' '}
            <EntityLink dataset={dataset} id={otherEnd(relation, from)} marked />
            <span className="soft">, {when}</span>
          </p>
          <RecordLink id={relation.id} className="line-link">
            <span className="unseen">{sayRelationFrom(dataset, relation, from)}: </span>
            {mark}
          </RecordLink>
        </>
      ) : (
        <>
          <p className="relation-sentence">
            <RecordLink id={relation.id} className="line-link">
              {sayRelation(dataset, relation)}
            </RecordLink>
            {!relation.valid && <span className="soft">, {when}</span>}
          </p>
          {mark}
        </>
      )}
      {children}
    </li>
  );
});
