import type { Dataset } from './dataset.ts';
import type { Claim, EntityId, Relation, RelationId, SourceId, TypeId } from './records.ts';
import { eventOf } from './standing.ts';

/** Which records of a dataset leave the page. */
export interface DatasetPart {
  readonly entities: readonly EntityId[];
  readonly relations: readonly RelationId[];
}

/** Everything that a part of a dataset needs to be a dataset of its own in which every standing is as before. */
export interface KeptRecords {
  readonly entities: ReadonlySet<EntityId>;
  /** Entities that claims of the part name, without being in it: kept without what is said about them. */
  readonly named: ReadonlySet<EntityId>;
  readonly relations: ReadonlySet<RelationId>;
  /** How many of the relations were added, since an Event's standing rests on who has a part in it. */
  readonly addedRoles: number;
  /** Nothing is missing: sources and types without use stay as well. */
  readonly isWhole: boolean;
  readonly types: ReadonlySet<TypeId>;
  readonly sources: ReadonlySet<SourceId>;
}

function namedIn({ attribution, audience, medium }: Claim): EntityId[] {
  return [...attribution, audience, medium].flatMap((ref) => ref?.entity ?? []);
}

/** Relations by which speakers are parties to an Event although nobody asked for them: without them they would be independent. */
function missingRoles(dataset: Dataset, event: EntityId, kept: ReadonlySet<RelationId>): RelationId[] {
  const roles = (dataset.relationsOf.get(event) ?? []).flatMap((id) => {
    const relation = dataset.relations.get(id);
    return relation && eventOf(dataset, relation) === event ? [relation] : [];
  });
  const own = dataset.entities.get(event)?.claims ?? [];
  const added = new Set<RelationId>();
  for (let before = -1; before < added.size; ) {
    before = added.size;
    const told = roles.filter(({ id }) => kept.has(id) || added.has(id));
    const speakers = new Set([...own, ...told.flatMap(({ claims }) => claims)].flatMap(namedIn));
    for (const { id, from, to } of roles) {
      if (!kept.has(id) && (speakers.has(from) || speakers.has(to))) added.add(id);
    }
  }
  return [...added];
}

/** What a part grows by: the ends of its relations, and whatever Events its claims name, whole, since an Event without its claims would seem unsourced. */
function broughtBy(dataset: Dataset, relations: readonly Relation[], own: readonly Claim[] = []): EntityId[] {
  const claims = [...own, ...relations.flatMap((relation) => relation.claims)];
  const events = claims.flatMap(namedIn).filter((id) => dataset.entities.get(id)?.kind === 'Event');
  return [...relations.flatMap(({ from, to }) => [from, to]), ...events];
}

function recordsOf(dataset: Dataset, ids: Iterable<RelationId>): Relation[] {
  return [...ids].flatMap((id) => dataset.relations.get(id) ?? []);
}

/**
 * The records that a part needs: its own, the ends of its relations, types, sources, everybody its claims name, and the
 * roles of those speakers who are parties to its Events. Ids of nothing are left out. Linear in the part.
 */
export function findKeptRecords(dataset: Dataset, part: DatasetPart): KeptRecords {
  const relations = new Set(part.relations.filter((id) => dataset.relations.has(id)));
  const asked = relations.size;
  const entities = new Set(part.entities.filter((id) => dataset.entities.has(id)));
  for (const id of broughtBy(dataset, recordsOf(dataset, relations))) entities.add(id);
  // A set is walked to its end, what is added on the way included.
  for (const id of entities) {
    const entity = dataset.entities.get(id);
    const roles = entity?.kind === 'Event' ? missingRoles(dataset, id, relations) : [];
    for (const role of roles) relations.add(role);
    for (const brought of broughtBy(dataset, recordsOf(dataset, roles), entity?.claims)) entities.add(brought);
  }
  const records = recordsOf(dataset, relations);
  const claims = [
    ...records.flatMap((relation) => relation.claims),
    ...[...entities].flatMap((id) => dataset.entities.get(id)?.claims ?? []),
  ];
  return {
    entities,
    named: new Set(claims.flatMap(namedIn).filter((id) => !entities.has(id) && dataset.entities.has(id))),
    relations,
    addedRoles: relations.size - asked,
    isWhole: entities.size === dataset.entities.size && relations.size === dataset.relations.size,
    types: new Set(records.map(({ type }) => type)),
    sources: new Set(claims.map(({ source }) => source)),
  };
}
