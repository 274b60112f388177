import type { Claim, EntityId, SourceKind, Step } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { dayOf, isRecord, listOf, propertiesOf, recordOf, textOf, textsOf } from './jsonFields.ts';
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

function addressOf(value: unknown): string | null {
  return textOf(value) || null;
}

/** Who said so; one of the parties where he is named as such. */
function speakersOf(draft: Draft, { raw, where }: Statement, parties: readonly Party[]): Step[] {
  return listOf(recordOf(raw['source'])['assertedBy']).flatMap((each): Step[] => {
    const name = textOf(isRecord(each) ? each['name'] : each);
    const uri = textOf(recordOf(each)['uri']);
    const label = name || uri;
    if (label === '') return [];
    const party = parties.find((one) => one.name === name);
    if (party) draft.log.tally('speaker-is-party', where, { name: name.slice(0, 80) });
    const who = party ? { entity: party.id } : { label };
    return [{ ...who, kind: 'named', ...(uri === '' || uri === label ? {} : { uri }) }];
  });
}

/**
 * The claim of a statement, with the source that its `source` and `publicationDetails` make: reported of whom `assertedBy`
 * names, else in the source's own voice. Undefined where the statement says neither where it is from nor who published it.
 */
export function claimOf(
  draft: Draft,
  statement: Statement,
  parties: readonly Party[],
  properties?: Claim['properties'],
): Claim | undefined {
  const { raw, details, where } = statement;
  const source = recordOf(raw['source'] ?? details['source']);
  const published = recordOf(raw['publicationDetails'] ?? details['publicationDetails']);
  const publisher = recordOf(published['publisher']);
  const types = textsOf(source['type']);
  const title = textOf(source['description']);
  const by = textOf(publisher['name']) || textOf(publisher['url']) || textOf(published['publisher']);
  const url = addressOf(source['url']);
  const speakers = speakersOf(draft, statement, parties);
  if (title === '' && by === '' && url === null && types.length === 0 && speakers.length === 0) return undefined;
  const day = draft.date(dayOf(published['publicationDate']), `${where}.publicationDetails.publicationDate`);
  const accessed = draft.date(dayOf(source['retrievedAt']), `${where}.source.retrievedAt`);
  const licence = textOf(published['license']);
  const label = [title || by || types.join(', '), day].filter(Boolean).join(', ');
  const id = draft.source({
    key: JSON.stringify([title, by, url, types, day, accessed, licence]),
    label: url !== null && title === '' && by === '' ? '' : label,
    kind: kindOf(types),
    title: title || null,
    publisher: by || null,
    published: day ?? null,
    url,
    ...(accessed === undefined ? {} : { accessed }),
    ...(licence === '' ? {} : { licence }),
  });
  const said = draft.date(dayOf(raw['statementDate']), `${where}.statementDate`);
  const about = propertiesOf([['sourceType', types], ...Object.entries(properties ?? {})]);
  return draft.claim({
    source: id,
    modality: speakers.length > 0 ? 'reported' : 'stated',
    attribution: speakers,
    properties: about,
    ...(said === undefined ? {} : { said }),
  });
}
