import type { Claim, EntityId, RelationId } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import type { FtmRecord } from './ftmRecord.ts';
import type { OwnPart } from './ownPart.ts';
import { createClaimRestoring } from './restoreClaims.ts';

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

/** The parts of a file, and the sources among them made. Linear. */
export function createRestoring(parts: ReadonlyMap<FtmRecord, OwnPart>, draft: Draft): Restoring {
  const claims = createClaimRestoring(parts, draft);
  const about: { readonly id: EntityId; readonly relations: readonly RelationId[] }[] = [];
  return {
    entity({ entity }) {
      const { claims: _apart, about: concerns, ...rest } = entity;
      const id = draft.entity(rest);
      if (concerns) about.push({ id, relations: concerns });
      return id;
    },
    relation({ relation, type }, where) {
      return draft.relation({
        ...relation,
        type: draft.ownType(type),
        from: draft.needEntity(relation.from, where),
        to: draft.needEntity(relation.to, where),
        claims: claims.take(relation.id),
      });
    },
    takeClaims: (of) => claims.take(of),
    finish(made) {
      for (const of of claims.left()) {
        const entity = draft.findEntity(of);
        if (entity === undefined) draft.log.warn('reference-lost', '', { id: of });
        else draft.amend(entity, { claims: [...(draft.getEntity(entity).claims ?? []), ...claims.take(of)] });
      }
      const relations = new Set<string>(made);
      claims.link(relations);
      for (const { id, relations: wanted } of about) {
        draft.amend(id, { about: wanted.filter((each) => relations.has(each)) });
      }
    },
  };
}
