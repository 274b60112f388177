import { partHeader } from './endWords.ts';
import { RELATION_PHRASES, readHeader } from './headerWords.ts';

/** What the columns of a table of sources are, by their names. */
export interface SourceColumns {
  readonly id: number | null;
  readonly title: number | null;
  readonly url: number | null;
  readonly publisher: number | null;
  readonly published: number | null;
  readonly authors: number | null;
}

const phrasesOf = (...roles: string[]): ReadonlySet<string> =>
  new Set(RELATION_PHRASES.flatMap(([role, phrases]) => (roles.includes(role) ? [...phrases] : [])));

const TITLES = new Set([
  ...phrasesOf('sourceTitle'),
  'title',
  'name',
  'label',
  'source',
  'document',
  'reference',
  'citation',
]);
const ADDRESSES = new Set([
  'url',
  'link',
  'source url',
  'source link',
  'web link',
  'address',
  'href',
  'uri',
  'document url',
  'article url',
]);
const PUBLISHERS = phrasesOf('publisher');
const DATES = new Set([...phrasesOf('published', 'date'), 'published at', 'published on']);
const AUTHORS = new Set(
  'author,authors,author name,by,byline,autor,autoren,auteur,auteurs,autores,autore,autori'.split(','),
);

/** The columns of a table of sources, each the first one of such a name. */
export function readSourceColumns(header: readonly string[]): SourceColumns {
  const headers = header.map((name) => readHeader(name));
  const find = (phrases: ReadonlySet<string>): number | null => {
    const found = headers.findIndex(({ phrase }) => phrases.has(phrase));
    return found < 0 ? null : found;
  };
  const id = headers.findIndex((each) => partHeader(each).part === 'id' || each.phrase === 'ref');
  return {
    id: id < 0 ? null : id,
    title: find(TITLES),
    url: find(ADDRESSES),
    publisher: find(PUBLISHERS),
    published: find(DATES),
    authors: find(AUTHORS),
  };
}
