import { cutDataset } from '../../model/cutDataset.ts';
import type { Issue } from '../../model/dataError.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { DatasetPart } from '../../model/keptRecords.ts';
import type { DatasetFile, Entity, Relation } from '../../model/records.ts';
import { standingOf } from '../../model/standing.ts';
import { splitDates } from '../fileDate.ts';
import { keptFtmOf } from './keptFtm.ts';
import { chooseEdge } from './printEdge.ts';
import { holdsValue } from './propertyRules.ts';
import { isDerived } from './provenance.ts';
import { schemaOf } from './schemaOf.ts';

const isOwn = (record: object): boolean => {
  const kept = keptFtmOf(record);
  return kept === null || (kept.schema === '' && kept.standsIn === null && !kept.implied);
};

function hasDoubtfulDate({ valid }: Relation): boolean {
  const { start, end } = splitDates(valid);
  return valid !== undefined && [start, end].some((date) => date !== undefined && !/^\d{4}(?:-\d\d){0,2}$/.test(date));
}

function isUnlike(dataset: Dataset, relation: Relation): boolean {
  const schema = dataset.types.get(relation.type)?.schema;
  if (schema === undefined || schema === 'UnknownLink') return false;
  const [chosen] = chooseEdge(dataset, relation, standingOf(dataset, relation.id));
  return chosen !== schema;
}

function countForeign(entities: readonly Entity[]): number {
  const count = (entity: Entity): number =>
    Object.entries(entity.properties ?? {})
      .flatMap(([key, values]) => values.map((value) => holdsValue(schemaOf(entity), key, value)))
      .filter((held) => !held).length;
  return entities.reduce((sum, entity) => sum + count(entity), 0);
}

/** What only Sayso reads back from the lines, or nobody: counts by code, empty ones left out. */
function countLosses(dataset: Dataset, file: DatasetFile): ReadonlyMap<string, number> {
  const entities = file.entities.filter(isOwn);
  const relations = file.relations.filter(isOwn);
  const claims = [...file.relations, ...file.entities].flatMap((record) => record.claims ?? []);
  const hasLayout = Object.hasOwn(file, 'positions');
  return new Map([
    ['loss-claims-as-notes', claims.filter((claim) => !isDerived(claim)).length],
    ['loss-kinds', entities.filter(({ kind }) => kind === 'Place' || kind === 'Other').length],
    ['loss-edge-schema', relations.filter((relation) => isUnlike(dataset, relation)).length],
    ['loss-dates', relations.filter(hasDoubtfulDate).length],
    ['loss-properties-as-text', countForeign(entities)],
    ['loss-dataset-head', [file.description, file.licence, file.authors, file.contact].filter(Boolean).length],
    ['loss-positions', hasLayout ? 1 : 0],
    ['loss-stories', dataset.file.stories?.length ?? 0],
    ['loss-passages', file.sources.filter(({ passages }) => passages?.kind === 'own copy').length],
    ['loss-notes', dataset.file.notes ? 1 : 0],
  ]);
}

/** What FollowTheMoney cannot hold of a part, as issues with counts. Linear in the part. */
export function findFtmLosses(dataset: Dataset, part: DatasetPart): Issue[] {
  return [...countLosses(dataset, cutDataset(dataset, part))]
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, where: '', params: { count }, severity: 'warning' }));
}
