import type { Claim, Entity, Properties, Relation, RelationType, Source } from '../model/records.ts';
import type { Attributes } from './propertyGraph.ts';

/** The attribute in which a graph file carries what of our record it has no field for, as JSON. */
export const OWN = 'sayso';
/** Attributes for people to read that begin so are made of the records on export and not read back. */
export const OWN_PREFIX = 'sayso_';

/** What an entity is beside its id, name and properties, of which it has those called as our attributes. `sources` are those that its claims name, so that a part cut out elsewhere stays whole. */
export interface OwnEntity extends Omit<Entity, 'id' | 'name'> {
  readonly sources?: readonly Source[];
}

/** What a relation is beside its id, ends and properties (but those called as our attributes), with its type and the sources of its claims. */
export interface OwnRelation extends Omit<Relation, 'id' | 'from' | 'to' | 'type'> {
  readonly type: RelationType;
  /** Between whom, as written: where another program has moved the edge, what was said is not about these two. */
  readonly ends?: readonly [string, string];
  readonly sources?: readonly Source[];
}

/** Whether an attribute is one of ours. */
export function isOwn(name: string): boolean {
  return name === OWN || name.startsWith(OWN_PREFIX);
}

/** The value of our attribute as a record; undefined where there is none or it is no JSON object. */
export function readOwn(attributes: Attributes): Record<string, unknown> | undefined {
  const text = attributes.get(OWN);
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Properties that are called as our attributes: they stand inside ours. */
export function clashingProperties(properties: Properties | undefined): { readonly properties?: Properties } {
  const entries = Object.entries(properties ?? {}).filter(([name]) => isOwn(name));
  return entries.length > 0 ? { properties: Object.fromEntries(entries) } : {};
}

/** Every id that claims of this record have, whatever its shape. */
export function claimIds(own: Record<string, unknown> | undefined): string[] {
  const claims = own?.['claims'];
  if (!Array.isArray(claims)) return [];
  return claims.flatMap((claim: unknown) => {
    const id = (claim as Partial<Claim> | null)?.id;
    return typeof id === 'string' ? [id] : [];
  });
}
