import { allotClaims, type ClaimPool, createClaimPool, turnClaim } from './joinClaims.ts';
import type { JoinIds } from './joinIds.ts';
import type { Finder } from './joinSame.ts';
import { mapList } from './mergeReferences.ts';
import type { Claim, Entity, Relation } from './records.ts';

/** What is known of ids while one dataset is added to another. */
export interface Naming {
  readonly ids: JoinIds;
  /** What became of ids of sources, types and entities; then of relations and claims. By id of what is added. */
  readonly renamed: Map<string, string>;
  readonly renamedLater: Map<string, string>;
}

/** A record of what is added, and the id of the one that it is, or becomes. */
export interface Matched<Row> {
  readonly row: Row;
  readonly to: string;
  readonly isNew: boolean;
}

function addTo<Row>(lists: Map<string, Row[]>, id: string, row: Row): void {
  const list = lists.get(id);
  if (list) list.push(row);
  else lists.set(id, [row]);
}

/** The base's records, each with those of `added` that are the same, and the rest behind them under ids that are free. */
export function joinRows<Row extends { readonly id: string }>(
  { ids, renamed }: Naming,
  base: readonly Row[],
  added: readonly Row[],
  finder: Finder<Row>,
  unite: (mine: Row, other: Row) => Row,
): { readonly rows: readonly Row[]; readonly fresh: readonly Row[] } {
  const same = new Map<string, Row[]>();
  const fresh: Row[] = [];
  for (const row of added) {
    const found = finder.find(row, ids.earlier(row.id));
    const id = found?.id ?? ids.allot(row.id);
    if (id !== row.id) renamed.set(row.id, id);
    if (found) addTo(same, id, row);
    else fresh.push(id === row.id ? row : { ...row, id });
  }
  const united = mapList(base, (row) => (same.get(row.id) ?? []).reduce(unite, row));
  return { rows: fresh.length > 0 ? [...united, ...fresh] : united, fresh };
}

/** Base rows with what matched them, and new ones; claims through pools, which are finished when every id is known. */
export function joinClaimed<Row extends Entity | Relation>(
  { ids, renamedLater }: Naming,
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
      fresh.push(isSame ? row : { ...row, id: to, ...(claims ? { claims } : {}) });
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
