import type { Claim, SourceId, SourceKind } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import type { NewSource } from '../draftSources.ts';
import { readFileDate } from '../fileDate.ts';
import { type FtmRecord, valuesOf } from './ftmRecord.ts';
import { isA } from './schemata.ts';

/** What the records of a file say of the addresses they cite, and which of them are documents. */
export interface Provenance {
  /** The sources a record names, made with the first use: documents, addresses, else publishers, else datasets. */
  sourcesOf(record: FtmRecord): readonly SourceId[];
  /** A claim for each of them: that source states the record. None for a record that names no source. */
  claimsOf(record: FtmRecord): Claim[];
  /** The source that a document of the file is; undefined for what is no document of it. */
  documentSource(id: string): SourceId | undefined;
}

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
  const single = extra.get('dataset');
  const all: readonly unknown[] = Array.isArray(datasets) ? datasets : [datasets ?? single];
  return all.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** Learns what the records of a file say of their sources. Linear. */
export function createProvenance(records: readonly FtmRecord[], draft: Draft): Provenance {
  const addresses = learnAddresses(records, draft);
  const documents = new Map(
    records.filter(({ id, schema }) => id !== null && isA(schema, 'Document')).map((each) => [each.id ?? '', each]),
  );

  function documentSource(id: string): SourceId | undefined {
    const record = documents.get(id);
    return record && draft.source(describeDocument(record));
  }

  function sourcesOf(record: FtmRecord): readonly SourceId[] {
    const proofs = valuesOf(record, 'proof').filter((id) => documents.has(id));
    const covered = new Set(proofs.flatMap((id) => valuesOf(documents.get(id) ?? record, 'sourceUrl')));
    const urls = valuesOf(record, 'sourceUrl').filter((url) => !covered.has(url));
    const made = [
      ...proofs.flatMap((id) => documentSource(id) ?? []),
      ...urls.map((url) => draft.source({ url, kind: 'other', ...addresses.get(url) })),
    ];
    if (made.length > 0) return made;
    const publishers = valuesOf(record, 'publisher');
    if (publishers.length > 0) return publishers.map((name) => draft.source(named('other', name, true)));
    const homes = valuesOf(record, 'publisherUrl');
    if (homes.length > 0) return homes.map((url) => draft.source({ url, kind: 'other' }));
    return datasetsOf(record).map((name) => draft.source(named('dataset', name, false)));
  }

  return {
    sourcesOf,
    documentSource,
    claimsOf: (record) => sourcesOf(record).map((source) => draft.claim(derived({ source }))),
  };
}

/** Marks a claim as made from a record's own provenance: written back as that, and not as a note of ours. */
export function derived<Row extends object>(row: Row): Row {
  return { ...row, kept: { ftm: { derived: true } } };
}

/** Whether a claim was made from a record's own provenance and still says no more than that. */
export function isDerived(claim: Claim): boolean {
  const { kept } = claim as Claim & { readonly kept?: { readonly ftm?: { readonly derived?: boolean } } };
  return kept?.ftm?.derived === true;
}
