import type { Claim, Entity, EntityId, Ref, Relation } from './records.ts';

/** What became of ids that changed; ids are unique in a file, whatever they are of. */
export type IdMap = ReadonlyMap<string, string>;

function mapId<Id extends string>(id: Id, ids: IdMap): Id {
  return (ids.get(id) ?? id) as Id;
}

/** The list with every item mapped; the very list where none changes. */
export function mapList<Item>(list: readonly Item[], map: (item: Item) => Item): readonly Item[] {
  let mapped: Item[] | null = null;
  for (const [i, item] of list.entries()) {
    const now = map(item);
    if (now === item) continue;
    mapped ??= [...list];
    mapped[i] = now;
  }
  return mapped ?? list;
}

function mapRef<Named extends Ref>(ref: Named, ids: IdMap): Named {
  const to = ref.entity === undefined ? undefined : ids.get(ref.entity);
  return to === undefined ? ref : { ...ref, entity: to as EntityId };
}

/** A claim whose source, speakers, listeners, medium and opponents go by other ids; the very claim where none of them changes. */
export function mapClaim(claim: Claim, ids: IdMap): Claim {
  const source = mapId(claim.source, ids);
  const attribution = mapList(claim.attribution, (step) => mapRef(step, ids));
  const audience = claim.audience && mapRef(claim.audience, ids);
  const medium = claim.medium && mapRef(claim.medium, ids);
  const against = claim.against && mapList(claim.against, (id) => mapId(id, ids));
  const isSame =
    source === claim.source &&
    attribution === claim.attribution &&
    audience === claim.audience &&
    medium === claim.medium &&
    against === claim.against;
  if (isSame) return claim;
  return {
    ...claim,
    source,
    attribution,
    ...(audience ? { audience } : {}),
    ...(medium ? { medium } : {}),
    ...(against ? { against } : {}),
  };
}

/** A relation whose type, ends and claims go by other ids; the very relation where none of them changes. */
export function mapRelation(relation: Relation, ids: IdMap): Relation {
  const [type, from, to] = [mapId(relation.type, ids), mapId(relation.from, ids), mapId(relation.to, ids)];
  const claims = mapList(relation.claims, (claim) => mapClaim(claim, ids));
  const isSame = type === relation.type && from === relation.from && to === relation.to && claims === relation.claims;
  return isSame ? relation : { ...relation, type, from, to, claims };
}

/** An entity whose claims and subjects go by other ids; the very entity where none of them changes. Its own id stays. */
export function mapEntity(entity: Entity, ids: IdMap): Entity {
  const claims = entity.claims && mapList(entity.claims, (claim) => mapClaim(claim, ids));
  const about = entity.about && mapList(entity.about, (id) => mapId(id, ids));
  if (claims === entity.claims && about === entity.about) return entity;
  return { ...entity, ...(claims ? { claims } : {}), ...(about ? { about } : {}) };
}
