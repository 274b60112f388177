import type { Claim, Ref, SourceId, Step } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import type { FtmRecord } from './ftmRecord.ts';
import type { OwnPart } from './ownPart.ts';

/** Makes the claims that notes of ours carry. */
export interface ClaimRestoring {
  /** The claims about a record, each given out once; none for a record that nobody claims anything about. */
  take(of: string): Claim[];
  /** The records with claims that nobody has taken. */
  left(): string[];
  /** Leaves out what claims are set against that is not there, told as `reference-lost`. */
  link(relations: ReadonlySet<string>): void;
}

/** A claim with its references as entities of the draft have them; one that is lost stays as a label. */
function restoreRef<R extends Ref | Step>(ref: R, where: string, draft: Draft): R {
  if (ref.entity === undefined) return ref;
  const entity = draft.findEntity(ref.entity);
  if (entity !== undefined) return { ...ref, entity };
  draft.log.warn('reference-lost', where, { id: ref.entity });
  const { entity: _gone, ...rest } = ref;
  return { ...rest, label: ref.label ?? ref.entity } as R;
}

function restoreClaim(claim: Claim, source: SourceId, where: string, draft: Draft): Claim {
  return draft.claim({
    ...claim,
    source,
    attribution: claim.attribution.map((step) => restoreRef(step, where, draft)),
    ...(claim.audience ? { audience: restoreRef(claim.audience, where, draft) } : {}),
    ...(claim.medium ? { medium: restoreRef(claim.medium, where, draft) } : {}),
  });
}

type Placed = { readonly claim: Claim; readonly where: string };

function placeClaims(parts: ReadonlyMap<FtmRecord, OwnPart>): Map<string, Placed[]> {
  const byTarget = new Map<string, Placed[]>();
  for (const [{ where }, part] of parts) {
    if (!('claim' in part)) continue;
    const others = byTarget.get(part.of) ?? [];
    byTarget.set(part.of, others);
    others.push({ claim: part.claim, where });
  }
  return byTarget;
}

/** The claims of a file by what they are about, and its sources made. Linear. */
export function createClaimRestoring(parts: ReadonlyMap<FtmRecord, OwnPart>, draft: Draft): ClaimRestoring {
  const sources = new Map<string, SourceId>();
  for (const part of parts.values()) {
    if ('source' in part) sources.set(part.source.id, draft.source({ ...part.source, key: `sayso ${part.source.id}` }));
  }
  const byTarget = placeClaims(parts);
  const claims = new Map<string, { -readonly [Key in keyof Claim]: Claim[Key] }>();

  function restore({ claim, where }: Placed): Claim[] {
    const source = sources.get(claim.source);
    if (source === undefined) {
      draft.log.warn('record-skipped', where, { reason: `its source “${claim.source}” is not in the file` });
      return [];
    }
    const made = restoreClaim(claim, source, where, draft);
    claims.set(claim.id, made);
    return [made];
  }

  return {
    take(of) {
      const taken = byTarget.get(of) ?? [];
      byTarget.delete(of);
      return taken.flatMap(restore);
    },
    left: () => [...byTarget.keys()],
    link(relations) {
      for (const claim of claims.values()) {
        if (claim.against === undefined) continue;
        claim.against = claim.against.flatMap((id) => {
          // A claim whose id was taken has got another one.
          const found = relations.has(id) ? id : claims.get(id)?.id;
          if (found === undefined) draft.log.warn('reference-lost', claim.id, { id });
          return found ?? [];
        });
      }
    },
  };
}
