import type { Claim, EntityId, SourceId, SourceKind, Step } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { dayOf, isRecord, listOf, propertiesOf, recordOf, textOf, textsOf } from '../jsonRecord.ts';
import type { Statement } from './readStatements.ts';

/** Somebody the statement is about, as far as a speaker can be recognised in him. */
export interface Party {
  readonly id: EntityId;
  readonly name: string;
}

function kindOf(types: readonly string[]): SourceKind {
  if (types.some((type) => type === 'selfDeclaration' || type === 'officialRegister')) return 'filing';
  return types.includes('primaryResearch') ? 'report' : 'dataset';
}

/** Who said so; one of the parties where he is named as such. */
function speakersOf(draft: Draft, { raw, where }: Statement, parties: readonly Party[]): Step[] {
  return listOf(recordOf(raw['source'])['assertedBy']).flatMap((each): Step[] => {
    const name = textOf(isRecord(each) ? each['name'] : each);
    const uri = textOf(recordOf(each)['uri']);
    const label = name || uri;
    if (label === '') return [];
    const party = parties.find((one) => one.name === name);
    if (party) draft.log.tally('speaker-is-party', where);
    const who = party ? { entity: party.id } : { label };
    return [{ ...who, kind: 'named', ...(uri === '' || uri === label ? {} : { uri }) }];
  });
}

/** What statements of one source share. */
interface Shared {
  readonly id: SourceId;
  /** What the file says of the kind of source, for claims that have no other properties. */
  readonly properties: NonNullable<Claim['properties']>;
}

/** The source that a statement's `source` and `publicationDetails` make, by all that they say of it; null where they say nothing. */
function sourceOf(draft: Draft, { raw, details, where }: Statement, known: Map<string, Shared>): Shared | null {
  const source = recordOf(raw['source'] ?? details['source']);
  const published = recordOf(raw['publicationDetails'] ?? details['publicationDetails']);
  const publisher = recordOf(published['publisher']);
  const types = source['type'] === undefined ? [] : textsOf(source['type']);
  const title = textOf(source['description']);
  const by = textOf(publisher['name']) || textOf(publisher['url']) || textOf(published['publisher']);
  const url = textOf(source['url']);
  const hasSpeakers = listOf(source['assertedBy']).length > 0;
  if (title === '' && by === '' && url === '' && types.length === 0 && !hasSpeakers) return null;
  const [licence, on, at] = [
    textOf(published['license']),
    dayOf(published['publicationDate']),
    dayOf(source['retrievedAt']),
  ];
  const key = [title, by, url, types.join('\u0001'), on, at, licence].join('\u0000');
  const same = known.get(key);
  if (same) return same;
  const day = draft.date(on, `${where}.publicationDetails.publicationDate`);
  const accessed = draft.date(at, `${where}.source.retrievedAt`);
  const label = [title || by || types.join(', '), day].filter(Boolean).join(', ');
  const id = draft.source({
    key,
    label: url !== '' && title === '' && by === '' ? '' : label,
    kind: kindOf(types),
    title: title || null,
    publisher: by || null,
    published: day ?? null,
    url: url || null,
    ...(accessed === undefined ? {} : { accessed }),
    ...(licence === '' ? {} : { licence }),
  });
  const shared = { id, properties: propertiesOf([['sourceType', types]]) };
  known.set(key, shared);
  return shared;
}

/** Makes claims of statements, sources once. */
export type MakeClaim = (
  statement: Statement,
  parties: readonly Party[],
  properties?: Claim['properties'],
) => Claim | undefined;

/**
 * Starts making claims: each is reported of whom `assertedBy` names, else in the source's own voice. Undefined for a
 * statement that says neither where it is from nor who published it.
 */
export function createClaims(draft: Draft): MakeClaim {
  const known = new Map<string, Shared>();
  return (statement, parties, properties) => {
    const shared = sourceOf(draft, statement, known);
    if (!shared) return undefined;
    const speakers = speakersOf(draft, statement, parties);
    const said = draft.date(dayOf(statement.raw['statementDate']), `${statement.where}.statementDate`);
    return draft.claim({
      source: shared.id,
      modality: speakers.length > 0 ? 'reported' : 'stated',
      attribution: speakers,
      properties: properties ? { ...shared.properties, ...properties } : shared.properties,
      ...(said === undefined ? {} : { said }),
    });
  };
}
