import type { Issue } from './dataError.ts';
import { allotClaims, type ClaimPool, createClaimPool, turnClaim } from './joinClaims.ts';
import { joinHead } from './joinHead.ts';
import { createJoinIds, findStatementIds, type JoinIds } from './joinIds.ts';
import { findRelations, findSources, findTypes, isSameEntity } from './joinSame.ts';
import { isSameContent } from './mergeContent.ts';
import type { PlacedFile } from './mergeEntities.ts';
import { uniteEntity, uniteFields, uniteRelation, uniteSource } from './mergeFields.ts';
import { mapEntity, mapList, mapRelation } from './mergeReferences.ts';
import type {
  Claim,
  DatasetFile,
  Entity,
  EntityId,
  MergedEntity,
  Relation,
  RelationId,
  RelationType,
  Source,
} from './records.ts';

/** What adding one dataset to another gives. */
export interface Joined {
  readonly file: PlacedFile;
  /** What was not as one would think, nothing of it lost. */
  readonly issues: readonly Issue[];
}

interface Joining {
  readonly base: PlacedFile;
  readonly added: PlacedFile;
  readonly ids: JoinIds;
  /** What became of ids of sources, types and entities; then of relations and claims. By id of `added`. */
  readonly renamed: Map<string, string>;
  readonly renamedLater: Map<string, string>;
  readonly issues: Issue[];
}

/** So many of one kind are listed one by one. */
const MOST_LISTED = 200;

function tell({ issues }: Joining, code: string, where: string, params: Issue['params']): void {
  issues.push({ code, where, params, severity: 'note' });
}

function addTo<Row>(lists: Map<string, Row[]>, id: string, row: Row): void {
  const list = lists.get(id);
  if (list) list.push(row);
  else lists.set(id, [row]);
}

/** The base's records, each with those of `added` that are the same, and the rest behind them under ids that are free. */
function joinRows<Row extends { readonly id: string }>(
  { ids, renamed }: Joining,
  base: readonly Row[],
  added: readonly Row[],
  find: (row: Row, ids: readonly string[]) => Row | undefined,
  unite: (mine: Row, other: Row) => Row,
): { readonly rows: readonly Row[]; readonly fresh: readonly Row[] } {
  const same = new Map<string, Row[]>();
  const fresh: Row[] = [];
  for (const row of added) {
    const found = find(row, ids.earlier(row.id));
    const id = found?.id ?? ids.allot(row.id);
    if (id !== row.id) renamed.set(row.id, id);
    if (found) addTo(same, id, row);
    else fresh.push(id === row.id ? row : { ...row, id });
  }
  const united = mapList(base, (row) => (same.get(row.id) ?? []).reduce(unite, row));
  return { rows: fresh.length > 0 ? [...united, ...fresh] : united, fresh };
}

/** Which entity of the base one of `added` is; one that was merged away there is the one that it went into. */
function createEntityFinder({ base, ids }: Joining): (entity: Entity) => EntityId | undefined {
  const known = new Map<string, { readonly entity: Entity; readonly to: EntityId }>();
  for (const entity of base.entities) known.set(entity.id, { entity, to: entity.id });
  for (const { into, before } of [...(base.merged ?? [])].reverse()) {
    const target = known.get(into)?.to;
    if (target && !known.has(before.gone.id)) known.set(before.gone.id, { entity: before.gone, to: target });
  }
  return (entity) => {
    for (const id of ids.earlier(entity.id)) {
      const found = known.get(id);
      if (found && isSameEntity(found.entity, entity)) return found.to;
    }
    return undefined;
  };
}

interface Matched<Row> {
  readonly row: Row;
  readonly to: Row['id' & keyof Row];
  readonly isNew: boolean;
}

function matchEntities(joining: Joining): Matched<Entity>[] {
  const { added, ids, renamed } = joining;
  const find = createEntityFinder(joining);
  return added.entities.map((row) => {
    const found = find(row);
    const to = found ?? (ids.allot(row.id) as EntityId);
    if (to !== row.id) renamed.set(row.id, to);
    if (!found && to !== row.id) tell(joining, 'id-repeated', row.name, { id: row.id });
    return { row, to, isNew: found === undefined };
  });
}

