import { DataError } from '../model/dataError.ts';
import { parseDate } from '../model/dates.ts';
import type {
  Claim,
  ClaimId,
  DatasetFile,
  Entity,
  EntityId,
  Relation,
  RelationId,
  RelationType,
  SourceId,
  TypeId,
} from '../model/records.ts';
import { createIds, filled, type Ids, shortened } from './draftIds.ts';
import { createSources, createTypes, type NewSource, type NewType } from './draftSources.ts';
import { type FormatId, LIMITS } from './format.ts';
import type { ImportLog } from './importLog.ts';

type Mutable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** What no field of ours holds, by format id: written back on export to that format (DESIGN 2, unknown fields). */
export type Kept = Readonly<Record<string, unknown>>;

/** A new entity: an `id` as the file has it, or none; what is undefined or empty is left out. */
export type NewEntity = Omit<Entity, 'id'> & { readonly id?: string; readonly kept?: Kept };

/** A new relation between entities of the draft; `type` from `draft.type`, `claims` from `draft.claim`, none for an unsourced one. */
export type NewRelation = Omit<Relation, 'id' | 'claims'> & {
  readonly id?: string;
  readonly claims?: readonly Claim[];
  readonly kept?: Kept;
};

/** A new claim; where nothing is said it asserts in its source's own voice, which `claim-by-default` tells the reader. */
export type NewClaim = Partial<Omit<Claim, 'source'>> & { readonly source: SourceId };

/** A dataset in the making: ids become unique, types and sources are made once, nothing dangles. */
export interface Draft {
  readonly log: ImportLog;
  /** Adds an entity. An `id` that is taken is changed and kept as `kept.id`; an empty name becomes the id, noted. Throws `too-many-records`. */
  entity(row: NewEntity): EntityId;
  /** The entity that the file knows by this id (the first one where several have it). */
  findEntity(fileId: string): EntityId | undefined;
  /** The entity the file calls so or, where it describes none (`dangling-end`), a bare one of kind Other that stands for it. */
  needEntity(fileId: string, where: string): EntityId;
  /** Changes what an entity has; fields given replace those there. */
  amend(id: EntityId, change: Partial<Omit<Mutable<Entity>, 'id'>>): void;
  getEntity(id: EntityId): Entity;
  /** Adds a relation; an id that an earlier relation has is told as `id-repeated`, any that is taken is changed and kept as `kept.id`. */
  relation(row: NewRelation): RelationId;
  /** The relation type with this wording, direction and group; made with the first use. */
  type(row: NewType): TypeId;
  /** A type of ours as it is, unknown fields and all; made with the first use. */
  ownType(type: RelationType): TypeId;
  source(row: NewSource): SourceId;
  /** A claim with an id of its own, to be put into an entity's or a relation's `claims`; used once. */
  claim(row: NewClaim): Claim;
  /** EDTF of a date as files write it, or the text itself with `date-not-understood`; undefined for nothing. */
  date(text: string | undefined, where: string): string | undefined;
  finish(head: Omit<DatasetFile, 'sayso' | 'sources' | 'entities' | 'relations' | 'relationTypes'>): DatasetFile;
}

/** Longer names are shown shortened, in characters, and kept whole as `kept.name`. */
const MAX_NAME = 300;

const NOTHING: readonly never[] = [];

const hasFields = (kept: Kept | undefined): kept is Kept => kept !== undefined && Object.keys(kept).length > 0;

interface Ground {
  readonly format: FormatId;
  readonly log: ImportLog;
  readonly ids: Ids;
  /** Counts a record. Throws `too-many-records`. */
  readonly count: () => void;
}

function createCount(): () => void {
  let records = 0;
  return () => {
    records += 1;
    if (records > LIMITS.records) throw new DataError('too-many-records', '', { limit: LIMITS.records });
  };
}

