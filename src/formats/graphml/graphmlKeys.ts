import { readName } from '../attributeNames.ts';
import type { ImportLog } from '../importLog.ts';
import type { AttributeValue, Scalar } from '../propertyGraph.ts';
import { freeName, type SameName, type SameNames } from './sameName.ts';
import { isNumeric, parseTyped, type ValuePlace } from './typedValues.ts';
import { getAttribute, localName, type XmlElement } from './xmlElement.ts';

/** What a `<key>` is for. */
export type KeyFor = 'graph' | 'node' | 'edge' | 'hyperedge';

/** A declared key, or one that is used without being declared. */
export interface Key {
  readonly id: string;
  /** The name of its attribute, unique among those of one kind of element. */
  readonly name: string;
  /** `attr.type` as written; null where there is none. */
  readonly type: string | null;
  /** `attr.list`, as Neo4j writes it: values are JSON arrays of that. */
  readonly list: string | null;
  /** Of values that are drawing, ports or the like: what is under it is kept, not read. */
  readonly isGraphics: boolean;
  readonly defaults: XmlElement | null;
  /** What the file says of it. */
  readonly desc: string | null;
  /** What its values are, where they are no attribute; one key for each. `look`: colours and sizes as Gephi writes them. */
  readonly role: Role | null;
}

type Role = 'label' | 'x' | 'y' | 'title' | 'look' | 'parents' | 'undirected' | 'spells';

/** The keys of one kind of element. */
export interface Keys {
  find(id: string, where: string): Key;
  /** Every key declared for this kind, in order. */
  readonly declared: readonly Key[];
}

/** Ids of keys that our writer uses for what GraphML has no element for. */
export const OWN_KEYS = { parents: 'sayso.parents', undirected: 'sayso.undirected', spells: 'sayso.spells' } as const;

/** Names that our writer marks where a key beside them has the role. */
const MARKED: ReadonlySet<string> = new Set(
  [
    'name title label Label x y r g b a z size spells parents undirected'.split(' '),
    ['Title', 'Name', 'LABEL', 'Edge Label', 'edge label', 'edgelabel', 'EdgeLabel'],
  ].flat(),
);

function isFor(element: XmlElement, kind: KeyFor): boolean {
  const target = getAttribute(element, 'for') ?? 'all';
  if (target === kind || target === 'all') return true;
  return kind === 'graph' && target === 'graphml';
}

const LABELS: Readonly<Record<KeyFor, ReadonlySet<string>>> = {
  graph: new Set(['name', 'title']),
  node: new Set(['label']),
  hyperedge: new Set(['label']),
  edge: new Set(['label', 'edge label', 'edgelabel']),
};
const LOOK = new Set(['r', 'g', 'b', 'a', 'z', 'size']);

/** Names that a key must not have if its values are to stay attributes. */
export function isRoleName(kind: KeyFor, name: string): boolean {
  return LABELS[kind].has(name.toLowerCase()) || (kind === 'node' && (name === 'x' || name === 'y'));
}

function findRole(element: XmlElement, kind: KeyFor, id: string, name: string): Role | null {
  for (const [role, ownId] of Object.entries(OWN_KEYS)) if (id === ownId) return role as Role;
  if (LABELS[kind].has(name.toLowerCase())) return kind === 'graph' ? 'title' : 'label';
  if (kind !== 'node' || !isNumeric(getAttribute(element, 'attr.type') ?? '')) return null;
  if (name === 'x' || name === 'y') return name;
  return LOOK.has(name) && name === id ? 'look' : null;
}

/** Positions come in pairs, and Gephi's colours with them; alone they are attributes like others. */
function dropHalves(keys: readonly Key[]): void {
  const has = (test: (key: Key) => boolean): boolean => keys.some(test);
  const isPair = has(({ role }) => role === 'x') && has(({ role }) => role === 'y');
  const isLook = isPair && ['r', 'g', 'b'].every((name) => has((key) => key.role === 'look' && key.name === name));
  for (const key of keys as (Key & { role: Role | null })[]) {
    if ((key.role === 'x' || key.role === 'y') && !isPair) key.role = null;
    if (key.role === 'look' && !isLook) key.role = null;
  }
}

