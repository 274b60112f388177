import { useMemo } from 'react';
import { isPassing } from '../../model/chooseRelations.ts';
import { type Entity, GROUPS, type Group, type Relation } from '../../model/records.ts';
import { type Direction, sayGroupHeading } from '../../words/names.ts';
import { entityText } from '../../words/panelText.ts';
import { sayName } from '../../words/sayRelation.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { LateHiddenList } from './LateHidden.tsx';

const DIRECTIONS: readonly Direction[] = ['out', 'in', 'both'];

interface RelationGroup {
  readonly heading: string;
  readonly relations: readonly Relation[];
}

function directionOf({ dataset }: Known, relation: Relation, entity: Entity): Direction {
  if (dataset.types.get(relation.type)?.symmetric) return 'both';
  return relation.from === entity.id ? 'out' : 'in';
}

/** An entity's relations by group and direction, in the order of GROUPS, each in file order. */
function groupRelations(known: Known, entity: Entity): RelationGroup[] {
  const { dataset, choice } = known;
  const collected = new Map<string, Relation[]>();
  const keyOf = (group: Group, direction: Direction): string => `${group} ${direction}`;
  for (const id of dataset.relationsOf.get(entity.id) ?? []) {
    const relation = dataset.relations.get(id);
    if (!relation || !isPassing(choice, id)) continue;
    const key = keyOf(dataset.types.get(relation.type)?.group ?? 'other', directionOf(known, relation, entity));
    const group = collected.get(key);
    if (group) group.push(relation);
    else collected.set(key, [relation]);
  }
  return GROUPS.flatMap((group) =>
    DIRECTIONS.flatMap((direction) => {
      const relations = collected.get(keyOf(group, direction));
      return relations ? [{ heading: sayGroupHeading(group, direction), relations }] : [];
    }),
  );
}

/** The relations of an entity that filters and clocks let through, each read from its end, and what they hide. */
export function EntityRelations({ known, entity }: { readonly known: Known; readonly entity: Entity }) {
  const groups = useMemo(() => groupRelations(known, entity), [known, entity]);
  const all = known.dataset.relationsOf.get(entity.id) ?? [];
  if (all.length === 0) return <p>{entityText.noRelations(sayName(known.dataset, entity.id))}</p>;
  return (
    <>
      {groups.map(({ heading, relations }) => (
        <section key={heading}>
          <h3>
            {heading} <span className="count">{relations.length}</span>
          </h3>
          <LongList
            className="relation-list"
            items={relations}
            render={(relation) => <RelationLine key={relation.id} known={known} relation={relation} from={entity.id} />}
          />
        </section>
      ))}
      {known.choice.passing && <LateHiddenList known={known} ids={all} from={entity.id} />}
    </>
  );
}
