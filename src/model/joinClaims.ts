import type { JoinIds } from './joinIds.ts';
import { contentOf } from './mergeContent.ts';
import { uniteClaim } from './mergeFields.ts';
import { type IdMap, mapList } from './mergeReferences.ts';
import type { Claim, ClaimId } from './records.ts';

/** Everything of a claim but its id, and what it is set against: that is united. */
function keyOf({ id: _id, against: _against, ...said }: Claim): string {
  return contentOf(said);
}

/** The claims of one record of the base, and what is added to them. */
export interface ClaimPool {
  /** Takes claims in: those that are there already are found, the others get ids that are free. */
  add(claims: readonly Claim[]): void;
  /** All of them, once every claim of what is added has its id. */
  finish(opponents: IdMap): readonly Claim[];
}

/** Claims set against others, by the ids that these have now. */
export function turnClaim(claim: Claim, opponents: IdMap): Claim {
  const against = claim.against && mapList(claim.against, (id) => (opponents.get(id) ?? id) as ClaimId);
  return against && against !== claim.against ? { ...claim, against } : claim;
}

/** Claims under ids that are free. `renamed` learns what became of ids. */
export function allotClaims(claims: readonly Claim[], ids: JoinIds, renamed: Map<string, string>): readonly Claim[] {
  return mapList(claims, (claim) => {
    const id = ids.allot(claim.id) as ClaimId;
    if (id === claim.id) return claim;
    renamed.set(claim.id, id);
    return { ...claim, id };
  });
}

/** Claims that differ in `against` only are one; each of the base is found once. `renamed` learns what became of ids. */
export function createClaimPool(base: readonly Claim[], ids: JoinIds, renamed: Map<string, string>): ClaimPool {
  const free = new Map<string, Claim[]>();
  const found = new Map<ClaimId, Claim>();
  const fresh: Claim[] = [];
  let isIndexed = false;

  function index(): void {
    if (isIndexed) return;
    isIndexed = true;
    for (const claim of base) {
      const key = keyOf(claim);
      const known = free.get(key);
      if (known) known.push(claim);
      else free.set(key, [claim]);
    }
  }

  function take(claim: Claim, isIt: (other: Claim) => boolean): boolean {
    const others = free.get(keyOf(claim)) ?? [];
    const at = others.findIndex(isIt);
    const other = others[at];
    if (!other) return false;
    others.splice(at, 1);
    found.set(other.id, claim);
    if (claim.id !== other.id) renamed.set(claim.id, other.id);
    return true;
  }

  return {
    add(claims) {
      if (claims.length === 0) return;
      if (base.length > 0) index();
      const sameId = (claim: Claim): boolean => {
        const earlier = ids.earlier(claim.id);
        return take(claim, ({ id }) => earlier.includes(id));
      };
      const others = base.length > 0 ? claims.filter((claim) => !sameId(claim)) : claims;
      const news = others.filter((claim) => !take(claim, () => true));
      for (const claim of allotClaims(news, ids, renamed)) fresh.push(claim);
    },
    finish(opponents) {
      const turn = (claim: Claim): Claim => turnClaim(claim, opponents);
      const own = mapList(base, (claim) => {
        const other = found.get(claim.id);
        return other ? uniteClaim(claim, turn(other)) : claim;
      });
      return fresh.length > 0 ? [...own, ...fresh.map(turn)] : own;
    },
  };
}
