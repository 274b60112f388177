import type { ReactNode } from 'react';
import type { Entity } from '../../model/records.ts';
import { entityStandingOf, isPublic } from '../../model/standing.ts';
import { sayKind } from '../../words/names.ts';
import { useDispatch } from '../kit/appContext.ts';
import { EntityLink } from '../kit/EntityLink.tsx';
import type { Known } from '../kit/known.ts';
import { pointAt } from '../kit/pointing.ts';
import { StandingMark } from '../kit/StandingMark.tsx';

interface EntityLineProps {
  readonly known: Known;
  readonly entity: Entity;
  readonly children?: ReactNode;
}

/** One entity of a list, with its kind; an Event with its standing too. */
export function EntityLine({ known, entity, children }: EntityLineProps) {
  const { dataset, asOf } = known;
  const dispatch = useDispatch();
  const claims = (entity.claims ?? []).filter((claim) => isPublic(dataset, claim, asOf));
  return (
    <li className="relation-line" {...pointAt(dispatch, [entity.id])}>
      <p className="relation-sentence">
        <EntityLink dataset={dataset} id={entity.id} marked />
        <span className="soft">, {sayKind(entity.kind)}</span>
      </p>
      {entity.kind === 'Event' && (
        <StandingMark dataset={dataset} standing={entityStandingOf(dataset, entity.id, asOf)} claims={claims} />
      )}
      {children}
    </li>
  );
}
