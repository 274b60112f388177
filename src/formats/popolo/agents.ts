import type { EntityId, Kind } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { isRecord, type JsonRecord, textOf } from '../jsonRecord.ts';
import { describeAgent, organizationKind } from './describeAgent.ts';

const CLASSES = ['person', 'organization', 'area', 'event', 'motion'] as const;
/** Popolo's classes that become entities. Ids are unique in a class only. */
export type AgentClass = (typeof CLASSES)[number];

/** A record of the file with its place in it. */
export interface Placed {
  readonly record: JsonRecord;
  readonly where: string;
}

/** Entities by class and id. */
export interface Agents {
  add(of: AgentClass, placed: Placed): EntityId;
  /** The entity that is meant by an id, or by a record that stands in its place; a bare one for an id that leads nowhere. */
  need(of: AgentClass, id: unknown, embedded: unknown, where: string): EntityId | undefined;
  has(of: AgentClass, id: string): boolean;
  /** For a role that nobody is named for. */
  nobody(where: string): EntityId;
  /** Areas are entities only where something names them. */
  offer(placed: Placed): void;
  /** The areas that nothing named. */
  unused(): readonly JsonRecord[];
}

/** Nested lists that are read as records of their own; elsewhere they stay with what they are nested in. */
const NESTED: ReadonlySet<string> = new Set(['memberships', 'posts']);
const NONE: ReadonlySet<string> = new Set();

function kindOf(of: AgentClass, record: JsonRecord): Kind {
  if (of === 'person') return 'Person';
  if (of === 'organization') return organizationKind(record);
  return of === 'area' ? 'Place' : 'Event';
}

/** Starts without any. */
export function createAgents(draft: Draft): Agents {
  const known = new Map<AgentClass, Map<string, EntityId>>(CLASSES.map((of) => [of, new Map()]));
  const offered = new Map<string, Placed>();

  function add(of: AgentClass, { record, where }: Placed, apart: ReadonlySet<string>): EntityId {
    const id = textOf(record['id']);
    const same = known.get(of);
    if (id !== '' && same?.has(id)) draft.log.warn('id-repeated', where, { id });
    const made = draft.entity(describeAgent(draft, record, kindOf(of, record), where, apart));
    if (id !== '' && !same?.has(id)) same?.set(id, made);
    return made;
  }

  function addBare(of: AgentClass, id: string, where: string): EntityId {
    draft.log.warn('dangling-end', where, { id });
    const made = draft.entity({ id, kind: kindOf(of, {}), name: id, kept: { popolo: { undescribed: true } } });
    known.get(of)?.set(id, made);
    return made;
  }

  return {
    add: (of, placed) => add(of, placed, NESTED),
    has: (of, id) => known.get(of)?.has(id) === true,
    need(of, id, beside, where) {
      // Services that embed what is named put it in the place of its id.
      const embedded = isRecord(id) ? id : beside;
      const wanted = textOf(id) || (isRecord(embedded) ? textOf(embedded['id']) : textOf(embedded));
      const found = known.get(of)?.get(wanted);
      if (wanted !== '' && found !== undefined) return found;
      const waiting = of === 'area' ? offered.get(wanted) : undefined;
      if (wanted !== '' && waiting) return add(of, waiting, NONE);
      if (isRecord(embedded)) return add(of, { record: embedded, where }, NONE);
      return wanted === '' ? undefined : addBare(of, wanted, where);
    },
    unused: () => [...offered].filter(([id]) => !known.get('area')?.has(id)).map(([, { record }]) => record),
    nobody(where) {
      draft.log.warn('missing-end', where);
      return draft.entity({ kind: 'Other', name: 'not stated' });
    },
    offer(placed) {
      const id = textOf(placed.record['id']);
      if (id !== '' && !offered.has(id)) offered.set(id, placed);
    },
  };
}
