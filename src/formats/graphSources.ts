import type { Locator, SourceId } from '../model/records.ts';
import { findAddress, findIdentifiers } from './citedAddress.ts';
import type { Draft } from './draft.ts';
import { textsOfValue } from './graphValues.ts';
import { NAMES, plainName } from './graphVocabulary.ts';
import type { Attributes, AttributeValue, GraphEdge, GraphNode, GraphSource, PropertyGraph } from './propertyGraph.ts';

/** A source of something in a graph, with where in it. */
export interface CitedSource {
  readonly source: SourceId;
  readonly locators: readonly Locator[];
}

const ADDRESS = /https?:\/\/[^\s<>"']+/g;
const MAX_QUOTE = 1000;

/** The web addresses in a text, without the punctuation behind them. */
function findAddresses(text: string): string[] {
  return (text.match(ADDRESS) ?? []).map((found) => found.replace(/[.,;:!?)\]}|]+$/, ''));
}

function findPublisher(attributes: Attributes): string | null {
  for (const [name, value] of attributes) {
    if (NAMES.publisher.has(plainName(name)) && typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

/** What a text in an attribute for sources names: every address in it, or identifier; else the text itself is a source. */
function addSources(draft: Draft, name: string, text: string, publisher: string | null): SourceId[] {
  const addresses = findAddresses(text);
  if (addresses.length > 0) {
    // With several addresses nobody says which of them the publisher published.
    const by = addresses.length === 1 ? publisher : null;
    return addresses.map((url) => draft.source({ url, publisher: by }));
  }
  const identifiers = findIdentifiers(name, text);
  if (identifiers.length > 0) {
    const by = identifiers.length === 1 ? publisher : null;
    return identifiers.map((label) => draft.source({ label, url: findAddress(label), publisher: by }));
  }
  const label = text.trim();
  return label === '' ? [] : [draft.source({ label, publisher })];
}

function addCited(draft: Draft, key: string, { title, url, authors }: GraphSource): SourceId {
  return draft.source({ key: `citation ${key}`, title, url, authors, label: title ?? url ?? key });
}

/** Sources that the file describes and nothing in it cites are listed all the same. */
export function addUncited({ sources }: PropertyGraph, draft: Draft): void {
  for (const [key, source] of sources ?? []) addCited(draft, key, source);
}

/** Whether an attribute is for sources; one called `source` is unless it repeats an end of its edge. */
function isForSources(name: string, value: AttributeValue, part: GraphEdge | GraphNode): boolean {
  const plain = plainName(name);
  if (plain !== 'source') return NAMES.source.has(plain);
  if (!('source' in part) || typeof value === 'number' || /^[\d.\s-]*$/.test(String(value))) return false;
  return ![...part.attributes.keys()].some((other) => plainName(other) === 'target') && value !== part.source;
}

/** The sources that an edge or node names in its attributes and citations, each once. */
export function readSources(graph: PropertyGraph, draft: Draft, part: GraphEdge | GraphNode): CitedSource[] {
  const { attributes, citations = [], quotes: own } = part;
  const found = new Map<SourceId, CitedSource>();
  for (const [name, value] of attributes) {
    if (!isForSources(name, value, part) || typeof value === 'boolean') continue;
    // A number is a count, unless it is one that stands for a document.
    if (typeof value === 'number' && findIdentifiers(name, String(value)).length === 0) continue;
    for (const text of textsOfValue(value)) {
      for (const source of addSources(draft, name, text, findPublisher(attributes))) {
        found.set(source, { source, locators: [] });
      }
    }
  }
  for (const key of citations) {
    const cited = graph.sources?.get(key);
    if (!cited) continue;
    const source = addCited(draft, key, cited);
    const all = [...(own?.get(key) ?? []), ...(cited.quotes ?? [])];
    found.set(source, { source, locators: all.map((quote) => ({ quote: quote.slice(0, MAX_QUOTE) })) });
  }
  return [...found.values()];
}
