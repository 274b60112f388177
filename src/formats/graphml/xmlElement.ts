import { escapeXml, type XmlPairs } from '../xmlText.ts';

/** An XML element as JSON, so that it can be kept and written back. Names as written, prefixes included; text before children. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: readonly (readonly [string, string])[];
  readonly text?: string;
  readonly children?: readonly XmlElement[];
}

/** Where yEd says that a node is a group. */
export const FOLDER = 'yfiles.foldertype';

interface Growing {
  readonly name: string;
  readonly attributes: XmlPairs;
  children: XmlElement[];
}

/** Most elements have none: one list for all of them. */
const NO_CHILDREN: XmlElement[] = [];

/** Builds elements out of what `walkXml` tells. */
export interface Capture {
  readonly isOpen: () => boolean;
  open(name: string, prefix: string, written: XmlPairs): void;
  /** The whole element when the outermost one closes, else null. */
  close(text: string): XmlElement | null;
}

function finish({ name, attributes, children }: Growing, text: string): XmlElement {
  // Between child elements white space is only layout.
  const isLayout = children.length > 0 && text.trim() === '';
  // Without spreads: this runs once for every element of a file.
  const made: { -readonly [Key in keyof XmlElement]: XmlElement[Key] } = { name };
  if (attributes.length > 0) made.attributes = attributes;
  if (text !== '' && !isLayout) made.text = text;
  if (children.length > 0) made.children = children;
  return made;
}

/** An empty capture. */
export function createCapture(): Capture {
  const stack: Growing[] = [];
  return {
    isOpen: () => stack.length > 0,
    open(name, prefix, written) {
      const full = prefix === '' ? name : `${prefix}:${name}`;
      stack.push({ name: full, attributes: written, children: NO_CHILDREN });
    },
    close(text) {
      const top = stack.pop();
      if (!top) return null;
      const made = finish(top, text);
      const outer = stack.at(-1);
      if (!outer) return made;
      if (outer.children === NO_CHILDREN) outer.children = [made];
      else outer.children.push(made);
      return null;
    },
  };
}

/** The name without its prefix. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute's value by its name as written. */
export function getAttribute({ attributes }: { readonly attributes?: XmlPairs }, name: string): string | undefined {
  if (attributes) for (const pair of attributes) if (pair[0] === name) return pair[1];
  return undefined;
}

const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.-]*)?$/u;

/** Pairs of names fit for XML and text, of a kept JSON value; anything else in it is left out. */
export function readPairs(value: unknown): (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown) => {
    if (!Array.isArray(pair)) return [];
    const [name, text] = pair as unknown[];
    return typeof name === 'string' && NAME.test(name) && typeof text === 'string' ? [[name, text] as const] : [];
  });
}

/** Elements of a kept JSON value; what is no element is left out, since the value may come from any file. */
export function readElements(value: unknown): XmlElement[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { name, attributes, text, children } = item as Record<string, unknown>;
    if (typeof name !== 'string' || !NAME.test(name)) return [];
    const inner = { attributes: readPairs(attributes), children: readElements(children) };
    return [{ name, ...inner, ...(typeof text === 'string' ? { text } : {}) }];
  });
}

/** Attributes as they stand in a tag, with a space before each; of those with one name the first. */
export function printAttributes(pairs: Iterable<readonly [string, string | null | undefined]>): string {
  const seen: string[] = [];
  let text = '';
  for (const [name, value] of pairs) {
    if (value === null || value === undefined || seen.includes(name)) continue;
    seen.push(name);
    text += ` ${name}="${escapeXml(value)}"`;
  }
  return text;
}

/** An element as XML; elements in `instead` are replaced by what they are mapped to. */
export function printElement(element: XmlElement, instead?: ReadonlyMap<XmlElement, XmlElement>): string {
  const { name, attributes = [], text = '', children = [] } = instead?.get(element) ?? element;
  const head = `<${name}${printAttributes(attributes)}`;
  if (text === '' && children.length === 0) return `${head}/>`;
  return `${head}>${escapeXml(text)}${children.map((child) => printElement(child, instead)).join('')}</${name}>`;
}

/** Adds the prefixes that an element and its attributes use, `xml` and `xmlns` apart. */
export function collectPrefixes({ name, attributes = [], children = [] }: XmlElement, into: Set<string>): void {
  for (const each of [name, ...attributes.map(([key]) => key)]) {
    const at = each.indexOf(':');
    if (at > 0) into.add(each.slice(0, at));
  }
  for (const child of children) collectPrefixes(child, into);
}

/** Attributes other than those named; undefined where there are none. */
export function restOf(attributes: XmlPairs, known: ReadonlySet<string>): (readonly [string, string])[] | undefined {
  if (attributes.every(([name]) => known.has(name))) return undefined;
  return attributes.filter(([name]) => !known.has(name));
}
