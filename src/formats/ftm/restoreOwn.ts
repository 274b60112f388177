import type { Claim, ClaimId, EntityId, Ref, RelationId, SourceId, Step } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import type { FtmRecord } from './ftmRecord.ts';
import type { OwnPart } from './ownPart.ts';

/** Puts the records of ours that a file carries into the draft. */
export interface Restoring {
  /** Makes the entity that a part holds. */
  entity(part: Extract<OwnPart, { readonly entity: unknown }>): EntityId;
  relation(part: Extract<OwnPart, { readonly relation: unknown }>, where: string): RelationId;
  /** The claims about a record, each given out once; none for a record that nobody claims anything about. */
  takeClaims(of: string): Claim[];
  /** When everything is made: claims about entities, and the references between claims and relations. */
  finish(made: readonly RelationId[]): void;
}

type Loose<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/** Parts of one kind, and the sources among them made. Linear. */
export function createRestoring(parts: ReadonlyMap<FtmRecord, OwnPart>, draft: Draft): Restoring {
  const sources = new Map<string, SourceId>();
  const byTarget = new Map<string, { readonly claim: Claim; readonly where: string }[]>();
  const claims = new Map<string, Loose<Claim>>();
  const about: { readonly id: EntityId; readonly relations: readonly RelationId[] }[] = [];

  for (const [{ where }, part] of parts) {
    if ('source' in part) sources.set(part.source.id, draft.source({ ...part.source, key: `sayso ${part.source.id}` }));
    if (!('claim' in part)) continue;
    const others = byTarget.get(part.of) ?? [];
    byTarget.set(part.of, others);
    others.push({ claim: part.claim, where });
  }

  function restoreRef<R extends Ref | Step>(ref: R, where: string): R {
    if (ref.entity === undefined) return ref;
    const entity = draft.findEntity(ref.entity);
    if (entity !== undefined) return { ...ref, entity };
    draft.log.warn('reference-lost', where, { id: ref.entity });
    const { entity: _gone, ...rest } = ref;
    return { ...rest, label: ref.label ?? ref.entity } as R;
  }

  function restoreClaim(claim: Claim, where: string): Claim[] {
    const source = sources.get(claim.source);
    if (source === undefined) {
      draft.log.warn('record-skipped', where, { reason: `its source “${claim.source}” is not in the file` });
      return [];
    }
    const made = draft.claim({
      ...claim,
      source,
      attribution: claim.attribution.map((step) => restoreRef(step, where)),
      ...(claim.audience ? { audience: restoreRef(claim.audience, where) } : {}),
      ...(claim.medium ? { medium: restoreRef(claim.medium, where) } : {}),
    });
    claims.set(made.id, made);
    return [made];
  }

  function takeClaims(of: string): Claim[] {
    const taken = byTarget.get(of) ?? [];
    byTarget.delete(of);
    return taken.flatMap(({ claim, where }) => restoreClaim(claim, where));
  }

  function linkClaims(relations: ReadonlySet<string>): void {
    const isThere = (id: RelationId | ClaimId): boolean => relations.has(id) || claims.has(id);
    for (const claim of claims.values()) {
      if (claim.against === undefined) continue;
      const lost = claim.against.filter((id) => !isThere(id));
      for (const id of lost) draft.log.warn('reference-lost', claim.id, { id });
      if (lost.length > 0) claim.against = claim.against.filter(isThere);
    }
    for (const { id, relations: wanted } of about) draft.amend(id, { about: wanted.filter((each) => relations.has(each)) });
  }

  return {
    entity({ entity }) {
      const { claims: _apart, about: concerns, ...rest } = entity;
      const id = draft.entity(rest);
      if (concerns) about.push({ id, relations: concerns });
      return id;
    },
    relation({ relation, type }, where) {
      const { full, short } = type.forward;
      return draft.relation({
        ...relation,
        type: draft.type({ ...type, full, short }),
        from: draft.needEntity(relation.from, where),
        to: draft.needEntity(relation.to, where),
        claims: takeClaims(relation.id),
      });
    },
    takeClaims,
    finish(made) {
      for (const of of byTarget.keys()) {
        const entity = draft.findEntity(of);
        if (entity === undefined) draft.log.warn('reference-lost', '', { id: of });
        else draft.amend(entity, { claims: [...(draft.getEntity(entity).claims ?? []), ...takeClaims(of)] });
      }
      linkClaims(new Set(made));
    },
  };
}
