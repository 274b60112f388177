import type { Entity, Kind } from '../../model/records.ts';
import { keptFtmOf } from './keptFtm.ts';

const SCHEMA_OF: Readonly<Record<Kind, string>> = {
  Person: 'Person',
  Company: 'Company',
  PublicBody: 'PublicBody',
  Organization: 'Organization',
  Place: 'Address',
  Event: 'Event',
  Asset: 'Asset',
  // FollowTheMoney has no plain thing; this is its word for one of which little is known.
  Other: 'LegalEntity',
};

/** The schema that an entity is written as: its own where it came with one. */
export function schemaOf(entity: Entity): string {
  return keptFtmOf(entity)?.schema || SCHEMA_OF[entity.kind];
}
