import type { EntityId, Kind } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { shortText } from './grid.ts';

/** An entity as a row of entities describes it. */
export interface DescribedEntity {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly properties: readonly (readonly [name: string, values: readonly string[]])[];
}

/** An entity as an end of a relation names it. */
export interface NamedEnd {
  readonly id: string;
  readonly name: string;
  /** Null where no word says it; then `fallback` holds until one does. */
  readonly kind: Kind | null;
  readonly fallback: Kind;
  /** The word for its kind, where it says more than the kind. */
  readonly kindWord: readonly [column: string, word: string] | null;
  /** Other tables describe the entities that this column names. */
  readonly isDescribed: boolean;
}

/** Who is who in all tables: by id, else by name (NFC, blanks made one, case kept). */
export interface WhoIsWho {
  describe(entity: DescribedEntity, where: string): void;
  find(name: string): EntityId | undefined;
  end(end: NamedEnd, where: () => string): EntityId;
  /** Somebody whom a row does not name: another one every time. */
  nobody(kind: Kind): EntityId;
  /** Writes what was gathered about each entity into the draft. */
  finish(): void;
}

/** What is gathered beside name and kind; most entities of a list of relations have none of it. */
interface More {
  readonly aliases: Set<string>;
  readonly properties: Map<string, Set<string>>;
  readonly identifiers: { readonly scheme: string; readonly value: string }[];
  summary: string;
}

interface Gathered {
  readonly name: string;
  kind: Kind;
  isKindSaid: boolean;
  isKindChanged: boolean;
  isTold: boolean;
  more: More | null;
}

function gather(name: string, kind: Kind, isKindSaid: boolean): Gathered {
  return { name, kind, isKindSaid, isKindChanged: false, isTold: false, more: null };
}

function moreOf(gathered: Gathered): More {
  gathered.more ??= { aliases: new Set(), properties: new Map(), identifiers: [], summary: '' };
  return gathered.more;
}

function addProperties(gathered: Gathered, properties: DescribedEntity['properties']): void {
  if (properties.length === 0) return;
  const { properties: all } = moreOf(gathered);
  for (const [name, values] of properties) {
    const known = all.get(name) ?? new Set<string>();
    all.set(name, known);
    for (const value of values) known.add(value);
  }
}

function addDescription(gathered: Gathered, { aliases, summary, identifiers, properties }: DescribedEntity): void {
  addProperties(gathered, properties);
  if (aliases.length + identifiers.length === 0 && summary === '') return;
  const more = moreOf(gathered);
  for (const alias of aliases) more.aliases.add(alias);
  for (const one of identifiers) {
    if (!more.identifiers.some(({ scheme, value }) => scheme === one.scheme && value === one.value))
      more.identifiers.push(one);
  }
  if (more.summary === '') more.summary = summary;
  else if (summary !== '' && summary !== more.summary) addProperties(gathered, [['summary', [summary]]]);
}

/** The name that stands for somebody whom a row does not name. */
const NOT_STATED = 'not stated';

function writeGathered(all: ReadonlyMap<EntityId, Gathered>, draft: Draft): void {
  for (const [id, { kind, isKindChanged, more }] of all) {
    if (isKindChanged) draft.amend(id, { kind });
    if (more === null) continue;
    const { aliases, summary, identifiers, properties } = more;
    draft.amend(id, {
      ...(aliases.size > 0 ? { aliases: [...aliases] } : {}),
      ...(summary === '' ? {} : { summary }),
      ...(identifiers.length > 0 ? { identifiers } : {}),
      // Names come from data: fromEntries makes even "__proto__" a field of its own.
      ...(properties.size > 0
        ? { properties: Object.fromEntries([...properties].map(([name, values]) => [name, [...values]])) }
        : {}),
    });
  }
}

/** Keeps who is who while tables are read into a draft. Each question takes constant time. */
export function createWhoIsWho(draft: Draft): WhoIsWho {
  const byId = new Map<string, EntityId>();
  const byName = new Map<string, EntityId>();
  const all = new Map<EntityId, Gathered>();
  const { log } = draft;

  function add(id: string, name: string, gathered: Gathered): EntityId {
    const made = draft.entity({ id: id || name, kind: gathered.kind, name });
    all.set(made, gathered);
    if (!byId.has(id || name)) byId.set(id || name, made);
    if (name !== '' && !byName.has(name)) byName.set(name, made);
    return made;
  }

  function describe(entity: DescribedEntity, where: string): void {
    const { id, name, kind } = entity;
    const known = byId.get(id || name);
    const before = known === undefined ? undefined : all.get(known);
    const isSame = before !== undefined && before.name === name && before.kind === kind;
    if (isSame) log.tally('rows-joined', where);
    else if (before) log.warn('id-repeated', where, { id: shortText(id || name) });
    const gathered = isSame ? before : gather(name, kind, true);
    if (!isSame) add(id, name, gathered);
    addDescription(gathered, entity);
  }

  function refine(id: EntityId, { id: key, name, kind, kindWord }: NamedEnd, where: () => string): void {
    const gathered = all.get(id);
    if (!gathered) return;
    // What stands in a column for names may be an id, which is no other name.
    const isId = key === '' && byId.get(name) === id;
    if (name !== '' && name !== gathered.name && !isId) moreOf(gathered).aliases.add(name);
    if (kindWord) addProperties(gathered, [[kindWord[0], [kindWord[1]]]]);
    if (kind === null || kind === gathered.kind) {
      gathered.isKindSaid ||= kind !== null;
    } else if (!gathered.isKindSaid) {
      Object.assign(gathered, { kind, isKindSaid: true, isKindChanged: true });
    } else if (!gathered.isTold) {
      gathered.isTold = true;
      log.note('kind-differs', where(), { name: shortText(gathered.name), first: gathered.kind, other: kind });
    }
  }

  function end(wanted: NamedEnd, where: () => string): EntityId {
    const { id, name, kind, fallback, isDescribed } = wanted;
    const key = id || name;
    const found = byId.get(key) ?? byName.get(key);
    if (found !== undefined) {
      refine(found, wanted, where);
      return found;
    }
    if (isDescribed) log.warn('dangling-end', where(), { id: shortText(key) });
    const gathered = gather(name || id, kind ?? fallback, kind !== null);
    const made = add(id, name || id, gathered);
    if (wanted.kindWord) addProperties(gathered, [[wanted.kindWord[0], [wanted.kindWord[1]]]]);
    return made;
  }

  return {
    describe,
    find: (name) => byName.get(name) ?? byId.get(name),
    end,
    nobody: (kind) => draft.entity({ kind, name: NOT_STATED }),
    finish: () => writeGathered(all, draft),
  };
}
