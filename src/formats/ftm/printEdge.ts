import type { Dataset } from '../../model/dataset.ts';
import type { Relation, RelationType } from '../../model/records.ts';
import { type Standing, standingOf } from '../../model/standing.ts';
import { splitDates } from '../fileDate.ts';
import { sayClaimLine } from './claimLines.ts';
import { EDGE_SCHEMATA, type EdgeSchema } from './edgeSchemata.ts';
import { fileIdOf, keptFtmOf } from './keptFtm.ts';
import { writeLineId } from './lineIds.ts';
import { OWN_PROPERTY, printOwnPart } from './ownPart.ts';
import { addProperties, addValue, cutDate, type Line } from './propertyRules.ts';
import { isDerived } from './provenance.ts';
import { schemaOf } from './schemaOf.ts';
import { isA } from './schemata.ts';
import { standingMarks } from './standingMarks.ts';

function endSchema(dataset: Dataset, id: Relation['from']): string {
  const entity = dataset.entities.get(id);
  return entity ? schemaOf(entity) : 'Thing';
}

function endId(dataset: Dataset, id: Relation['from']): string | null {
  const entity = dataset.entities.get(id);
  if (!entity) return id;
  return keptFtmOf(entity)?.standsIn === 'not stated' ? null : fileIdOf(entity);
}

/** What may be an edge that other programs read as a fact: nothing that is denied, doubted or less than reported. */
function isPlain({ word, disputed }: Standing): boolean {
  return !disputed && (word === 'stated' || word === 'reported' || word === 'unsourced');
}

/** The edge schema of a relation: its type's own or its group's where the ends fit, else that of a link of an unknown kind. */
export function chooseEdge(dataset: Dataset, relation: Relation, standing: Standing): readonly [string, EdgeSchema] {
  const unknown = EDGE_SCHEMATA.get('UnknownLink');
  if (!unknown) throw new Error('No schema UnknownLink');
  const type = dataset.types.get(relation.type);
  const byGroup = type?.group === 'family' ? 'Family' : type?.group === 'ownership' ? 'Ownership' : 'UnknownLink';
  const name = type?.schema ?? byGroup;
  // Only the newer versions know Control.
  const edge = name === 'Control' ? undefined : EDGE_SCHEMATA.get(name);
  const fits =
    edge &&
    isA(endSchema(dataset, relation.from), edge.sourceRange) &&
    isA(endSchema(dataset, relation.to), edge.targetRange);
  return edge && fits && isPlain(standing) ? [name, edge] : ['UnknownLink', unknown];
}

function addDates(line: Line, relation: Relation, type: RelationType | undefined): void {
  const { start, end } = splitDates(relation.valid);
  const iso = (text: string | undefined): string =>
    /^\d{4}(?:-\d\d){0,2}$/.test(cutDate(text ?? '')) ? cutDate(text ?? '') : '';
  if (type?.moment && start === end) addValue(line, 'date', iso(start));
  else {
    addValue(line, 'startDate', iso(start));
    addValue(line, 'endDate', iso(end));
  }
}

/** A relation from elsewhere as an edge whose wording says its standing, with its claims as text and a part of ours. */
export function buildOwnEdge(dataset: Dataset, relation: Relation, asOf: number | null): Line {
  const standing = standingOf(dataset, relation.id, asOf);
  const [schema, edge] = chooseEdge(dataset, relation, standing);
  const type = dataset.types.get(relation.type);
  const line: Line = { id: writeLineId(relation.id), schema, properties: new Map(), extra: new Map() };
  addValue(line, edge.source, endId(dataset, relation.from));
  addValue(line, edge.target, endId(dataset, relation.to));
  const wording = relation.label ?? type?.forward.full ?? '';
  const marks = standingMarks(standing);
  const said = marks.length === 0 ? wording : `${wording} [${marks.join('; ')}]`;
  if (said !== edge.full && said !== edge.short) addValue(line, edge.wordingIn, said);
  addDates(line, relation, type);
  addProperties(line, relation.properties, 'description');
  for (const claim of relation.claims) {
    if (isDerived(claim)) continue;
    addValue(line, 'description', sayClaimLine(dataset, claim));
    addValue(line, 'proof', writeLineId(claim.source));
  }
  const { claims: _apart, ...record } = relation;
  if (type) addValue(line, OWN_PROPERTY, printOwnPart({ relation: { ...record, claims: [] }, type }));
  return line;
}

/** The pairs of an edge joined again: their ends together, everything else as it came. */
export function restoreEdge(dataset: Dataset, pairs: readonly Relation[]): Line | null {
  const [first] = pairs;
  const kept = first && keptFtmOf(first);
  const edge = kept && EDGE_SCHEMATA.get(kept.schema);
  if (!first || !kept || !edge) return null;
  const properties = new Map(Object.entries(first.properties ?? {}).map(([key, values]) => [key, [...values]]));
  const line: Line = { id: edgeIdOf(first), schema: kept.schema, properties, extra: kept.extra as Line['extra'] };
  for (const { from, to } of pairs) {
    addValue(line, edge.source, endId(dataset, from));
    addValue(line, edge.target, endId(dataset, to));
  }
  return line;
}

/** The id of the edge that a relation was read from. */
export function edgeIdOf(relation: Relation): string {
  return keptFtmOf(relation)?.sayso.edge ?? relation.id;
}
