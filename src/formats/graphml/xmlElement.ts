import { escapeXml, type XmlAttributes } from '../xmlText.ts';

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
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: XmlElement[];
}

/** Builds elements out of what `walkXml` tells. */
export interface Capture {
  readonly isOpen: () => boolean;
  open(name: string, prefix: string, written: Readonly<Record<string, string>>): void;
  /** The whole element when the outermost one closes, else null. */
  close(text: string): XmlElement | null;
}

function finish({ name, attributes, children }: Growing, text: string): XmlElement {
  // Between child elements white space is only layout.
  const isLayout = children.length > 0 && text.trim() === '';
  return {
    name,
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(text === '' || isLayout ? {} : { text }),
    ...(children.length > 0 ? { children } : {}),
  };
}

/** An empty capture. */
export function createCapture(): Capture {
  const stack: Growing[] = [];
  return {
    isOpen: () => stack.length > 0,
    open(name, prefix, written) {
      const full = prefix === '' ? name : `${prefix}:${name}`;
      stack.push({ name: full, attributes: Object.entries(written), children: [] });
    },
    close(text) {
      const top = stack.pop();
      if (!top) return null;
      const made = finish(top, text);
      const outer = stack.at(-1);
      if (!outer) return made;
      outer.children.push(made);
      return null;
    },
  };
}

/** The name without its prefix. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute's value by its name as written. */
export function getAttribute({ attributes = [] }: XmlElement, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1];
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

/** Attributes as they stand in a tag, each name once, with a space before each. */
export function printAttributes(pairs: Iterable<readonly [string, string | null | undefined]>): string {
  const last = new Map<string, string>();
  for (const [name, value] of pairs) if (value !== null && value !== undefined) last.set(name, value);
  return [...last].map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
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

/** Attributes other than those named, as pairs; undefined where there are none. */
export function restOf(
  attributes: XmlAttributes | Readonly<Record<string, string>>,
  known: ReadonlySet<string>,
): (readonly [string, string])[] | undefined {
  const pairs = attributes instanceof Map ? [...(attributes as XmlAttributes)] : Object.entries(attributes);
  const rest = pairs.filter(([name]) => !known.has(name));
  return rest.length > 0 ? rest : undefined;
}
