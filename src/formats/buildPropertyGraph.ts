import { cutDataset } from '../model/cutDataset.ts';
import type { Issue } from '../model/dataError.ts';
import type { Dataset } from '../model/dataset.ts';
import type { DatasetPart } from '../model/keptRecords.ts';
import type { DatasetFile, Entity, Properties, Relation, RelationType, TypeId } from '../model/records.ts';
import { type Speaker, standingOf } from '../model/standing.ts';
import { splitDates } from './fileDate.ts';
import type { FormatId } from './format.ts';
import { Y_IS_UP } from './graphReading.ts';
import { guessTypes, type TypedNames, type ValueType, valueOfTexts } from './graphValues.ts';
import { readMarkup } from './markupText.ts';
import { clashingProperties, isOwn, OWN, OWN_PREFIX, type OwnEntity, type OwnRelation } from './ownColumns.ts';
import type { Attributes, AttributeValue, GraphEdge, GraphNode, PropertyGraph, Spell } from './propertyGraph.ts';

/** What decides how a part is written, beside the dataset. */
export interface GraphWriting {
  readonly format: FormatId;
  /** The public clock under which standings are judged: a day number; null for everything. */
  readonly asOf: number | null;
  /** Where things are drawn, by entity id; where it is left out, where the file that was imported had them. */
  readonly places?: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** What a reader kept on a record for its own format. */
interface KeptPart {
  readonly kept?: unknown;
  readonly odd?: readonly (readonly [string, AttributeValue])[];
  readonly parents?: readonly string[];
  readonly spells?: readonly Spell[];
  readonly label?: string | null;
  readonly implied?: boolean;
  readonly spellOf?: string;
  readonly undirected?: boolean;
  /** The file words it in no way: our neutral wording is not written back. */
  readonly unworded?: boolean;
  readonly role?: boolean;
}

interface KeptHead {
  /** The description as it was, where that was HTML. */
  readonly description?: string;
  readonly kept?: unknown;
  readonly attributes?: readonly (readonly [string, AttributeValue])[];
  readonly declared?: { readonly node: readonly [string, string][]; readonly edge: readonly [string, string][] };
  readonly types?: { readonly node: TypedNames; readonly edge: TypedNames };
}

const keptOf = (record: object): Readonly<Record<string, unknown>> =>
  (record as { kept?: Record<string, unknown> }).kept ?? {};
const partOf = (record: object, format: FormatId): KeptPart => keptOf(record)[format] ?? {};

/** What other formats and our own ids have kept on a record; undefined where it is nothing. */
function keptElsewhere(record: object, format: FormatId): Record<string, unknown> | undefined {
  const { [format]: _here, id: _id, name: _name, ...rest } = keptOf(record);
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** A name that was too long to be shown is written whole. */
function fullName(entity: Entity): string {
  const { name } = keptOf(entity);
  return typeof name === 'string' ? name : entity.name;
}

/** The label as the file had it where the name is still the one made of it: of spaces, or of the id where there was none. */
function labelOf(entity: Entity, { label }: KeptPart): string | null {
  const name = fullName(entity);
  if (label === undefined) return name;
  const bare = label?.trim() ?? '';
  return name === (bare === '' ? entity.id : bare) ? label : name;
}

interface Tools {
  readonly dataset: Dataset;
  readonly file: DatasetFile;
  readonly writing: GraphWriting;
  readonly types: { readonly node: ReadonlyMap<string, ValueType>; readonly edge: ReadonlyMap<string, ValueType> };
  readonly sources: ReadonlyMap<string, DatasetFile['sources'][number]>;
}

function writeProperties(
  properties: Properties | undefined,
  types: ReadonlyMap<string, ValueType>,
  kept: KeptPart,
): Map<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  for (const [name, texts] of Object.entries(properties ?? {})) {
    if (isOwn(name)) continue;
    const type = types.get(name) ?? 'strings';
    attributes.set(name, valueOfTexts(texts, type) ?? (texts.length === 1 ? (texts[0] ?? '') : texts));
  }
  for (const [name, value] of kept.odd ?? []) attributes.set(name, value);
  return attributes;
}

/** Sources without the texts that the maker holds of them, each once. */
function citedBy({ sources }: Tools, claims: Relation['claims']): OwnRelation['sources'] {
  const ids = [...new Set(claims.map(({ source }) => source as string))];
  return ids.flatMap((id) => {
    const source = sources.get(id);
    if (!source) return [];
    const { passages: _texts, ...rest } = source;
    return [rest];
  });
}

function writeEntity(tools: Tools, entity: Entity): GraphNode {
  const { format, places } = tools.writing;
  const { id, name: _name, properties, ...rest } = entity;
  const kept = partOf(entity, format);
  const { kept: _kept, ...plain } = rest as typeof rest & { kept?: unknown };
  const elsewhere = keptElsewhere(entity, format);
  const sources = entity.claims ? citedBy(tools, entity.claims) : undefined;
  const own: OwnEntity = {
    ...plain,
    ...clashingProperties(properties),
    ...(elsewhere ? { kept: elsewhere } : {}),
    ...(sources ? { sources } : {}),
  };
  const attributes = writeProperties(properties, tools.types.node, kept);
  attributes.set(`${OWN_PREFIX}kind`, entity.kind);
  attributes.set(OWN, JSON.stringify(own));
  const place = places?.get(id);
  return {
    id,
    label: labelOf(entity, kept),
    where: '',
    attributes,
    ...(place ? { x: place.x, y: Y_IS_UP.has(format) ? -place.y : place.y } : {}),
    ...(kept.kept === undefined ? {} : { kept: kept.kept }),
    ...(kept.parents ? { parents: kept.parents } : {}),
    ...(kept.spells ? { spells: kept.spells } : {}),
  };
}

const speakers = (list: readonly Speaker[]): string => list.map(({ label }) => label || 'not stated').join('; ');

/** What a person in another program sees of a relation's standing: a denial above all. */
function describe({ dataset, writing }: Tools, relation: Relation): [string, AttributeValue][] {
  const standing = standingOf(dataset, relation.id, writing.asOf);
  const rows: [string, string | undefined][] = [
    ['wording', dataset.types.get(relation.type)?.forward.full],
    ['standing', standing?.word],
    ['disputed', standing?.disputed ? 'yes' : 'no'],
    ['denied_by', standing ? speakers(standing.deniedBy) : undefined],
    ['limited_by', standing ? speakers(standing.limitedBy) : undefined],
    ['origins', standing ? speakers(standing.origins) : undefined],
    ['valid', relation.valid],
    ['sources', [...new Set(relation.claims.map(({ source }) => sourceText(dataset, source)))].join('; ')],
  ];
  return rows.flatMap(([name, value]) => (value ? [[`${OWN_PREFIX}${name}`, value] as [string, string]] : []));
}

function sourceText({ sources }: Dataset, id: Relation['claims'][number]['source']): string {
  const source = sources.get(id);
  return source?.url ?? source?.title ?? source?.label ?? id;
}

/** The type of a relation of a valid file. */
function typeOf({ types }: Dataset, id: TypeId): RelationType {
  const type = types.get(id);
  if (!type) throw new Error(`No relation type ${id} in the dataset`);
  return type;
}

/** The wording as it lies on the line; the whole one where that was cut. */
function shortWording({ forward }: RelationType): string {
  return forward.short.endsWith('…') ? forward.full : forward.short;
}

function writeRelation(tools: Tools, relation: Relation, taken: Set<string>): GraphEdge {
  const { format } = tools.writing;
  const { id, from, to, type: typeId, properties, ...rest } = relation;
  const type = typeOf(tools.dataset, typeId);
  const kept = partOf(relation, format);
  const { kept: _kept, ...plain } = rest as typeof rest & { kept?: unknown };
  const elsewhere = keptElsewhere(relation, format);
  const sources = citedBy(tools, relation.claims);
  const own: OwnRelation = {
    ...plain,
    ...clashingProperties(properties),
    type,
    ends: [from, to],
    ...(elsewhere ? { kept: elsewhere } : {}),
    ...(sources?.length ? { sources } : {}),
  };
  const attributes = writeProperties(properties, tools.types.edge, kept);
  for (const [name, value] of describe(tools, relation)) attributes.set(name, value);
  attributes.set(OWN, JSON.stringify(own));
  const asked = keptOf(relation)['id'];
  const edgeId = typeof asked === 'string' && asked !== '' && !taken.has(asked) ? asked : id;
  taken.add(edgeId);
  const spells = kept.spells ?? (relation.valid ? [splitDates(relation.valid)] : []);
  return {
    id: edgeId,
    source: from,
    target: to,
    directed: !type.symmetric && !kept.undirected,
    label: kept.label ?? relation.label ?? (kept.unworded ? null : shortWording(type)),
    where: '',
    attributes,
    ...(spells.length > 0 ? { spells } : {}),
    ...(kept.kept === undefined ? {} : { kept: kept.kept }),
  };
}

/** Places as the imported file had them; empty where it had none. */
export function filePlaces(file: DatasetFile): Map<string, { readonly x: number; readonly y: number }> {
  const { positions } = file as DatasetFile & { positions?: Record<string, readonly [number, number]> };
  return new Map(Object.entries(positions ?? {}).map(([id, [x, y]]) => [id, { x, y }]));
}

/** The description as the file had it where it is still the one made of it. */
function writeDescription(now: string, { description }: KeptHead): string {
  return description !== undefined && readMarkup(description) === now ? description : now;
}

function writeHead({
  id,
  title,
  description,
  version,
  updated,
  authors,
  contact,
  licence,
  language,
}: DatasetFile): Attributes {
  const head = { id, title, description, version, updated, authors, contact, licence, language };
  return new Map([[OWN, JSON.stringify(head)]]);
}

/**
 * A part of a dataset as a graph with attributes: what a reader kept for this format comes back as it was, every attribute
 * with its type, and beside it columns for people (`sayso_standing`, `sayso_denied_by` ...) and one for us (`sayso`), from
 * which our reader restores records with claims and sources exactly. Linear.
 */
export function buildPropertyGraph(dataset: Dataset, part: DatasetPart, writing: GraphWriting): PropertyGraph {
  const { format } = writing;
  const file = cutDataset(dataset, part);
  const head = (keptOf(dataset.file)[format] ?? {}) as KeptHead;
  const tools: Tools = {
    dataset,
    file,
    writing: { ...writing, places: writing.places ?? filePlaces(dataset.file) },
    types: {
      node: new Map(head.types?.node ?? guessTypes(file.entities.map(({ properties }) => properties))),
      edge: new Map(head.types?.edge ?? guessTypes(file.relations.map(({ properties }) => properties))),
    },
    sources: new Map(file.sources.map((source) => [source.id, source])),
  };
  const here = new Set<string>(file.relations.map(({ id }) => id));
  const isWritten = (relation: Relation): boolean => {
    const { implied, spellOf } = partOf(relation, format);
    return !implied && !(spellOf !== undefined && here.has(spellOf));
  };
  const taken = new Set<string>();
  return {
    format,
    title: file.title,
    ...(file.description ? { description: writeDescription(file.description, head) } : {}),
    attributes: new Map([...(head.attributes ?? []), ...writeHead(file)]),
    nodes: file.entities.map((entity) => writeEntity(tools, entity)),
    edges: file.relations.filter(isWritten).map((relation) => writeRelation(tools, relation, taken)),
    ...(head.declared ? { declared: { node: new Map(head.declared.node), edge: new Map(head.declared.edge) } } : {}),
    ...(head.kept === undefined ? {} : { kept: head.kept }),
  };
}

/** What no graph format holds of a part: stories, texts of sources, private notes. Known before anything is written. */
export function findGraphLosses(dataset: Dataset, part: DatasetPart): Issue[] {
  const { sources, stories = [], notes, merged = [] } = dataset.file;
  const cited = new Set([...dataset.claims.values()].map(({ claim }) => claim.source));
  const texts = sources.filter(({ passages }) => passages).length;
  const losses: [string, number][] = [
    ['loss-stories', stories.length],
    ['loss-passages', texts],
    ['loss-uncited-sources', sources.filter(({ id }) => !cited.has(id)).length],
    ['loss-merges', merged.length],
    ['loss-notes', notes ? 1 : 0],
    ['loss-claims-as-text', part.relations.length],
  ];
  return losses.flatMap(([code, count]) =>
    count > 0 ? [{ code, where: '', params: { count }, severity: 'warning' }] : [],
  );
}
