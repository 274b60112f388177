import {
  type Claim,
  type Entity,
  KINDS,
  type Ref,
  type Relation,
  type RelationType,
  type Source,
  type SourceId,
  type TypeId,
} from '../model/records.ts';
import type { Draft, Kept } from './draft.ts';
import { claimIds, OWN, readOwn } from './ownColumns.ts';
import type { GraphEdge, GraphNode, PropertyGraph } from './propertyGraph.ts';

/** What is known before our own column is restored. */
export interface Restoring {
  readonly nodes: ReadonlySet<string>;
  /** Ids of relations and claims that a claim may be set against. */
  readonly statements: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  /** Sources that were restored, by the id that claims name them by. */
  readonly sources: Map<string, SourceId>;
}

/** Collects the ids that our columns may refer to. Linear. */
export function collectKnown({ nodes, edges }: PropertyGraph): Restoring {
  const edgeIds = edges.flatMap(({ id }) => id ?? []);
  const claims = [...nodes, ...edges].flatMap(({ attributes }) =>
    attributes.has(OWN) ? claimIds(readOwn(attributes)) : [],
  );
  return {
    nodes: new Set(nodes.map(({ id }) => id)),
    edges: new Set(edgeIds),
    statements: new Set([...edgeIds, ...claims]),
    sources: new Map(),
  };
}

/** Somebody named: by id where the file still describes them, else as a label, so that nobody is lost with a node. */
function restoreRef<Named extends Ref>(restoring: Restoring, ref: Named): Named {
  if (ref.entity === undefined || restoring.nodes.has(ref.entity)) return ref;
  const { entity, ...rest } = ref;
  return { ...rest, label: entity as string } as unknown as Named;
}

function restoreClaim(restoring: Restoring, draft: Draft, claim: Claim): Claim {
  const { against = [], audience, medium, source, ...rest } = claim;
  const here = against.filter((id) => restoring.statements.has(id));
  const away = against.filter((id) => !restoring.statements.has(id));
  const known = restoring.sources.get(source) ?? draft.source({ key: source, label: source });
  return draft.claim({
    ...rest,
    source: known,
    attribution: claim.attribution.map((step) => restoreRef(restoring, step)),
    ...(audience ? { audience: restoreRef(restoring, audience) } : {}),
    ...(medium ? { medium: restoreRef(restoring, medium) } : {}),
    ...(here.length > 0 ? { against: here } : {}),
    ...(away.length > 0 ? { againstElsewhere: away } : {}),
  });
}

function restoreSources(restoring: Restoring, draft: Draft, sources: unknown): void {
  if (!Array.isArray(sources)) return;
  for (const source of sources as Source[]) {
    if (restoring.sources.has(source.id)) continue;
    restoring.sources.set(source.id, draft.source({ ...source, key: `own ${source.id}` }));
  }
}

function restoreClaims(restoring: Restoring, draft: Draft, claims: unknown): Claim[] {
  return Array.isArray(claims) ? (claims as Claim[]).map((claim) => restoreClaim(restoring, draft, claim)) : [];
}

/** What our column says of an entity; null where it says nothing. Shapes are checked when the whole is there. */
export function restoreEntity(
  restoring: Restoring,
  draft: Draft,
  node: GraphNode,
): (Omit<Entity, 'id' | 'name'> & { readonly kept?: Kept }) | null {
  const own = readOwn(node.attributes);
  if (!own) return null;
  const { sources, claims, about, ...rest } = own as Partial<Entity> & { sources?: unknown };
  restoreSources(restoring, draft, sources);
  const said = restoreClaims(restoring, draft, claims);
  const here = (about ?? []).filter((id) => restoring.edges.has(id));
  return {
    ...rest,
    kind: KINDS.find((kind) => kind === rest.kind) ?? 'Other',
    ...(said.length > 0 ? { claims: said } : {}),
    ...(here.length > 0 ? { about: here } : {}),
  };
}

/** What our column says of a relation. */
export interface OwnRestored {
  readonly type: TypeId;
  readonly valid: string | undefined;
  readonly claims: readonly Claim[];
  readonly more: Pick<Relation, 'label' | 'properties'> & { readonly kept?: Kept };
}

/** Whether an edge is between others than when it was written; the order counts where it means something. */
function isMoved(ends: unknown, { source, target, directed }: GraphEdge): boolean {
  if (!Array.isArray(ends)) return false;
  const isSame = ends[0] === source && ends[1] === target;
  return !isSame && (directed || ends[0] !== target || ends[1] !== source);
}

/** What our column says of a relation; null where it says nothing. */
export function restoreRelation(restoring: Restoring, draft: Draft, edge: GraphEdge): OwnRestored | null {
  const own = readOwn(edge.attributes);
  const type = own?.['type'] as RelationType | undefined;
  if (!own || typeof type !== 'object' || type === null) return null;
  if (isMoved(own['ends'], edge)) {
    draft.log.warn('own-part-outdated', edge.where, { id: edge.id ?? `${edge.source} – ${edge.target}` });
    return null;
  }
  const { sources, claims, valid, type: _type, ...rest } = own as Partial<Relation> & { sources?: unknown };
  const { ends: _ends, ...more } = rest as typeof rest & { ends?: unknown };
  restoreSources(restoring, draft, sources);
  return { type: draft.ownType(type), valid, claims: restoreClaims(restoring, draft, claims), more };
}
