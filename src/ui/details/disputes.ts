import { isPassing } from '../../model/chooseRelations.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Claim, Entity, EntityId, Relation } from '../../model/records.ts';
import { eventOf, isPublic } from '../../model/standing.ts';
import type { Known } from '../kit/known.ts';

/** A record with the claims that deny or limit it, public or not. */
interface Contested {
  readonly relation?: Relation;
  readonly event?: Entity;
  /** The Event of which a relation is a role. */
  readonly roleIn: EntityId | null;
  readonly claims: readonly Claim[];
}

/** Something that somebody denies or limits; `isShown`: filters and clocks let it through. */
export interface Disputed {
  readonly relation?: Relation;
  readonly event?: Entity;
  readonly isShown: boolean;
}

/** One pass over all claims for each dataset: a clock that plays asks many times. */
const contested = new WeakMap<Dataset, readonly Contested[]>();

const opposing = (claims: readonly Claim[]): Claim[] =>
  claims.filter(({ stance }) => stance === 'denies' || stance === 'limits');

function findContested(dataset: Dataset): readonly Contested[] {
  const known = contested.get(dataset);
  if (known) return known;
  const found: Contested[] = [];
  for (const relation of dataset.relations.values()) {
    const claims = opposing(relation.claims);
    if (claims.length > 0) found.push({ relation, roleIn: eventOf(dataset, relation), claims });
  }
  for (const event of dataset.entities.values()) {
    const claims = event.kind === 'Event' ? opposing(event.claims ?? []) : [];
    if (claims.length > 0) found.push({ event, roleIn: null, claims });
  }
  contested.set(dataset, found);
  return found;
}

/** An Event is let through with any of its roles, or where it has none. */
function isEventShown({ dataset, choice }: Known, { id }: Entity): boolean {
  const roles = (dataset.relationsOf.get(id) ?? []).filter((role) => {
    const relation = dataset.relations.get(role);
    return relation && eventOf(dataset, relation) === id;
  });
  return roles.length === 0 || roles.some((role) => isPassing(choice, role));
}

/** Every relation that is disputed under the public clock, then every Event, which stands for those of its roles. */
export function findDisputed(known: Known): Disputed[] {
  const { dataset, asOf, choice } = known;
  const now = findContested(dataset).filter(({ claims }) => claims.some((claim) => isPublic(dataset, claim, asOf)));
  const listed = new Set(now.flatMap(({ event }) => event?.id ?? []));
  return now.flatMap(({ relation, event, roleIn }): readonly Disputed[] => {
    if (event) return [{ event, isShown: isEventShown(known, event) }];
    if (!relation || (roleIn !== null && listed.has(roleIn))) return [];
    return [{ relation, isShown: isPassing(choice, relation.id) }];
  });
}
