import type { Dataset } from '../../model/dataset.ts';
import type { Entity } from '../../model/records.ts';
import { entityStandingOf } from '../../model/standing.ts';
import { sayClaimLine } from './claimLines.ts';
import { fileIdOf, type KeptFtm, keptFtmOf, wholeNameOf } from './keptFtm.ts';
import { writeLineId } from './lineIds.ts';
import { OWN_PROPERTY, printOwnPart } from './ownPart.ts';
import { addProperties, addValue, holdsValue, type Line } from './propertyRules.ts';
import { schemaOf } from './schemaOf.ts';
import { standingMarks } from './standingMarks.ts';

/** Names go back to the properties that they came from, as far as they are still names; new ones become aliases. */
function addNames(line: Line, entity: Entity, { sayso }: KeptFtm): void {
  const name = wholeNameOf(entity);
  const current = new Set([name, ...(entity.aliases ?? [])]);
  const placed = new Set<string>();
  const isNamed = sayso.shown === '' ? name !== entity.id : name !== sayso.shown;
  if (isNamed) addValue(line, 'name', name);
  for (const [property, values] of Object.entries(sayso.names ?? {})) {
    for (const value of values) {
      if (current.has(value)) addValue(line, property, value);
      placed.add(value);
    }
  }
  for (const alias of entity.aliases ?? []) if (!placed.has(alias)) addValue(line, 'alias', alias);
}

function restoreNode(entity: Entity, kept: KeptFtm): Line {
  const line: Line = {
    id: fileIdOf(entity),
    schema: kept.schema,
    properties: new Map(),
    extra: kept.extra as Line['extra'],
  };
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
  const line: Line = { id: writeLineId(entity.id), schema: schemaOf(entity), properties: new Map(), extra: new Map() };
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

/** What is claimed about an entity, for people; an Event is marked with its standing, since its name alone reads as a fact. */
function addClaims(line: Line, dataset: Dataset, { id, kind, claims = [] }: Entity, asOf: number | null): void {
  for (const claim of claims) addValue(line, 'description', sayClaimLine(dataset, claim));
  if (kind !== 'Event') return;
  for (const mark of standingMarks(entityStandingOf(dataset, id, asOf))) addValue(line, 'keywords', mark);
}

/** The line of an entity: as it came, or by its kind with a part of ours. Null for one that stands in for a missing line. */
export function buildNodeLine(dataset: Dataset, entity: Entity, asOf: number | null): Line | null {
  const kept = keptFtmOf(entity);
  if (kept?.standsIn) return null;
  if (kept && kept.schema !== '') return restoreNode(entity, kept);
  const line = buildOwnNode(entity);
  addClaims(line, dataset, entity, asOf);
  return line;
}
