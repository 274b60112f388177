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

interface Gathered {
  readonly name: string;
  kind: Kind;
  isKindSaid: boolean;
  aliases: Set<string>;
  properties: Map<string, Set<string>>;
  rest: Pick<DescribedEntity, 'summary' | 'identifiers'>;
  isTold: boolean;
  isChanged: boolean;
}

function gather(name: string, kind: Kind, isKindSaid: boolean): Gathered {
  const rest = { summary: '', identifiers: [] };
  return { name, kind, isKindSaid, aliases: new Set(), properties: new Map(), rest, isTold: false, isChanged: false };
}

function addProperties(gathered: Gathered, properties: DescribedEntity['properties']): void {
  for (const [name, values] of properties) {
    const known = gathered.properties.get(name) ?? new Set<string>();
    gathered.properties.set(name, known);
    for (const value of values) known.add(value);
    gathered.isChanged = true;
  }
}

/** The name that stands for somebody whom a row does not name. */
const NOT_STATED = 'not stated';

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

  function describe({ id, name, kind, ...entity }: DescribedEntity, where: string): void {
    const key = id || name;
    const known = byId.get(key);
    const before = known === undefined ? undefined : all.get(known);
    const isSame = before !== undefined && before.name === name && before.kind === kind;
    if (isSame) log.tally('rows-joined', where);
    else if (before) log.warn('id-repeated', where, { id: shortText(key) });
    const gathered = isSame ? before : gather(name, kind, true);
    if (!isSame) add(id, name, gathered);
    addProperties(gathered, entity.properties);
    for (const alias of entity.aliases) gathered.aliases.add(alias);
    const summary = gathered.rest.summary || entity.summary;
    const identifiers = [...gathered.rest.identifiers, ...entity.identifiers.filter((own) => !gathered.rest.identifiers.some((other) => other.value === own.value))];
    gathered.rest = { summary, identifiers };
    if (entity.summary !== '' && entity.summary !== summary) addProperties(gathered, [['summary', [entity.summary]]]);
    gathered.isChanged = true;
  }

  function refine(id: EntityId, { name, kind, kindWord }: NamedEnd, where: () => string): void {
    const gathered = all.get(id);
    if (!gathered) return;
    if (name !== '' && name !== gathered.name) {
      gathered.aliases.add(name);
      gathered.isChanged = true;
    }
    if (kindWord) addProperties(gathered, [[kindWord[0], [kindWord[1]]]]);
    if (kind === null || kind === gathered.kind) {
      gathered.isKindSaid ||= kind !== null;
    } else if (!gathered.isKindSaid) {
      Object.assign(gathered, { kind, isKindSaid: true, isChanged: true });
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

  function finish(): void {
    for (const [id, { kind, aliases, properties, rest, isChanged }] of all) {
      if (!isChanged) continue;
      draft.amend(id, {
        kind,
        ...(aliases.size > 0 ? { aliases: [...aliases] } : {}),
        ...(rest.summary === '' ? {} : { summary: rest.summary }),
        ...(rest.identifiers.length > 0 ? { identifiers: rest.identifiers } : {}),
        // Names come from data: fromEntries makes even "__proto__" a field of its own.
        ...(properties.size > 0 ? { properties: Object.fromEntries([...properties].map(([name, values]) => [name, [...values]])) } : {}),
      });
    }
  }

  return {
    describe,
    find: (name) => byName.get(name) ?? byId.get(name),
    end,
    nobody: (kind) => draft.entity({ kind, name: NOT_STATED }),
    finish,
  };
}
