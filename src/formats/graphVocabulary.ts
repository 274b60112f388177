import type { Group, Kind } from '../model/records.ts';
import type { Attributes } from './propertyGraph.ts';

/** Names of attributes come again with every record; texts that are looked up in the same way do not. */
const PLAIN = new Map<string, string>();
const MOST_NAMES = 5000;

/** A name as the vocabulary has it: "Start_Date" and "start date" are one. */
export function plainName(name: string): string {
  const known = PLAIN.get(name);
  if (known !== undefined) return known;
  const made = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  if (PLAIN.size > MOST_NAMES) PLAIN.clear();
  PLAIN.set(name, made);
  return made;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What attributes of nodes and edges are called that we understand, most telling first. */
export const NAMES = {
  label: 'name label nodelabel vertexlabel title fullname displayname sharedname caption'.split(' '),
  kind: 'kind entitykind entitytype elementtype nodetype type category categories class schema labels labelv group sector'.split(
    ' ',
  ),
  alias: words('alias aliases aka alsoknownas alternativename alternativenames altnames othernames'),
  summary: words('summary description desc bio biography abstract'),
  wording:
    'relationship relation relationtype reltype edgetype labele label type predicate interaction role connection kind caption title name'.split(
      ' ',
    ),
  source: words(
    'sourceurl sourceurls sourcelink url urls uri link links reference references citation citations evidence sources sourcess sourceurlss proof pmid pmids pubmed pubmedid pubmedids doi dois',
  ),
  publisher: words('publisher outlet sourcename sourcepublisher'),
  start: words('start startdate begin begindate since validfrom datestart fromdate'),
  end: words('end enddate until validto dateend todate'),
  date: words('date year when datum timestamp datetime relationshipdate relationshipdateutc'),
} as const;

const KIND_WORDS: ReadonlyMap<string, Kind> = new Map(
  (
    [
      [
        'Person',
        'person people human individual man woman politician official officer pep actor character author user',
      ],
      [
        'Company',
        'company companies corporation corporate firm business enterprise bank fund ltd llc gmbh subsidiary shell employer',
      ],
      [
        'PublicBody',
        'publicbody government governmentbody agency federalagency ministry department state country court regulator authority municipality parliament',
      ],
      [
        'Organization',
        'organization organisation org orgs ngo nonprofit association foundation party politicalparty union media university group committee lobby thinktank',
      ],
      ['Place', 'place location address city town region area territory geography'],
      ['Event', 'event incident meeting lawsuit case courtcase sanction transaction hearing'],
      [
        'Asset',
        'asset property realestate vessel ship yacht airplane aircraft vehicle security account bankaccount software website document',
      ],
      ['Other', 'other unknown thing entity'],
    ] as const
  ).flatMap(([kind, text]) => text.split(' ').map((word) => [word, kind] as const)),
);

/** The kind that a word for one means: "Federal Agency" is a PublicBody; undefined for a word that is none. */
export function findKind(text: string): Kind | undefined {
  // Neo4j's labels of one node: ":Company:Offshore".
  if (/^:[^:]/.test(text)) {
    const kinds = text.slice(1).split(':').map(findKind);
    return kinds.find((kind) => kind !== undefined);
  }
  const plain = plainName(text);
  const found = KIND_WORDS.get(plain) ?? KIND_WORDS.get(plain.replace(/s$/, ''));
  if (found) return found;
  // "NaturalPerson", "private company": the last word says what it is.
  const last =
    text
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .trim()
      .split(/[\s_:/-]+/)
      .at(-1) ?? '';
  return KIND_WORDS.get(plainName(last));
}

const GROUP_WORDS: readonly (readonly [Group, RegExp])[] = [
  [
    'family',
    /\b(?:married|spouse|wife|husband|father|mother|parent|son|daughter|sibling|brother|sister|relative|family|cousin|uncle|aunt)\b/i,
  ],
  [
    'ownership',
    /\b(?:own(?:s|ed|er|ership)?|shareholder|stake|subsidiary|holds? shares?|controls?|acquired|beneficial)\b/i,
  ],
  [
    'money',
    /\b(?:paid|pays|payment|donat\w+|lent|loan(?:ed)?|debt|owes|invest\w*|fund(?:s|ed|er|ing)|contract|grant(?:ed)?|sold|bought|customer|supplier)\b/i,
  ],
  [
    'role',
    /\b(?:director|officer|president|chair\w*|ceo|cfo|chief|member|board|employ\w*|works? for|founder|founded|partner|trustee|adviser|advisor|secretary|manager|minister|lawyer|counsel|represent\w*)\b/i,
  ],
  ['conflict', /\b(?:sued|sues|lawsuit|accus\w+|oppos\w+|attack\w*|sanction\w*|rival|enemy|fought)\b/i],
  ['statement', /\b(?:said|says|reported|endors\w+|praised|criticis\w+|criticiz\w+|testif\w+|wrote about)\b/i],
  [
    'contact',
    /\b(?:met|meets|meeting|called|emailed|talk\w*|spoke|contact\w*|knows|friend|associate\w*|acquaint\w*)\b/i,
  ],
];

/** The heading under which a free wording of a relation belongs; `other` where no word of it tells. */
export function findGroup(wording: string): Group {
  return GROUP_WORDS.find(([, pattern]) => pattern.test(wording))?.[0] ?? 'other';
}

/** The first attribute of these names that has text in it; a number is none. */
export function findText(attributes: Attributes, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let rank = names.length;
  for (const [name, value] of attributes) {
    if (typeof value !== 'string') continue;
    const at = names.indexOf(plainName(name));
    if (at < 0 || at >= rank || value.trim() === '' || /^-?[\d.]+$/.test(value)) continue;
    [best, rank] = [value, at];
  }
  return best;
}
