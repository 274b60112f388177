import type { Claim, TypeId } from '../model/records.ts';
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
}

function wordingOf({ label, attributes }: GraphEdge): string | undefined {
  const own = label?.trim();
  // A number is a weight or an id, not a wording.
  if (own && !/^-?[\d.,]+(?:e[+-]?\d+)?$/i.test(own)) return own;
  return findText(attributes, NAMES.wording);
}

function typeOf({ draft }: GraphReading, edge: GraphEdge): TypeId {
  if (edge.isRole) return draft.type({ full: wordingOf(edge) ?? 'takes part in', group: 'event-role' });
  const wording = wordingOf(edge);
  const said = wording === undefined ? { full: 'is linked to', short: 'linked to' } : sayable(wording);
  return draft.type({ ...said, symmetric: !edge.directed, group: findGroup(wording ?? '') });
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

/** When an edge holds: a period for each spell; else by its attributes; one undefined for "not said". */
function readPeriods({ spells = [], attributes }: GraphEdge): readonly (string | undefined)[] {
  const periods = spells.map(readSpell);
  if (periods.some((period) => period !== undefined)) return periods;
  const date = findDate(attributes, NAMES.date);
  return [joinDates(findDate(attributes, NAMES.start), findDate(attributes, NAMES.end)) ?? date];
}

function readClaims({ graph, draft }: GraphReading, edge: GraphEdge): Claim[] {
  return readSources(graph, draft, edge).map(({ source, locators }) =>
    draft.claim({ source, ...(locators.length > 0 ? { locators } : {}) }),
  );
}

function keepEdge(edge: GraphEdge, odd: readonly unknown[], of: string | null): Record<string, unknown> | undefined {
  const { kept, spells = [], label, citations = [] } = edge;
  const all = {
    ...(kept === undefined ? {} : { kept }),
    ...(odd.length > 0 ? { odd } : {}),
    ...(spells.length > 0 ? { spells } : {}),
    ...(label === null ? {} : { label }),
    ...(wordingOf(edge) === undefined ? { unworded: true } : {}),
    ...(citations.length > 0 ? { citations } : {}),
    ...(of === null ? {} : { spellOf: of }),
    ...(edge.directed ? {} : { undirected: true }),
    ...(edge.isRole ? { role: true } : {}),
  };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** A relation of an edge; one for each period where it holds in several, told as `periods-parted`. */
function addEdge(reading: EdgeReading, edge: GraphEdge): void {
  const { graph, draft, restoring, types } = reading;
  const [from, to] = [draft.needEntity(edge.source, edge.where), draft.needEntity(edge.target, edge.where)];
  const { properties, odd } = keepAttributes(edge.attributes, types);
  const own = restoring && restoreRelation(restoring, draft, edge);
  const periods = own ? [own.valid] : readPeriods(edge);
  if (periods.length > 1) draft.log.tally('periods-parted', edge.where);
  let first: string | null = null;
  for (const valid of periods) {
    const kept = keepEdge(edge, odd, first);
    const made: string = draft.relation({
      ...(edge.id === null || first !== null ? {} : { id: edge.id }),
      from,
      to,
      type: own?.type ?? typeOf(reading, edge),
      properties,
      ...(valid === undefined ? {} : { valid }),
      claims: own?.claims ?? readClaims(reading, edge),
      ...own?.more,
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
  const types = findTypes(reading.graph.edges);
  for (const edge of reading.graph.edges) addEdge({ ...reading, types }, edge);
  addParents(reading, made);
}
