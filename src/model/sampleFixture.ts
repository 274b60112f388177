import type { Claim, DatasetFile, Entity, Kind, Relation, RelationType, Step } from './records.ts';

/** What a sample may say instead of plain values; ids are plain strings here. */
type Loose<Record_> = { readonly [Key in keyof Record_]?: unknown };

/** Builders of small valid records for tests; a test names only what it is about. */
export function sampleEntity(id: string, more: Loose<Entity> = {}): Entity {
  return { id, kind: 'Person' satisfies Kind, name: id, ...more } as unknown as Entity;
}

/** An assertion in the source's own voice unless the test says otherwise. */
export function sampleClaim(id: string, more: Loose<Claim> = {}): Claim {
  return {
    id,
    stance: 'asserts',
    modality: 'stated',
    source: 's1',
    attribution: [],
    locators: [{ paragraph: 1 }],
    text: `Text of ${id}.`,
    ...more,
  } as unknown as Claim;
}

/** A relation of the type `knows`. */
export function sampleRelation(
  id: string,
  from: string,
  to: string,
  claims: readonly Claim[],
  more: Loose<Relation> = {},
): Relation {
  return { id, type: 'knows', from, to, claims, ...more } as unknown as Relation;
}

/** A named speaker by entity id. */
export function named(entity: string): Step {
  return { entity, kind: 'named' } as unknown as Step;
}

const TYPES = [
  {
    id: 'knows',
    forward: { full: 'knows', short: 'knows' },
    reverse: { full: 'is known by', short: 'known by' },
    symmetric: false,
    moment: false,
    group: 'contact',
  },
  {
    id: 'meets',
    forward: { full: 'is in contact with', short: 'contact with' },
    reverse: { full: 'is in contact with', short: 'contact with' },
    symmetric: true,
    moment: false,
    group: 'contact',
  },
  {
    id: 'asked',
    forward: { full: 'asked in', short: 'asked' },
    reverse: { full: 'was asked by', short: 'asked by' },
    symmetric: false,
    moment: true,
    group: 'event-role',
  },
] as unknown as readonly RelationType[];

/** A valid file with one source, `s1`, published by nobody on 2024-10-25. */
export function sampleFile(
  entities: readonly Entity[],
  relations: readonly Relation[],
  more: Loose<DatasetFile> = {},
): DatasetFile {
  return {
    sayso: 1,
    id: 'sample',
    title: 'A sample',
    sources: [
      {
        id: 's1',
        label: 'The source',
        kind: 'article',
        title: null,
        publisher: null,
        authors: [],
        published: '2024-10-25',
        url: null,
      },
    ],
    entities,
    relations,
    relationTypes: TYPES,
    ...more,
  } as unknown as DatasetFile;
}
