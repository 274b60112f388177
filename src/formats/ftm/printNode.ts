import type { Entity, Kind } from '../../model/records.ts';
import { fileIdOf, type KeptFtm, keptFtmOf } from './keptFtm.ts';
import { OWN_PROPERTY, printOwnPart } from './ownPart.ts';
import { addProperties, addValue, holdsValue, type Line } from './propertyRules.ts';

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

/** Names go back to the properties that they came from, as far as they are still names; new ones become aliases. */
function addNames(line: Line, entity: Entity, { sayso }: KeptFtm): void {
  const current = new Set([entity.name, ...(entity.aliases ?? [])]);
  const placed = new Set<string>();
  const isNamed = sayso.shown === '' ? entity.name !== entity.id : entity.name !== sayso.shown;
  if (isNamed) addValue(line, 'name', entity.name);
  for (const [property, values] of Object.entries(sayso.names ?? {})) {
    for (const value of values) {
      if (current.has(value)) addValue(line, property, value);
      placed.add(value);
    }
  }
  for (const alias of entity.aliases ?? []) if (!placed.has(alias)) addValue(line, 'alias', alias);
}

function restoreNode(entity: Entity, kept: KeptFtm): Line {
  const line: Line = { id: fileIdOf(entity), schema: kept.schema, properties: new Map(), extra: kept.extra as Line['extra'] };
  addNames(line, entity, kept);
  for (const [property, values] of Object.entries(entity.properties ?? {})) line.properties.set(property, [...values]);
  if (entity.summary !== undefined) addValue(line, kept.sayso.summaryFrom ?? 'summary', entity.summary);
  return line;
}

/** Identifiers under their own names where FollowTheMoney has them, else as notes. */
function addIdentifiers(line: Line, { identifiers = [] }: Entity): void {
  for (const { scheme, value, url } of identifiers) {
    if (holdsValue(line.schema, scheme, value)) addValue(line, scheme, value);
    else addValue(line, 'notes', `${scheme}: ${url ?? value}`);
  }
}

function buildOwnNode(entity: Entity): Line {
  const line: Line = { id: entity.id, schema: schemaOf(entity), properties: new Map(), extra: new Map() };
  addValue(line, 'name', entity.name);
  if (entity.kind === 'Place') addValue(line, 'full', entity.name);
  const names = Object.values(entity.names ?? {}).flat();
  for (const alias of [...(entity.aliases ?? []), ...names]) if (alias !== entity.name) addValue(line, 'alias', alias);
  addValue(line, 'summary', entity.summary);
  addProperties(line, entity.properties, 'notes');
  addIdentifiers(line, entity);
  const { claims: _apart, ...record } = entity;
  addValue(line, OWN_PROPERTY, printOwnPart({ entity: record }));
  return line;
}

/** The line of an entity: as it came, or by its kind with a part of ours. Null for one that stands in for a missing line. */
export function buildNodeLine(entity: Entity): Line | null {
  const kept = keptFtmOf(entity);
  if (kept?.standsIn) return null;
  return kept && kept.schema !== '' ? restoreNode(entity, kept) : buildOwnNode(entity);
}