function readKey(element: XmlElement, id: string, name: string, role: Role | null): Key {
  const { children = [] } = element;
  const desc = children.find((child) => localName(child) === 'desc');
  return {
    desc: desc ? textOf(desc) || null : null,
    id,
    name,
    role,
    type: getAttribute(element, 'attr.type') ?? null,
    list: getAttribute(element, 'attr.list') ?? null,
    isGraphics: getAttribute(element, 'yfiles.type') !== undefined,
    defaults: children.find((child) => localName(child) === 'default') ?? null,
  };
}

const hasDefault = ({ children = [] }: XmlElement): boolean => children.some((child) => localName(child) === 'default');

/** Hands out names and roles for keys of one kind. */
function createNames(sameNames: SameNames) {
  const [attributes, withRole] = [new Map<string, SameName>(), new Map<string, SameName>()];
  const roles = new Set<Role>();
  return {
    roles,
    allot(element: XmlElement, id: string, wanted: string, role: Role | null): { name: string; role: Role | null } {
      const isAlone = hasDefault(element);
      if (role !== null) {
        const known = withRole.get(wanted);
        const isFree = role === 'look' || !roles.has(role);
        if (isFree) withRole.set(wanted, sameNames.begin(id, isAlone));
        roles.add(role);
        if (isFree || (!isAlone && known?.accept(id))) return { name: wanted, role };
      }
      if (!isAlone && attributes.get(wanted)?.accept(id)) return { name: wanted, role: null };
      const name = freeName(wanted, id, attributes);
      attributes.set(name, sameNames.begin(id, isAlone));
      return { name, role: null };
    },
  };
}

/**
 * The keys for one kind of element. A second key of the same name is the same attribute where no element has both, else it
 * gets another name, told as `field-renamed`.
 */
export function readKeys(elements: readonly XmlElement[], kind: KeyFor, sameNames: SameNames, log: ImportLog): Keys {
  const byId = new Map<string, Key>();
  const names = createNames(sameNames);
  const declared: Key[] = [];
  // A key declared for another kind is better than none.
  for (const element of [
    ...elements.filter((each) => isFor(each, kind)),
    ...elements.filter((each) => !isFor(each, kind)),
  ]) {
    const id = getAttribute(element, 'id') ?? '';
    if (byId.has(id)) continue;
    const written = getAttribute(element, 'attr.name') ?? id;
    const wanted = readName(written, MARKED);
    const isOurs = isFor(element, kind);
    const found = isOurs && wanted === written ? findRole(element, kind, id, wanted) : null;
    const { name, role } = names.allot(element, id, wanted, found);
    if (isOurs && name !== wanted) log.note('field-renamed', '', { from: wanted, to: name });
    const key = readKey(element, id, name, role);
    byId.set(id, key);
    if (isOurs) declared.push(key);
  }
  dropHalves(declared);
  return {
    declared,
    find(id, where) {
      const found = byId.get(id);
      if (found) return found;
      const isLabel = LABELS[kind].has(id.toLowerCase()) && !names.roles.has('label') && kind !== 'graph';
      const { name, role } = names.allot({ name: 'key' }, id, id, isLabel ? 'label' : null);
      const key = readKey({ name: 'key' }, id, name, role);
      byId.set(id, key);
      log.note('attribute-undeclared', where, { field: id });
      return key;
    },
  };
}

/** The text of a `data` or `default`, without the white space around it that is only layout. */
export function textOf(element: XmlElement): string {
  const { text = '' } = element;
  return getAttribute(element, 'xml:space') === 'preserve' ? text : text.trim();
}

function parseList(text: string, type: string, place: ValuePlace): AttributeValue {
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch {
    return text;
  }
  if (!Array.isArray(items)) return text;
  const scalars = items.map((item: unknown): Scalar => {
    if (typeof item === 'boolean' || (typeof item === 'number' && Number.isFinite(item))) return item;
    return typeof item === 'string' ? (parseTyped(item, type, place) ?? item) : JSON.stringify(item);
  });
  return type === 'string' ? scalars.map(String) : scalars;
}

/** A value under a key; null for none (an empty number). */
export function parseValue(key: Key, element: XmlElement, where: string, log: ImportLog): AttributeValue | null {
  const place = { field: key.name, where, log };
  const text = textOf(element);
  return key.list === null ? parseTyped(text, key.type, place) : parseList(text, key.list, place);
}