function matchRelations({ base, ids, renamedLater }: Joining, rows: readonly Relation[], types: readonly RelationType[]) {
  const finder = findRelations(base, types);
  return rows.map((row): Matched<Relation> => {
    const found = finder.find(row, ids.earlier(row.id));
    const to = found?.id ?? (ids.allot(row.id) as RelationId);
    if (to !== row.id) renamedLater.set(row.id, to);
    return { row, to, isNew: found === undefined };
  });
}

/** Base rows with what matched them, and new ones; claims through pools, which are finished when every id is known. */
function joinClaimed<Row extends Entity | Relation>(
  { ids, renamedLater }: Joining,
  base: readonly Row[],
  matched: readonly Matched<Row>[],
  unite: (mine: Row, other: Row) => Row,
): () => readonly Row[] {
  const own = new Map<string, Row>(base.map((row) => [row.id, row]));
  const pools = new Map<string, ClaimPool>();
  const same = new Map<string, Row[]>();
  const fresh: Row[] = [];
  for (const { row, to, isNew } of matched) {
    if (isNew) {
      const claims = row.claims && allotClaims(row.claims, ids, renamedLater);
      const isSame = to === row.id && claims === row.claims;
      fresh.push(isSame ? row : ({ ...row, id: to, ...(claims ? { claims } : {}) } as Row));
      continue;
    }
    const pool = pools.get(to) ?? createClaimPool(own.get(to)?.claims ?? [], ids, renamedLater);
    pools.set(to, pool);
    pool.add(row.claims ?? []);
    addTo(same, to, { ...row, claims: [] } as unknown as Row);
  }
  const withNow = (row: Row, claims: readonly Claim[] | undefined): Row =>
    claims && (row.claims || claims.length > 0) && claims !== row.claims ? { ...row, claims } : row;
  return () => {
    const united = mapList(base, (row) =>
      withNow((same.get(row.id) ?? []).reduce(unite, row), pools.get(row.id)?.finish(renamedLater)),
    );
    const turned = fresh.map((row) =>
      withNow(row, row.claims && mapList(row.claims, (claim) => turnClaim(claim, renamedLater))),
    );
    return turned.length > 0 ? [...united, ...turned] : united;
  };
}

/** Claims set against others, entities about relations: by the ids that these have now. */
function mapAbout(entity: Entity, renamedLater: ReadonlyMap<string, string>): Entity {
  const about = entity.about && mapList(entity.about, (id) => (renamedLater.get(id) ?? id) as RelationId);
  return about === entity.about || !about ? entity : { ...entity, about };
}

function withStatements<Row extends { readonly claims?: readonly Claim[] }>(
  row: Row,
  renamed: ReadonlyMap<string, string>,
): Row {
  const claims =
    row.claims &&
    mapList(row.claims, (claim) => {
      const statement = claim.statement === undefined ? undefined : renamed.get(claim.statement);
      return statement === undefined ? claim : { ...claim, statement };
    });
  return claims === row.claims ? row : { ...row, claims };
}

function tellDifferences(joining: Joining, matched: readonly Matched<Entity>[]): void {
  const own = new Map(joining.base.entities.map((entity) => [entity.id, entity]));
  for (const { row, to } of matched) {
    const mine = own.get(to as EntityId);
    if (!mine) continue;
    if (mine.kind !== row.kind && mine.kind !== 'Other' && row.kind !== 'Other') {
      tell(joining, 'field-differs', mine.name, { field: 'kind', mine: mine.kind, other: row.kind });
    }
    if (mine.summary && row.summary && mine.summary !== row.summary) {
      tell(joining, 'field-differs', mine.name, { field: 'summary', mine: mine.summary, other: row.summary });
    }
  }
}

