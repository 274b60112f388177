import { getAttribute, localName, printAttributes, type XmlElement } from '../graphml/xmlElement.ts';
import type { AttributeValue, PropertyGraph } from '../propertyGraph.ts';
import { escapeXml } from '../xmlText.ts';

type Head = Pick<PropertyGraph, 'title' | 'description' | 'attributes'>;

const DATE = 'lastmodifieddate';

function isValue(value: unknown): value is AttributeValue {
  const isScalar = (each: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof each);
  return isScalar(value) || (Array.isArray(value) && value.every(isScalar));
}

function readValue(element: XmlElement, text: string): AttributeValue {
  if (getAttribute(element, 'type') !== 'json') return text;
  try {
    const value: unknown = JSON.parse(text);
    return isValue(value) ? value : text;
  } catch {
    return text;
  }
}

/** Title, description and what else `<meta>` has, as attributes of the graph. */
export function readMeta(meta: XmlElement | null, textOf: (element: XmlElement) => string): Head {
  const attributes = new Map<string, AttributeValue>();
  let title: string | null = null;
  let description: string | null = null;
  const date = meta && getAttribute(meta, DATE);
  if (typeof date === 'string') attributes.set(DATE, date);
  for (const element of meta?.children ?? []) {
    const name =
      localName(element) === 'attribute' ? (getAttribute(element, 'name') ?? 'attribute') : localName(element);
    const text = textOf(element);
    if (name === 'title' && title === null && element.name === 'title') title = text;
    else if (name === 'description' && description === null && element.name === 'description') description = text;
    else attributes.set(name, readValue(element, text));
  }
  return { title, ...(description === null ? {} : { description }), attributes };
}

/** Names that may stand as an element of their own. */
const PLAIN = /^(?!(?:xml|attribute$|title$|description$))[A-Za-z_][\w-]{0,60}$/i;

function printMetaValue(name: string, value: AttributeValue): string {
  const isText = typeof value === 'string';
  const text = isText ? value : JSON.stringify(value);
  const isPlain = PLAIN.test(name);
  const attributes = printAttributes([
    ['name', isPlain ? null : name],
    ['type', isText ? null : 'json'],
    ['xml:space', text === text.trim() ? null : 'preserve'],
  ]);
  const tag = isPlain ? name : 'attribute';
  return `<${tag}${attributes}>${escapeXml(text)}</${tag}>`;
}

/** The head of a graph as `<meta>`; null where there is nothing to say. */
export function printMeta({ title, description, attributes }: Head): string | null {
  const date = attributes.get(DATE);
  const isDated = typeof date === 'string';
  const rest = [...attributes].filter(([name]) => !(isDated && name === DATE));
  const print = (name: string, text: string): string =>
    `<${name}${text === text.trim() ? '' : ' xml:space="preserve"'}>${escapeXml(text)}</${name}>`;
  const inside = [
    ...(title === null ? [] : [print('title', title)]),
    ...(description === undefined ? [] : [print('description', description)]),
    ...rest.map(([name, value]) => printMetaValue(name, value)),
  ];
  if (inside.length === 0 && !isDated) return null;
  return `<meta${printAttributes([[DATE, isDated ? date : null]])}>\n${inside.join('\n')}\n</meta>`;
}
