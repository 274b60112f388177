import type { Claim, EntityId, TypeId } from '../model/records.ts';
import { joinDates, readFileDate } from './fileDate.ts';
import { sayable } from './freeWording.ts';
import { keepAttributes, type MadeNode } from './graphNodes.ts';
import type { GraphReading } from './graphReading.ts';
import { readSources } from './graphSources.ts';
import { findTypes, textsOfValue, type ValueType } from './graphValues.ts';
import { findGroup, findText, NAMES, plainName } from './graphVocabulary.ts';
import { restoreRelation } from './ownRestore.ts';
import type { Attributes, GraphEdge, Spell } from './propertyGraph.ts';

interface EdgeReading extends GraphReading {
  readonly types: ReadonlyMap<string, ValueType>;
  /** Relation types by what edges say. */
  readonly made: Map<string, TypeId>;
}

function wordingOf({ label, attributes }: GraphEdge): string | undefined {
  const own = label?.trim();
  // A number is a weight or an id, not a wording.
  if (own && !/^-?[\d.,]+(?:e[+-]?\d+)?$/i.test(own)) return own;
  return findText(attributes, NAMES.wording);
}

/** The type of an edge that is worded so; asked of the draft once for each wording. */
function typeOf(
  { draft, made }: EdgeReading,
  { isRole = false, directed }: GraphEdge,
  wording: string | undefined,
): TypeId {
  const key = `${isRole ? 'role' : directed ? 'directed' : 'undirected'} ${wording ?? ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const said = wording === undefined ? { full: 'is linked to', short: 'linked to' } : sayable(wording);
  const type = isRole
    ? draft.type({ full: wording ?? 'takes part in', group: 'event-role' })
    : draft.type({ ...said, symmetric: !directed, group: findGroup(wording ?? '') });
  made.set(key, type);
  return type;
}

function findDate(attributes: Attributes, names: ReadonlySet<string>): string | undefined {
  for (const [name, value] of attributes) {
    if (!names.has(plainName(name))) continue;
    const date = textsOfValue(value)
      .map(readFileDate)
      .find((found) => found !== undefined);
    if (date !== undefined) return date;
  }
  return undefined;
}

function readSpell({ start, end }: Spell): string | undefined {
  return joinDates(
    start === undefined ? undefined : readFileDate(start),
    end === undefined ? undefined : readFileDate(end),
  );
}

const UNDATED = [undefined] as const;

/** When an edge holds: a period for each spell; else by its attributes; one undefined for "not said". */
function readPeriods({ spells = [], attributes }: GraphEdge): readonly (string | undefined)[] {
  const periods = spells.map(readSpell);
  if (periods.some((period) => period !== undefined)) return periods;
  if (attributes.size === 0) return UNDATED;
  const ends = joinDates(findDate(attributes, NAMES.start), findDate(attributes, NAMES.end));
  return [ends ?? findDate(attributes, NAMES.date)];
}

function readClaims({ graph, draft }: GraphReading, edge: GraphEdge): Claim[] {
  if (edge.attributes.size === 0 && !edge.citations) return [];
  return readSources(graph, draft, edge).map(({ source, locators }) => draft.claim({ source, locators }));
}

/** The longest wording that a type's short form holds whole. */
const MAX_SHORT = 40;

/** What goes back on export to the same format and stands in no field. A label is kept where the wording does not give it. */
function keepEdge(
  edge: GraphEdge,
  wording: string | undefined,
  odd: readonly unknown[],
  of: string | null,
): Record<string, unknown> | undefined {
  const { kept, spells = [], label, citations = [] } = edge;
  const all: Record<string, unknown> = {};
  if (kept !== undefined) all['kept'] = kept;
  if (odd.length > 0) all['odd'] = odd;
  if (spells.length > 0) all['spells'] = spells;
  if (label !== null && (label !== wording || label.length > MAX_SHORT)) all['label'] = label;
  if (wording === undefined) all['unworded'] = true;
  if (citations.length > 0) all['citations'] = citations;
  if (of !== null) all['spellOf'] = of;
  if (!edge.directed) all['undirected'] = true;
  if (edge.isRole) all['role'] = true;
  return Object.keys(all).length > 0 ? all : undefined;
}

/** Who is at an end: where the edge says nothing, somebody who is at no other edge. */
function findEnd({ draft }: GraphReading, id: string, where: string): EntityId {
  if (id !== '') return draft.needEntity(id, where);
  draft.log.warn('missing-end', where);
  return draft.entity({ kind: 'Other', name: 'not stated' });
}

/** A relation of an edge; one for each period where it holds in several, told as `periods-parted`. */
function addEdge(reading: EdgeReading, edge: GraphEdge): void {
  const { graph, draft, restoring, types } = reading;
  const [from, to] = [edge.source, edge.target].map((id) => findEnd(reading, id, edge.where)) as [EntityId, EntityId];
  const own = restoring && restoreRelation(restoring, draft, edge);
  const { properties, odd } = keepAttributes(edge.attributes, types, own?.more ?? null);
  const periods = own ? [own.valid] : readPeriods(edge);
  if (periods.length > 1) draft.log.tally('periods-parted', edge.where);
  const wording = wordingOf(edge);
  let first: string | null = null;
  for (const valid of periods) {
    const kept = keepEdge(edge, wording, odd, first);
    const made: string = draft.relation({
      ...(edge.id === null || first !== null ? {} : { id: edge.id }),
      from,
      to,
      type: own?.type ?? typeOf(reading, edge, wording),
      ...own?.more,
      properties,
      ...(valid === undefined ? {} : { valid }),
      claims: own?.claims ?? readClaims(reading, edge),
      ...(kept ? { kept: { ...own?.more.kept, [graph.format]: kept } } : {}),
    });
    first ??= made;
  }
}

/** What a node is nested in or grouped under, as relations of their own: the file says so without giving a source. */
function addParents({ graph, draft }: GraphReading, made: readonly MadeNode[]): void {
  for (const [{ parents = [], id, where }, from] of made) {
    for (const parent of parents) {
      if (parent === id) {
        draft.log.warn('own-parent', where, { id });
        continue;
      }
      draft.log.tally('implied-relations', where, { field: 'parent' });
      draft.relation({
        from,
        to: draft.needEntity(parent, where),
        type: draft.type({
          full: 'is grouped under',
          short: 'grouped under',
          reverse: { full: 'groups', short: 'groups' },
        }),
        kept: { [graph.format]: { implied: true } },
      });
    }
  }
}

/** Makes relations of the edges, in their order, then of what nodes are nested in. */
export function addEdges(reading: GraphReading, made: readonly MadeNode[]): void {
  const edges: EdgeReading = { ...reading, types: findTypes(reading.graph.edges), made: new Map() };
  for (const edge of reading.graph.edges) addEdge(edges, edge);
  addParents(reading, made);
}
