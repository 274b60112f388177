import type { ImportLog } from '../importLog.ts';
import type { AttributeValue } from '../propertyGraph.ts';
import { isPlace, readDrawing } from './graphmlDrawing.ts';
import type { Item } from './graphmlItems.ts';
import { type Key, type Keys, parseValue, textOf } from './graphmlKeys.ts';
import { getAttribute, localName, type XmlElement } from './xmlElement.ts';

/** What stands in a node, edge, hyperedge or graph. */
export interface Parts {
  readonly where: string;
  readonly attributes: Map<string, AttributeValue>;
  /** Values whose key has a role, by that role. */
  readonly roles: ReadonlyMap<string, AttributeValue>;
  /** Gephi's colours and sizes. */
  readonly look: readonly (readonly [string, string])[];
  /** Drawing, ports and whatever is not understood, to be written back. */
  readonly content: readonly XmlElement[];
  readonly desc: string | null;
  readonly drawnLabel: string | null;
  /** Its arrow is drawn at its source. */
  readonly isBackward: boolean;
  readonly place: { readonly x: number; readonly y: number } | null;
}

interface Reading {
  readonly where: string;
  readonly log: ImportLog;
  readonly values: Map<Key, AttributeValue>;
  readonly content: XmlElement[];
  readonly look: (readonly [string, string])[];
}

function readData(reading: Reading, key: Key, element: XmlElement): void {
  const { where, log, values, content, look } = reading;
  if (key.isGraphics || element.children !== undefined) content.push({ ...element, name: 'data' });
  else if (key.role === 'look') look.push([key.name, textOf(element)]);
  else {
    const value = parseValue(key, element, where, log);
    if (value !== null) values.set(key, value);
  }
}

function applyDefaults({ values, where, log }: Reading, keys: Keys, given: ReadonlySet<string>): void {
  for (const key of keys.declared) {
    if (key.defaults === null || key.isGraphics || key.defaults.children || key.role === 'look' || given.has(key.id))
      continue;
    const value = parseValue(key, key.defaults, where, log);
    if (value !== null && value !== '') values.set(key, value);
  }
}

/** `x` and `y` as a place; null where there are none or they are unusable (told). */
function takePlace(roles: Map<string, AttributeValue>, { where, log }: Reading): Parts['place'] {
  const [x, y] = [roles.get('x'), roles.get('y')];
  if (x === undefined || y === undefined) return null;
  if (typeof x === 'number' && typeof y === 'number' && isPlace(x) && isPlace(y)) return { x, y };
  log.warn('position-unusable', where, { x: String(x), y: String(y) });
  return null;
}

function addAttribute(attributes: Map<string, AttributeValue>, { name, id }: Key, value: AttributeValue): void {
  attributes.set(attributes.has(name) ? `${name} (${id})` : name, value);
}

/** The attribute in which further labels of a drawing stand. */
export const FURTHER = 'further labels';

function addFurther(attributes: Map<string, AttributeValue>, texts: readonly string[], { where, log }: Reading): void {
  if (texts.length === 0 || attributes.has(FURTHER)) return;
  attributes.set(FURTHER, texts);
  log.tally('further-labels', where);
}

/** Sorts what stands in an element: attributes by their keys, defaults, drawing, text of `desc`. Linear. */
export function readParts(item: Item, keys: Keys, log: ImportLog): Parts {
  const reading: Reading = { where: `line ${item.line}`, log, values: new Map(), content: [], look: [] };
  const given = new Set<string>();
  let desc: string | null = null;
  for (const element of item.content) {
    const name = localName(element);
    if (name === 'desc' && element.children === undefined) desc = textOf(element);
    else if (name === 'data') {
      const id = getAttribute(element, 'key') ?? '';
      given.add(id);
      readData(reading, keys.find(id, reading.where), element);
    } else if (name !== 'endpoint') reading.content.push({ ...element, name });
  }
  applyDefaults(reading, keys, given);
  const drawing = readDrawing(reading.content);
  const roles = new Map<string, AttributeValue>();
  const attributes = new Map<string, AttributeValue>();
  for (const [key, value] of reading.values) if (key.role !== null) roles.set(key.role, value);
  const place = drawing.place ?? takePlace(roles, reading);
  const isAttribute = ({ role }: Key): boolean => {
    if (role === 'label') return drawing.label !== null || typeof roles.get('label') === 'object';
    if (role === 'x' || role === 'y') return drawing.place !== null || !(roles.has('x') && roles.has('y'));
    return role === null;
  };
  for (const [key, value] of reading.values) if (isAttribute(key)) addAttribute(attributes, key, value);
  addFurther(attributes, drawing.further, reading);
  const { where, look, content } = reading;
  const { label: drawnLabel, isBackward } = drawing;
  return { where, attributes, roles, look, content, desc, drawnLabel, isBackward, place };
}
