import { plainName } from './graphVocabulary.ts';

const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:pmid|pubmed):\s*(\d+)$/i, 'https://pubmed.ncbi.nlm.nih.gov/$1/'],
  [/^pmc(?:id)?:\s*(?:PMC)?(\d+)$/i, 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC$1/'],
  [/^doi:\s*(10\.\S+)$/i, 'https://doi.org/$1'],
];

/** The web address that an identifier such as "pmid:123" or "doi:10.1000/x" stands for, or that it is. Null for any other. */
export function findAddress(identifier: string): string | null {
  if (/^https?:\/\//i.test(identifier)) return identifier;
  const known = ADDRESSES.find(([pattern]) => pattern.test(identifier));
  return known ? identifier.replace(known[0], known[1]) : null;
}

const BARE: readonly (readonly [names: RegExp, values: RegExp, prefix: string])[] = [
  [/^(?:pmids?|pubmed(?:ids?)?)$/, /^\d{1,9}$/, 'pmid:'],
  [/^dois?$/, /^10\.\d{4,}\/\S+$/, 'doi:'],
];

/** What a text in an attribute of this name cites by identifier, with the prefix that the name stands for; none unless all of it does. */
export function findIdentifiers(name: string, text: string): readonly string[] {
  const rule = BARE.find(([names]) => names.test(plainName(name)));
  const pieces = text.split(/[,;|\s]+/).filter((piece) => piece !== '');
  const found = pieces.flatMap((piece) => {
    const whole = rule?.[1].test(piece) ? rule[2] + piece : piece;
    return findAddress(whole) === null ? [] : [whole];
  });
  return found.length === pieces.length ? found : [];
}
