import { buildDataset } from '../model/buildDataset.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Claim, DatasetFile, Relation, RelationId } from '../model/records.ts';

/** A claim for tests: stated by the source unless told otherwise. */
export function claimOf(fields: object = {}): Claim {
  const claim = {
    id: 'c',
    stance: 'asserts',
    modality: 'stated',
    source: 's',
    attribution: [],
    locators: [],
    text: '',
  };
  return { ...claim, ...fields } as unknown as Claim;
}

const TYPES = [
  { id: 'ceo', moment: false, symmetric: false, forward: 'is chief executive of', reverse: 'is led by', group: 'role' },
  { id: 'ties', moment: false, symmetric: true, forward: 'has ties with', reverse: 'has ties with', group: 'contact' },
  { id: 'call', moment: true, symmetric: false, forward: 'called', reverse: 'was called by', group: 'contact' },
].map(({ forward, reverse, ...type }) => ({
  ...type,
  forward: { full: forward, short: forward.replace('is ', '') },
  reverse: { full: reverse, short: reverse.replace('is ', '') },
}));

/** A small dataset for tests: two people, a company and a newspaper; `claims` are those of the relation "ties". */
export function datasetOf(claims: readonly Claim[] = [], relation: object = {}): Dataset {
  const file = {
    sayso: 1,
    id: 'd',
    title: 'Test',
    sources: [
      {
        id: 's',
        label: 'The digest',
        kind: 'article',
        title: null,
        publisher: 'Daily',
        authors: [],
        published: '2024-10-25',
        url: null,
      },
    ],
    entities: [
      { id: 'ann', kind: 'Person', name: 'Ann Lee' },
      { id: 'bob', kind: 'Person', name: 'Bob Ray' },
      { id: 'acme', kind: 'Company', name: 'Acme' },
      { id: 'wsj', kind: 'Company', name: 'The Journal' },
    ],
    relationTypes: TYPES,
    relations: [
      { id: 'r', type: 'ties', from: 'ann', to: 'bob', claims, ...relation },
      { id: 'r2', type: 'ceo', from: 'ann', to: 'acme', claims: [] },
    ],
  };
  return buildDataset(file as unknown as DatasetFile);
}

/** The relation "r" of the small dataset. */
export function getRelation(dataset: Dataset): Relation {
  const relation = dataset.relations.get('r' as RelationId);
  if (!relation) throw new Error('the small dataset has a relation r');
  return relation;
}
