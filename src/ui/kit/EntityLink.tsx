import type { Dataset } from '../../model/dataset.ts';
import type { EntityId } from '../../model/records.ts';
import { sayName } from '../../words/sayRelation.ts';
import { KindMark } from './KindMark.tsx';
import { RecordLink } from './RecordLink.tsx';

interface EntityLinkProps {
  readonly dataset: Dataset;
  readonly id: EntityId;
  readonly marked?: boolean;
}

/** A name that leads to its entity, kept from turning the direction of the words around it. */
export function EntityLink({ dataset, id, marked = false }: EntityLinkProps) {
  const kind = dataset.entities.get(id)?.kind;
  return (
    <RecordLink id={id} className="entity-link">
      {marked && kind && <KindMark kind={kind} />}
      <bdi>{sayName(dataset, id)}</bdi>
    </RecordLink>
  );
}
