import type { Entity, EntityId, Kind, Properties } from '../model/records.ts';
import type { GraphReading } from './graphReading.ts';
import { findTypes, textsOfValue, typeOfValue, type ValueType } from './graphValues.ts';
import { findKind, findText, NAMES, plainName } from './graphVocabulary.ts';
import { isOwn, OWN, readOwn } from './ownColumns.ts';
import { restoreEntity } from './ownRestore.ts';
import type { Attributes, GraphNode, PropertyGraph } from './propertyGraph.ts';

const NO_ATTRIBUTES = { properties: {}, odd: [] } as const;

/**
 * Attributes that are no field of ours, as properties; those whose value is not of its column's type also as they are.
 * `own` is what our column says; where it says nothing, what stands beside it for people is all that there is.
 */
export function keepAttributes(
  attributes: Attributes,
  types: ReadonlyMap<string, ValueType>,
  own: { readonly properties?: Properties } | null,
): { readonly properties: Properties; readonly odd: readonly (readonly [string, unknown])[] } {
  if (attributes.size === 0) return NO_ATTRIBUTES;
  const texts: (readonly [string, readonly string[]])[] = [];
  const odd: (readonly [string, unknown])[] = [];
  for (const [name, value] of attributes) {
    if (own ? isOwn(name) : name === OWN && readOwn(attributes)) continue;
    texts.push([name, textsOfValue(value)]);
    if (typeOfValue(value) !== types.get(name)) odd.push([name, value]);
  }
  return { properties: { ...Object.fromEntries(texts), ...own?.properties }, odd };
}

/** The attribute that says what nodes are: the first by name whose values mostly are words for kinds. */
function findKindAttribute({ nodes }: PropertyGraph): string | null {
  const tally = new Map<string, { known: number; all: number }>();
  for (const { attributes } of nodes) {
    for (const [name, value] of attributes) {
      if (!NAMES.kind.includes(plainName(name))) continue;
      const seen = tally.get(name) ?? { known: 0, all: 0 };
      tally.set(name, seen);
      seen.all += 1;
      if (textsOfValue(value).some((text) => findKind(text))) seen.known += 1;
    }
  }
  const rank = (name: string): number => NAMES.kind.indexOf(plainName(name));
  const fit = [...tally].filter(([, { known, all }]) => known * 2 >= all).map(([name]) => name);
  return fit.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

function kindOf({ attributes }: GraphNode, by: string | null): Kind {
  const value = by === null ? undefined : attributes.get(by);
  const texts = value === undefined ? [] : textsOfValue(value);
  return texts.map(findKind).find((kind) => kind !== undefined) ?? 'Other';
}

/** Aliases and the summary where attributes are called so; they stay properties too, under the file's own names. */
function readTexts(attributes: Attributes): Pick<Entity, 'aliases' | 'summary'> {
  const aliases = [...attributes]
    .filter(([name]) => NAMES.alias.has(plainName(name)))
    .flatMap(([, value]) => textsOfValue(value))
    .filter((text) => text.trim() !== '');
  return aliases.length > 0 ? { aliases } : {};
}

function nameOf({ id, label, attributes }: GraphNode): string {
  const name = label?.trim() || findText(attributes, NAMES.label)?.trim();
  return name || id;
}

/** What goes back on export to the same format and stands in no field. */
function keepNode(node: GraphNode, odd: readonly unknown[], isNamed: boolean): Record<string, unknown> | undefined {
  const { kept, parents = [], spells = [] } = node;
  const all = {
    ...(kept === undefined ? {} : { kept }),
    ...(odd.length > 0 ? { odd } : {}),
    ...(parents.length > 0 ? { parents } : {}),
    ...(spells.length > 0 ? { spells } : {}),
    ...(isNamed ? {} : { label: node.label }),
  };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** A node with the entity made of it. */
export type MadeNode = readonly [node: GraphNode, id: EntityId];

/** Makes an entity of each node, in their order. Told: ids used again, names that are missing. */
export function addNodes({ graph, draft, restoring }: GraphReading): MadeNode[] {
  const kindBy = findKindAttribute(graph);
  const types = findTypes(graph.nodes);
  if (kindBy !== null) draft.log.note('guessed', '', { what: `the attribute “${kindBy}”`, as: 'the kind of entity' });
  return graph.nodes.map((node) => {
    if (draft.findEntity(node.id) !== undefined) draft.log.warn('id-repeated', node.where, { id: node.id });
    const own = restoring && restoreEntity(restoring, draft, node);
    const { properties, odd } = keepAttributes(node.attributes, types, own);
    // Names of ours come back to the letter.
    const name = own && node.label?.trim() ? node.label : nameOf(node);
    const kept = keepNode(node, odd, node.label === name);
    const id = draft.entity({
      id: node.id,
      kind: node.isHyperedge ? 'Event' : kindOf(node, kindBy),
      name,
      ...(own ?? readTexts(node.attributes)),
      properties,
      ...(kept ? { kept: { ...own?.kept, [graph.format]: kept } } : {}),
    });
    return [node, id];
  });
}
