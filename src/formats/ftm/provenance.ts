import type { Claim, SourceKind } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import type { NewSource } from '../draftSources.ts';
import { readFileDate } from '../fileDate.ts';
import { type FtmRecord, fieldOf, isObject, valuesOf } from './ftmRecord.ts';
import { isA } from './schemata.ts';

/** Claims made of what the records of a file say of their own sources: documents, addresses, else publishers, else datasets. */
export interface Provenance {
  /** One claim for each source: it states the record. None for a record that names no source. */
  claimsOf(record: FtmRecord): Claim[];
  /** The same for a record that names exactly one source; of several nobody knows which of them says so. */
  soleClaimOf(record: FtmRecord): Claim[];
  /** A claim by a document of the file itself; none for an id of no document. */
  documentClaimOf(id: string): Claim[];
  /** What a note says, by its first source or, where it names none, as a source of its own. */
  noteClaimOf(record: FtmRecord, text: string): Claim;
}

const DERIVED = { ftm: { derived: true } };

interface Address {
  publisher: string | null;
  accessed: string | null;
}

const single = (values: readonly string[]): string | null => (values.length === 1 ? (values[0] ?? null) : null);

/** FollowTheMoney pairs no address with a publisher: only one with one is sure, and only if no other record contradicts it. */
function learnAddresses(records: readonly FtmRecord[], draft: Draft): Map<string, Address> {
  const found = new Map<string, Address>();
  for (const record of records) {
    const urls = valuesOf(record, 'sourceUrl');
    const publishers = valuesOf(record, 'publisher');
    const url = single(urls);
    if (urls.length > 0 && publishers.length > 0 && (url === null || publishers.length > 1)) {
      draft.log.tally('publishers-unpaired', record.where);
    }
    if (url === null) continue;
    const publisher = single(publishers);
    const accessed = readFileDate(single(valuesOf(record, 'retrievedAt')) ?? '') ?? null;
    const known = found.get(url);
    if (!known) found.set(url, { publisher, accessed });
    else if (publisher !== null && known.publisher !== null && publisher !== known.publisher) {
      draft.log.tally('publishers-unpaired', record.where);
      known.publisher = null;
    } else known.publisher ??= publisher;
  }
  return found;
}

function kindOfDocument(schema: string): SourceKind {
  if (schema === 'Article') return 'article';
  return schema === 'Message' ? 'post' : isA(schema, 'Table') ? 'dataset' : 'other';
}

function describeDocument(record: FtmRecord): NewSource {
  const first = (...properties: string[]): string | undefined =>
    properties.flatMap((each) => valuesOf(record, each))[0];
  const published = first('publishedAt', 'date', 'authoredAt');
  return {
    key: `document ${record.id ?? record.where}`,
    label: first('title', 'name', 'fileName', 'subject') ?? record.id ?? record.where,
    title: first('title', 'name', 'subject') ?? null,
    kind: kindOfDocument(record.schema),
    publisher: single(valuesOf(record, 'publisher')),
    authors: valuesOf(record, 'author'),
    published: published === undefined ? null : (readFileDate(published) ?? published),
    url: first('sourceUrl') ?? null,
  };
}

/** A name alone: a publisher or a dataset, never worded as more than that. */
function named(kind: SourceKind, label: string, isPublisher: boolean): NewSource {
  return { key: `${kind} ${label}`, label, kind, ...(isPublisher ? { publisher: label } : {}) };
}

function datasetsOf({ extra }: FtmRecord): string[] {
  const datasets = extra.get('datasets');
  const dataset = extra.get('dataset');
  const all: readonly unknown[] = Array.isArray(datasets) ? datasets : [datasets ?? dataset];
  return all.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** The collection of Aleph's that a record is from, as Aleph's interface describes it. */
function collectionOf({ extra }: FtmRecord): NewSource | null {
  const collection = extra.get('collection');
  if (!isObject(collection)) return null;
  const links = fieldOf(collection, 'links');
  const first = (...values: readonly unknown[]): string | undefined =>
    values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
  const label = first(fieldOf(collection, 'label'), fieldOf(collection, 'foreign_id'));
  if (label === undefined) return null;
  const url = first(
    fieldOf(collection, 'data_url'),
    fieldOf(collection, 'info_url'),
    isObject(links) ? fieldOf(links, 'ui') : null,
  );
  return {
    key: `collection ${first(fieldOf(collection, 'foreign_id')) ?? label}`,
    label,
    kind: 'dataset',
    publisher: first(fieldOf(collection, 'publisher')) ?? null,
    url: url ?? null,
  };
}

/** Learns what the records of a file say of their sources. Linear. */
export function createProvenance(records: readonly FtmRecord[], draft: Draft): Provenance {
  const addresses = learnAddresses(records, draft);
  const documents = new Map(
    records.filter(({ id, schema }) => id !== null && isA(schema, 'Document')).map((each) => [each.id ?? '', each]),
  );

  function describeSources(record: FtmRecord): NewSource[] {
    const proofs = valuesOf(record, 'proof').flatMap((id) => documents.get(id) ?? []);
    const covered = new Set(proofs.flatMap((document) => valuesOf(document, 'sourceUrl')));
    const urls = valuesOf(record, 'sourceUrl').filter((url) => !covered.has(url));
    const found = [
      ...proofs.map(describeDocument),
      ...urls.map((url): NewSource => ({ url, kind: 'other', ...addresses.get(url) })),
    ];
    if (found.length > 0) return found;
    const publishers = valuesOf(record, 'publisher');
    if (publishers.length > 0) return publishers.map((name) => named('other', name, true));
    const homes = valuesOf(record, 'publisherUrl');
    if (homes.length > 0) return homes.map((url) => ({ url, kind: 'other' }));
    const collection = collectionOf(record);
    return collection ? [collection] : datasetsOf(record).map((name) => named('dataset', name, false));
  }

  const claimOf = (row: NewSource): Claim => draft.claim(derived({ source: draft.source(row) }));
  return {
    claimsOf: (record) => describeSources(record).map(claimOf),
    soleClaimOf(record) {
      const [only, ...others] = describeSources(record);
      return only === undefined || others.length > 0 ? [] : [claimOf(only)];
    },
    documentClaimOf(id) {
      const document = documents.get(id);
      return document ? [claimOf(describeDocument(document))] : [];
    },
    noteClaimOf(record, text) {
      const row = describeSources(record)[0] ?? { key: `note ${record.id}`, label: text.slice(0, 80), kind: 'other' };
      return draft.claim(derived({ source: draft.source(row), text }));
    },
  };
}

/** Marks a claim as made from a record's own provenance: written back as that, and not as a note of ours. */
function derived<Row extends object>(row: Row): Row {
  return { ...row, kept: DERIVED };
}

/** Whether a claim was made from a record's own provenance and still says no more than that. */
export function isDerived(claim: Claim): boolean {
  const { kept } = claim as Claim & { readonly kept?: { readonly ftm?: { readonly derived?: boolean } } };
  return kept?.ftm?.derived === true;
}
