import type { RelationType, Source, SourceId, TypeId } from '../model/records.ts';
import { findSafeHref } from '../model/safeAddress.ts';
import { filled, type Ids, shortened } from './draftIds.ts';
import type { ImportLog } from './importLog.ts';
import { labelOf } from './sourceLabel.ts';

/** A new source. Two with the same `key` (default: address, else label) are one. */
export type NewSource = Partial<Omit<Source, 'id'>> & { readonly id?: string; readonly key?: string };

/** A wording, from which the type's id is made. */
export interface NewType extends Partial<Omit<RelationType, 'id' | 'forward' | 'reverse'>> {
  readonly id?: string;
  /** "A full B", without names. */
  readonly full: string;
  readonly short?: string;
  /** Where it is not given none is invented: the other end is named as that, with the forward wording. */
  readonly reverse?: { readonly full: string; readonly short: string };
}

const MAX_SHORT = 40;
/** A wording as long as a text is no wording: what is longer stands in the relation's properties. */
const MAX_FULL = 300;

/** Sources of a draft, each once. */
export function createSources(ids: Ids, log: ImportLog) {
  const sources = new Map<string, Source>();
  return {
    all: (): Source[] => [...sources.values()],
    add: ({ id: wanted, key, ...row }: NewSource): SourceId => {
      const address = row.url ?? null;
      const unique = key ?? address ?? row.label ?? row.title ?? '';
      const found = sources.get(unique);
      if (found) return found.id;
      const { id } = ids.allot(wanted, `source-${sources.size + 1}`);
      const label = row.label || row.title || row.publisher || (address === null ? unique : labelOf(address));
      const made: Source = {
        id: id as SourceId,
        kind: 'other',
        title: null,
        publisher: null,
        authors: [],
        published: null,
        ...filled(row),
        label: label || id,
        url: address,
      };
      if (address !== null && findSafeHref(address) === null) {
        log.warn('address-not-linked', id, { address: shortened(address, 120) });
      }
      sources.set(unique, made);
      return made.id;
    },
  };
}

function otherEndOf({ full, short }: RelationType['forward']): RelationType['reverse'] {
  // A wording that is quoted already is not quoted twice.
  const words = /“(.+)”/su.exec(full)?.[1] ?? full;
  return { full: `is at the other end of “${words}” from`, short: `← ${short}` };
}

/** Relation types of a draft, each once. */
export function createTypes(ids: Ids) {
  const types = new Map<string, RelationType>();
  return {
    all: (): RelationType[] => [...types.values()],
    addOwn: (type: RelationType): TypeId => {
      const key = `own ${JSON.stringify(type)}`;
      const made = types.get(key) ?? { ...type, id: ids.allot(type.id, 'type').id as TypeId };
      types.set(key, made);
      return made.id;
    },
    add: (row: NewType): TypeId => {
      const { id: wanted, full, short, reverse, symmetric = false, moment = false, group = 'other', schema } = row;
      const wording = shortened(full.trim() || 'is linked to', MAX_FULL);
      const key = JSON.stringify([wanted, wording, symmetric, moment, group, schema, reverse?.full]);
      const found = types.get(key);
      if (found) return found.id;
      const forward = { full: wording, short: shortened(short ?? wording, MAX_SHORT) };
      const made: RelationType = {
        id: ids.allot(wanted, `type:${shortened(wording, 80)}`).id as TypeId,
        forward,
        reverse: reverse ?? (symmetric ? forward : otherEndOf(forward)),
        symmetric,
        moment,
        group,
        ...(schema === undefined ? {} : { schema }),
      };
      types.set(key, made);
      return made.id;
    },
  };
}
