import type { Locator, SourceId } from '../model/records.ts';
import type { Draft } from './draft.ts';
import { textsOfValue } from './graphValues.ts';
import { NAMES, plainName } from './graphVocabulary.ts';
import type { Attributes, GraphEdge, GraphNode, PropertyGraph } from './propertyGraph.ts';

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

/** What a text in an attribute for sources names: every address in it; where there is none, the text itself is a source. */
function addSources(draft: Draft, text: string, publisher: string | null): SourceId[] {
  const addresses = findAddresses(text);
  if (addresses.length > 0) {
    // With several addresses nobody says which of them the publisher published.
    const by = addresses.length === 1 ? publisher : null;
    return addresses.map((url) => draft.source({ url, publisher: by }));
  }
  const label = text.trim();
  return label === '' ? [] : [draft.source({ label, publisher })];
}

/** The sources that an edge or node names in its attributes and citations, each once. */
export function readSources(
  graph: PropertyGraph,
  draft: Draft,
  { attributes, citations = [], quotes: own }: GraphEdge | GraphNode,
): CitedSource[] {
  const found = new Map<SourceId, CitedSource>();
  for (const [name, value] of attributes) {
    if (!NAMES.source.has(plainName(name)) || typeof value === 'number' || typeof value === 'boolean') continue;
    for (const text of textsOfValue(value)) {
      for (const source of addSources(draft, text, findPublisher(attributes))) {
        found.set(source, { source, locators: [] });
      }
    }
  }
  for (const key of citations) {
    const cited = graph.sources?.get(key);
    if (!cited) continue;
    const { title, url, authors, quotes = [] } = cited;
    const source = draft.source({ key: `citation ${key}`, title, url, authors, label: title ?? url ?? key });
    found.set(source, {
      source,
      locators: [...(own?.get(key) ?? []), ...quotes].map((quote) => ({ quote: quote.slice(0, MAX_QUOTE) })),
    });
  }
  return [...found.values()];
}