function createEntities({ format, log, ids, count }: Ground) {
  const entities = new Map<EntityId, Mutable<Entity>>();
  const byFileId = new Map<string, EntityId>();

  function add({ id: wanted, name, kept, ...row }: NewEntity): EntityId {
    count();
    const allotted = ids.allot(wanted, `e${entities.size + 1}`);
    const id = allotted.id as EntityId;
    const isNameless = name.trim() === '';
    if (isNameless) log.tally('name-missing', id);
    const isLong = name.length > MAX_NAME;
    if (isLong) log.note('name-shortened', id, { length: name.length });
    const all =
      allotted.changed || isLong
        ? { ...kept, ...(allotted.changed ? { id: wanted } : {}), ...(isLong ? { name } : {}) }
        : kept;
    const made = filled<Mutable<NewEntity>>(row as NewEntity);
    made.id = id;
    made.name = isNameless ? id : shortened(name, MAX_NAME);
    if (hasFields(all)) made.kept = all;
    entities.set(id, made as Mutable<Entity>);
    if (wanted !== undefined && !byFileId.has(wanted)) byFileId.set(wanted, id);
    return id;
  }

  return {
    all: (): Entity[] => [...entities.values()],
    add,
    find: (fileId: string) => byFileId.get(fileId),
    need: (fileId: string, where: string): EntityId => {
      const found = byFileId.get(fileId);
      if (found !== undefined) return found;
      log.warn('dangling-end', where, { id: shortened(fileId, 120) });
      return add({ id: fileId, kind: 'Other', name: fileId, kept: { [format]: { undescribed: true } } });
    },
    amend: (id: EntityId, change: Partial<Omit<Mutable<Entity>, 'id'>>) => {
      Object.assign(entities.get(id) ?? {}, change);
    },
    get: (id: EntityId): Entity => {
      const found = entities.get(id);
      if (!found) throw new Error(`No entity ${id} in the draft`);
      return found;
    },
  };
}

function createRelations({ log, ids, count }: Ground) {
  const relations: Relation[] = [];
  const fileIds = new Set<string>();
  let claims = 0;
  return {
    all: () => relations,
    add: ({ id: wanted, claims: said = [], kept, ...row }: NewRelation): RelationId => {
      count();
      const allotted = ids.allot(wanted, `r${relations.length + 1}`);
      const id = allotted.id as RelationId;
      if (wanted) {
        if (fileIds.has(wanted)) log.warn('id-repeated', id, { id: shortened(wanted, 120) });
        fileIds.add(wanted);
      }
      if (said.length === 0) log.tally('relation-unsourced', id);
      const all = allotted.changed ? { ...kept, id: wanted } : kept;
      const made = filled(row) as Mutable<Relation> & { kept?: Kept };
      made.id = id;
      made.claims = said;
      if (hasFields(all)) made.kept = all;
      relations.push(made);
      return id;
    },
    claim: ({ id: wanted, source, ...row }: NewClaim): Claim => {
      claims += 1;
      const isBare = row.stance === undefined && row.modality === undefined && row.attribution === undefined;
      if (isBare) log.tally('claim-by-default', '');
      const made = filled(row) as Mutable<Claim>;
      made.id = ids.allot(wanted, `claim-${claims}`).id as ClaimId;
      made.source = source;
      made.stance ??= 'asserts';
      made.modality ??= 'stated';
      made.attribution ??= NOTHING;
      made.locators ??= NOTHING;
      made.text ??= '';
      return made;
    },
  };
}

/** Starts a dataset; `format` names the format for `kept`. */
export function createDraft(format: FormatId, log: ImportLog): Draft {
  const ids = createIds();
  const ground: Ground = { format, log, ids, count: createCount() };
  const [entities, relations] = [createEntities(ground), createRelations(ground)];
  const [types, sources] = [createTypes(ids), createSources(ids, log)];
  return {
    log,
    entity: entities.add,
    findEntity: entities.find,
    needEntity: entities.need,
    amend: entities.amend,
    getEntity: entities.get,
    relation: relations.add,
    type: types.add,
    ownType: types.addOwn,
    source: sources.add,
    claim: relations.claim,
    date: (text, where) => {
      const wanted = text?.trim();
      if (!wanted) return undefined;
      if (!parseDate(wanted)) log.warn('date-not-understood', where, { date: shortened(wanted, 80) });
      return wanted;
    },
    finish: (head) => ({
      ...head,
      sayso: 1,
      sources: sources.all(),
      entities: entities.all(),
      relations: relations.all(),
      relationTypes: types.all(),
    }),
  };
}
