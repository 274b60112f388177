import { findAddress } from '../citedAddress.ts';
import type { ImportLog } from '../importLog.ts';
import { listOf, textOf } from '../jsonAttributes.ts';
import type { GraphSource } from '../propertyGraph.ts';
import type { AspectElement, Aspects } from './cxAspects.ts';

/** A citation's key: what it cites, so that a paper cited forty times is one source. */
function keyOf({ element }: AspectElement): string {
  return textOf(element['dc:identifier']) || textOf(element['dc:title']) || `citation ${textOf(element['@id']) ?? ''}`;
}

function readSource({ element }: AspectElement, key: string): GraphSource {
  const authors = textOf(element['dc:contributor']);
  const named =
    authors === null ? listOf(element['dc:contributor']).flatMap((name) => textOf(name) ?? []) : authors.split('|');
  const title = textOf(element['dc:title']);
  const url = findAddress(textOf(element['dc:identifier']) ?? '');
  return {
    title: title || (url === null ? key : null),
    url,
    authors: named.map((name) => name.trim()).filter((name) => name !== ''),
  };
}

/** What a file's elements cite. */
export interface Cited {
  readonly citations: readonly string[];
  readonly quotes: ReadonlyMap<string, readonly string[]>;
  /** Words that support it, of which the file does not say where they stand. */
  readonly words: readonly string[];
}

/** The file's citations, and what each node or edge cites. */
export interface Citations {
  /** Aspects of which something is understood nowhere here: fields of citations, words that support nothing. */
  readonly unread: readonly string[];
  readonly sources: ReadonlyMap<string, GraphSource>;
  find(kind: 'node' | 'edge', id: string): Cited;
}

type Links = ReadonlyMap<string, readonly string[]>;

/** Ids of citations or supports by id of node or edge, from an aspect such as `edgeCitations`. */
function readLinks(aspects: Aspects, aspect: string, field: string): Links {
  const links = new Map<string, string[]>();
  for (const { element } of aspects.get(aspect) ?? []) {
    const linked = listOf(element[field]).flatMap((id) => textOf(id) ?? []);
    const owners = Array.isArray(element['po']) ? element['po'] : [element['po']];
    for (const owner of owners) {
      const id = textOf(owner);
      if (id === null) continue;
      const list = links.get(id) ?? [];
      links.set(id, list);
      for (const one of linked) list.push(one);
    }
  }
  return links;
}

interface Support {
  readonly text: string;
  readonly citation: string | null;
}

/** Puts words under the citation they name; else under the only one there is; else nowhere. */
function place(keys: readonly string[], supports: readonly Support[], keyById: ReadonlyMap<string, string>): Cited {
  const all = new Set(keys);
  const quotes = new Map<string, string[]>();
  const words: string[] = [];
  for (const { text, citation } of supports) {
    const stated = citation === null ? undefined : keyById.get(citation);
    if (stated !== undefined) all.add(stated);
    const key = stated ?? (keys.length === 1 && citation === null ? keys[0] : undefined);
    if (key === undefined) words.push(text);
    else {
      const list = quotes.get(key) ?? [];
      quotes.set(key, list);
      list.push(text);
    }
  }
  return { citations: [...all], quotes, words };
}

const CITATION_FIELDS = new Set(['@id', 'dc:identifier', 'dc:title', 'dc:contributor']);

function findUnread(aspects: Aspects, supported: readonly Links[]): string[] {
  const isSaid = (value: unknown): boolean =>
    value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  const hasMore = (aspects.get('citations') ?? []).some(({ element }) =>
    Object.entries(element).some(([name, value]) => !CITATION_FIELDS.has(name) && isSaid(value)),
  );
  const used = new Set(supported.flatMap((links) => [...links.values()].flat()));
  const isUnused = (aspects.get('supports') ?? []).some(({ element }) => !used.has(textOf(element['@id']) ?? ''));
  return [...(hasMore ? ['citations'] : []), ...(isUnused ? ['supports'] : [])];
}

/** Reads citations and supports. Told: those that are named and described nowhere. Linear. */
export function readCitations(aspects: Aspects, log: ImportLog): Citations {
  const keyById = new Map<string, string>();
  const sources = new Map<string, GraphSource>();
  for (const item of aspects.get('citations') ?? []) {
    // Other programs have aspects of this name with something else in them.
    if (!Object.keys(item.element).some((name) => CITATION_FIELDS.has(name))) continue;
    const key = keyOf(item);
    keyById.set(textOf(item.element['@id']) ?? '', key);
    if (!sources.has(key)) sources.set(key, readSource(item, key));
  }
  const supports = new Map<string, Support>();
  for (const { element } of aspects.get('supports') ?? []) {
    const text = textOf(element['text']) ?? '';
    if (text !== '') supports.set(textOf(element['@id']) ?? '', { text, citation: textOf(element['citation']) });
  }
  const links = (kind: 'node' | 'edge'): { cited: Links; supported: Links } => ({
    cited: readLinks(aspects, `${kind}Citations`, 'citations'),
    supported: readLinks(aspects, `${kind}Supports`, 'supports'),
  });
  const byKind = { node: links('node'), edge: links('edge') };
  const findAll = <Found>(ids: readonly string[], among: ReadonlyMap<string, Found>, where: string): Found[] =>
    ids.flatMap((id) => {
      const found = among.get(id);
      if (found === undefined) log.warn('record-skipped', where, { reason: `${id} is described nowhere in the file` });
      return found === undefined ? [] : [found];
    });
  return {
    sources,
    unread: findUnread(aspects, [byKind.node.supported, byKind.edge.supported]),
    find(kind, id) {
      const { cited, supported } = byKind[kind];
      const keys = [...new Set(findAll(cited.get(id) ?? [], keyById, `${kind}Citations`))];
      return place(keys, findAll(supported.get(id) ?? [], supports, `${kind}Supports`), keyById);
    },
  };
}