/** Merges that were made in what is added can be taken back where nothing of them had to get another id. */
function joinMerged(joining: Joining): readonly MergedEntity[] {
  const { base, added, renamed, renamedLater, ids } = joining;
  const own = base.merged ?? [];
  const isHeld = (entry: MergedEntity): boolean => own.some((each) => isSameContent(each, entry));
  const more = (added.merged ?? []).filter((entry) => !isHeld(entry));
  const isWhole = ({ before }: MergedEntity): boolean => {
    const { gone, kept, entities, relations } = before;
    const rows = [kept, ...entities, ...relations];
    return ids.isFree(gone.id) && rows.every(({ id }) => !renamed.has(id) && !renamedLater.has(id));
  };
  const left = more.filter((entry) => !isWhole(entry));
  for (const { before } of left) tell(joining, 'merge-final', before.kept.name, { name: before.gone.name });
  const taken = more.filter(isWhole);
  return taken.length > 0 ? [...own, ...taken] : own;
}

/** Those beyond the limit are counted for each code. */
function shorten(issues: readonly Issue[]): Issue[] {
  const counts = new Map<string, number>();
  const listed = issues.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_LISTED;
  });
  for (const [code, count] of counts) {
    if (count <= MOST_LISTED) continue;
    listed.push({ code: 'issues-not-listed', where: '', params: { code, count: count - MOST_LISTED }, severity: 'note' });
  }
  return listed;
}

/**
 * Adds one dataset to another. An entity is the same as one of the base where they have the same id and are evidently the
 * same (a name, alias or identifier in common); others of that id get a new one, told as `id-repeated`. Sources, types,
 * relations and claims are the same by what they say (`joinSame`). What is the same is united: the base's own stays where
 * both say something else, and the other is kept beside it. The result has unique ids and nothing that dangles; adding a
 * dataset to itself gives the very base. No record is changed. Linear in both.
 */
export function joinDatasets(base: PlacedFile, added: PlacedFile): Joined {
  const { sources, entities, relations, relationTypes, stories = [], notes } = added;
  if (![sources, entities, relations, relationTypes, stories].some(({ length }) => length > 0) && !notes) {
    return { file: base, issues: [] };
  }
  const ids = createJoinIds(base, added);
  const joining: Joining = { base, added, ids, renamed: new Map(), renamedLater: new Map(), issues: [] };
  const { renamed, renamedLater } = joining;
  const uniteType = (mine: RelationType, other: RelationType): RelationType =>
    uniteFields(mine, other, new Set(['id', 'forward', 'reverse']));
  const joinedSources = joinRows<Source>(joining, base.sources, sources, findSources(base.sources).find, uniteSource);
  const types = joinRows(joining, base.relationTypes, relationTypes, findTypes(base.relationTypes).find, uniteType);
  const people = matchEntities(joining);
  tellDifferences(joining, people);

  const mapped: DatasetFile = {
    ...added,
    entities: people.map(({ row }) => mapEntity(row, renamed)),
    relations: relations.map((relation) => mapRelation(relation, renamed)),
  };
  const statements = findStatementIds(base, mapped);
  const links = matchRelations(joining, mapped.relations.map((row) => withStatements(row, statements)), types.fresh);
  const rows = people.map((one, i) => ({ ...one, row: withStatements(mapped.entities[i] ?? one.row, statements) }));
  // Ids of relations are all known here; those of claims once both have been taken in.
  const about = rows.map((one) => ({ ...one, row: mapAbout(one.row, renamedLater) }));
  const finishEntities = joinClaimed<Entity>(joining, base.entities, about, uniteEntity);
  const finishRelations = joinClaimed<Relation>(joining, base.relations, links, uniteRelation);
  const merged = joinMerged(joining);
  const renaming = { ids: new Map([...renamed, ...renamedLater]), gone: new Set<string>() };
  const file: PlacedFile = {
    ...base,
    ...joinHead(base, added, renaming),
    sources: joinedSources.rows,
    entities: finishEntities(),
    relations: finishRelations(),
    relationTypes: types.rows,
    ...(merged.length > 0 ? { merged } : {}),
  };
  const names = Object.keys(file) as (keyof PlacedFile)[];
  const isSame = names.every((name) => file[name] === base[name]);
  return { file: isSame ? base : file, issues: shorten(joining.issues) };
}
