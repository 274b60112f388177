import { findAddress } from './citedAddress.ts';
import { NAMES, plainName } from './graphVocabulary.ts';
import { type Field, listOf, recordOf, textOf } from './jsonAttributes.ts';
import { isRecord, type JsonRecord } from './jsonRecord.ts';
import type { GraphEdge, GraphSource } from './propertyGraph.ts';

/** Sources that a file's parts state as records of their own, such as `"sources": [{"title": …, "url": …}]`. */
export interface NestedSources {
  /** What a part cites in these fields; of other fields nothing is taken. */
  read(fields: Iterable<Field>): Pick<GraphEdge, 'citations' | 'quotes'>;
  /** All that was cited so far, by key. */
  readonly sources: ReadonlyMap<string, GraphSource>;
}

const ADDRESS_NAMES = ['url', 'uri', 'href', 'link', 'reference', 'identifier', 'doi', 'pmid', '@id', 'id'];
const TITLE_NAMES = ['title', 'name', 'label', 'headline', 'publication'];
const AUTHOR_NAMES = ['authors', 'author', 'creator', 'contributors'];
const QUOTE_NAMES = ['quote', 'excerpt', 'snippet', 'sentence', 'SummaryText', 'summary_text', 'text'];

function firstText(record: JsonRecord, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textOf(record[name])?.trim();
    if (text) return text;
  }
  return null;
}

/** PubMed and the like are named beside a bare number. */
function addressIn(record: JsonRecord): string | null {
  const kind = textOf(record['type'])?.toLowerCase() ?? '';
  for (const name of ADDRESS_NAMES) {
    const text = textOf(record[name])?.trim() ?? '';
    const prefix = /^(?:pubmed|pmid|doi)$/.test(kind) ? kind : name;
    const found = findAddress(text) ?? findAddress(`${prefix}:${text}`);
    if (found !== null) return found;
  }
  return null;
}

function readSource(record: JsonRecord): GraphSource | null {
  const [url, title] = [addressIn(record), firstText(record, TITLE_NAMES)];
  if (url === null && title === null) return null;
  const named = AUTHOR_NAMES.flatMap((name) => (Array.isArray(record[name]) ? listOf(record[name]) : [record[name]]));
  return { title, url, authors: named.flatMap((name) => textOf(name)?.trim() || []) };
}

function cited(item: unknown): { readonly source: GraphSource | null; readonly quote: string | null } {
  if (!isRecord(item)) {
    const text = textOf(item)?.trim() ?? '';
    const url = findAddress(text);
    return { source: text === '' ? null : { title: url === null ? text : null, url, authors: [] }, quote: null };
  }
  // Evidence names what it cites in a record of its own.
  const inner = ['citation', 'source', 'reference']
    .map((name) => recordOf(item[name]))
    .find((each) => readSource(each));
  return { source: readSource(inner ?? item), quote: firstText(item, QUOTE_NAMES) };
}

const isSourceName = (name: string): boolean =>
  NAMES.source.has(plainName(name)) || /^(?:source|evidences)$/.test(plainName(name));

/** Records in the lists of one field; none where it is a plain attribute. */
function recordsIn([name, value]: Field): readonly unknown[] {
  const items = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return isSourceName(name) && items.some(isRecord) ? items : [];
}

/** None read yet. Two records with the same address, or else title, are one source. */
export function createNestedSources(): NestedSources {
  const sources = new Map<string, GraphSource>();
  return {
    sources,
    read(fields) {
      const citations = new Set<string>();
      const quotes = new Map<string, string[]>();
      for (const field of fields) {
        for (const { source, quote } of recordsIn(field).map(cited)) {
          const key = source?.url ?? source?.title;
          if (!source || !key) continue;
          if (!sources.has(key)) sources.set(key, source);
          citations.add(key);
          if (quote !== null) quotes.set(key, [...new Set([...(quotes.get(key) ?? []), quote])]);
        }
      }
      return {
        ...(citations.size > 0 ? { citations: [...citations] } : {}),
        ...(quotes.size > 0 ? { quotes } : {}),
      };
    },
  };
}
