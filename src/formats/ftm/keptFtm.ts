import { type FtmRecord, fieldOf, isObject } from './ftmRecord.ts';
import { writeLineId } from './lineIds.ts';

/** What we need beside a record's own fields to write it as it came. */
export interface KeptBySayso {
  /** The name shown where the record has no `name`: not written as one. */
  readonly shown?: string;
  /** Names by the property that has them, where it is not the first `name` or an `alias`. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** The property that the summary is from. */
  readonly summaryFrom?: string;
  /** The id of the edge that a relation is one pair of ends of. */
  readonly edge?: string;
  /** Fields of the line that are called as one of ours. */
  readonly clash?: Readonly<Record<string, unknown>>;
}

/** What a record of ours keeps of FollowTheMoney under `kept.ftm`, read with care: files say what they like there. */
export interface KeptFtm {
  /** Empty for what is no line of a file. */
  readonly schema: string;
  /** The line's other fields (datasets, referents, caption ...). */
  readonly extra: ReadonlyMap<string, unknown>;
  readonly sayso: KeptBySayso;
  /** For an entity that no line describes, or one for an end at which nobody is named: not written. */
  readonly standsIn: 'undescribed' | 'not stated' | null;
  /** A relation made of a property of a node: written as that property. */
  readonly implied: boolean;
}

const OURS = new Set(['schema', 'sayso', 'undescribed', 'notStated', 'implied', 'derived']);

/** The value of `kept` for a record of a file. */
export function keepRecord(record: FtmRecord, sayso: KeptBySayso): { readonly ftm: object } {
  const fields = new Map(record.extra);
  const clash = [...OURS].filter((key) => fields.delete(key)).map((key) => [key, record.extra.get(key)] as const);
  const all = clash.length > 0 ? { ...sayso, clash: Object.fromEntries(clash) } : sayso;
  return {
    ftm: {
      ...Object.fromEntries(fields),
      schema: record.schema,
      ...(Object.keys(all).length > 0 ? { sayso: all } : {}),
    },
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

function readNames(names: unknown): NonNullable<KeptBySayso['names']> {
  const entries = Object.entries(isObject(names) ? names : {});
  return Object.fromEntries(
    entries.map(([key, values]) => [key, Array.isArray(values) ? (values as unknown[]).filter(isText) : []]),
  );
}

function readSayso(value: unknown): KeptBySayso {
  if (!isObject(value)) return {};
  const [shown, summaryFrom, edge, clash] = ['shown', 'summaryFrom', 'edge', 'clash'].map((key) => fieldOf(value, key));
  return {
    ...(isText(shown) ? { shown } : {}),
    ...(isText(summaryFrom) ? { summaryFrom } : {}),
    ...(isText(edge) ? { edge } : {}),
    ...(isObject(clash) ? { clash } : {}),
    names: readNames(fieldOf(value, 'names')),
  };
}

const read = new WeakMap<object, KeptFtm | null>();

/** What a record keeps of FollowTheMoney; null for one from elsewhere. Records are not changed, so it is read once. */
export function keptFtmOf(record: object): KeptFtm | null {
  const known = read.get(record);
  if (known !== undefined) return known;
  const made = readKept(record);
  read.set(record, made);
  return made;
}

function readKept(record: object): KeptFtm | null {
  const { kept } = record as { readonly kept?: unknown };
  const ftm = isObject(kept) ? fieldOf(kept, 'ftm') : undefined;
  if (!isObject(ftm)) return null;
  const schema = fieldOf(ftm, 'schema');
  const sayso = readSayso(fieldOf(ftm, 'sayso'));
  const extra = [...Object.entries(ftm).filter(([key]) => !OURS.has(key)), ...Object.entries(sayso.clash ?? {})];
  return {
    schema: isText(schema) ? schema : '',
    extra: new Map(extra),
    sayso,
    standsIn:
      fieldOf(ftm, 'notStated') === true ? 'not stated' : fieldOf(ftm, 'undescribed') === true ? 'undescribed' : null,
    implied: fieldOf(ftm, 'implied') === true,
  };
}

/** The id by which the record's own file knows it: ids that were taken there were changed. Records of ours: as they are written. */
export function fileIdOf(record: { readonly id: string }): string {
  const { kept } = record as { readonly kept?: unknown };
  const id = isObject(kept) ? fieldOf(kept, 'id') : undefined;
  if (keptFtmOf(record) === null) return writeLineId(record.id);
  return isText(id) ? id : record.id;
}

/** The whole name of an entity: long ones are shown shortened and kept whole as `kept.name`. */
export function wholeNameOf(entity: { readonly name: string }): string {
  const { kept } = entity as { readonly kept?: unknown };
  const whole = isObject(kept) ? fieldOf(kept, 'name') : undefined;
  const isIts = isText(whole) && entity.name.endsWith('…') && whole.startsWith(entity.name.slice(0, -1));
  return isIts ? whole : entity.name;
}
