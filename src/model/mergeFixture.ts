import fc from 'fast-check';
import { buildDataset, tieId } from './buildDataset.ts';
import { someDataset } from './chooseFixture.ts';
import type { PlacedFile } from './mergeEntities.ts';
import type { Claim, ClaimId, DatasetFile, EntityId, RelationId, SourceId } from './records.ts';

/** Every id once: the fixture has one of source, relation and entity alike. */
function withOwnIds(file: DatasetFile): DatasetFile {
  const source = (id: SourceId): SourceId => (id === '__proto__' ? ('s3' as SourceId) : id);
  const own = (claims: readonly Claim[]): Claim[] =>
    claims.map((claim) => ({ ...claim, source: source(claim.source) }));
  return {
    ...file,
    sources: file.sources.map((each) => ({ ...each, id: source(each.id) })),
    entities: file.entities.map((entity) => (entity.claims ? { ...entity, claims: own(entity.claims) } : entity)),
    relations: file.relations.map((relation, i) => ({
      ...relation,
      id: `r${i}` as RelationId,
      claims: own(relation.claims),
    })),
  };
}

/** Files that name their entities wherever a file can: in attributions, as listeners and media, in stories, by place. */
export const someFile: fc.Arbitrary<PlacedFile> = fc
  .record({
    dataset: someDataset,
    links: fc.array(fc.nat(40), { minLength: 3, maxLength: 9 }),
    placed: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ dataset: plain, links, placed }) => {
    const dataset = buildDataset(withOwnIds(plain.file));
    const people = [...dataset.entities.keys()];
    const targets: (ClaimId | RelationId)[] = [...dataset.claims.keys(), ...dataset.relations.keys()];
    let i = 0;
    const next = (): number => links[(i += 1) % links.length] ?? 0;
    const person = (): EntityId => people[next() % people.length] as EntityId;
    const more = (claim: Claim): Claim => {
      if (next() % 3 === 0) return claim;
      const against = targets[next() % targets.length];
      return {
        ...claim,
        audience: { entity: person() },
        medium: { label: 'radio' },
        ...(against ? { against: [against] } : {}),
      };
    };
    const { file } = dataset;
    const ends = [...dataset.ties.keys()];
    const step = (id: string) => ({
      id,
      caption: id,
      selection: [...new Set([person(), ends[0] ?? person()])],
      show: [person()],
      view: {
        hidden: [person()],
        expanded: [...new Set([person(), person()])],
        moved: [{ id: person(), x: 1, y: 2 }],
        filters: { speakers: [`id ${person()}`, 'as wsj'] },
        callouts: [{ id: '1', text: 'Look', at: { entity: person() } }],
      },
    });
    return {
      ...file,
      entities: file.entities.map((entity, at) => ({
        ...entity,
        name: `Name ${at}`,
        ...(at % 2 === 0 ? { aliases: ['Both'], summary: `What ${at} is` } : {}),
        properties: { birthDate: [`19${at}0`] },
        ...(entity.claims ? { claims: entity.claims.map(more) } : {}),
      })),
      relations: file.relations.map((relation) => ({ ...relation, claims: relation.claims.map(more) })),
      stories: [{ id: 'told', title: 'Told', steps: [step('one'), step('two')] }, 'no story'],
      positions: Object.fromEntries(people.flatMap((id, at) => (placed[at] ? [[id, [at, at]]] : []))),
    };
  });

/** All ids by which a file names entities, in records and stories. */
export function findNamed(file: PlacedFile): Set<string> {
  const { claims, relations } = buildDataset(file);
  const said = [...claims.values()].flatMap(({ claim }) => [...claim.attribution, claim.audience, claim.medium]);
  return new Set([
    ...said.flatMap((ref) => ref?.entity ?? []),
    ...[...relations.values()].flatMap(({ from, to }) => [from, to]),
  ]);
}

/** The tie of two plain ids. */
export const tieOf = (a: string, b: string): string => tieId(a as EntityId, b as EntityId);
