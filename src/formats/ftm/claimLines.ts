import type { Dataset } from '../../model/dataset.ts';
import type { Claim, EntityId, Relation, Source } from '../../model/records.ts';
import { fileIdOf } from './keptFtm.ts';
import { writeLineId } from './lineIds.ts';
import { OWN_PROPERTY, printOwnPart } from './ownPart.ts';
import { addValue, cutDate, holdsValue, isWebAddress, type Line } from './propertyRules.ts';

/** Adds a date if, without marks of doubt, it is one for FollowTheMoney. */
function addDate(line: Line, property: string, date: string | null | undefined): void {
  const cut = cutDate(date ?? '');
  if (holdsValue(line.schema, property, cut) || /^\d{4}(?:-\d\d){0,2}$/.test(cut)) addValue(line, property, cut);
}

function addWebAddress(line: Line, property: string, address: string | null | undefined): void {
  if (address && isWebAddress(address)) addValue(line, property, address);
}

/** A source as a document, so that its publisher, address and date stay together. */
export function buildSourceLine(source: Source): Line {
  const line: Line = {
    id: writeLineId(source.id),
    schema: source.kind === 'article' ? 'Article' : 'Document',
    properties: new Map(),
    extra: new Map(),
  };
  addValue(line, 'name', source.label);
  // FollowTheMoney asks every document for the name of a file.
  addValue(line, 'fileName', source.label);
  addValue(line, 'title', source.title);
  for (const author of source.authors) addValue(line, 'author', author);
  addValue(line, 'publisher', source.publisher);
  addDate(line, 'publishedAt', source.published);
  addDate(line, 'date', source.published);
  addDate(line, 'retrievedAt', source.accessed);
  addWebAddress(line, 'sourceUrl', source.url);
  addWebAddress(line, 'sourceUrl', source.archivedUrl);
  addValue(line, 'notes', source.licence ? `licence: ${source.licence}` : undefined);
  // Another's text has no business in a field that nobody sees.
  const { passages, ...record } = source;
  const own: Source = passages?.kind === 'digest' ? source : record;
  addValue(line, OWN_PROPERTY, printOwnPart({ source: own }));
  return line;
}

/** Who says it, first speaker first, as the claim names them. */
function speakersOf(dataset: Dataset, { attribution }: Claim): string {
  return attribution
    .map((step) => {
      const name = (step.entity && dataset.entities.get(step.entity)?.name) ?? step.label ?? '';
      const suffix = step.kind === 'named' ? '' : `(${step.kind})`;
      return [name, suffix].filter((part) => part !== '').join(' ');
    })
    .join(', by way of ');
}

/** One claim as a line that a person reads: what it does, how firmly, who says it, where. */
export function sayClaimLine(dataset: Dataset, claim: Claim): string {
  const source = dataset.sources.get(claim.source);
  const speakers = speakersOf(dataset, claim);
  const where = [source?.label, source?.publisher, source?.published].filter((part) => part && part.length > 0);
  const head = [
    claim.retracted ? `${claim.stance} (retracted ${claim.retracted.date})` : claim.stance,
    claim.modality,
    ...(speakers === '' ? [] : [speakers]),
    `in ${[...new Set(where)].join(', ')}`,
  ].join(' · ');
  const conditions = [
    ...(claim.condition ? [`condition: ${claim.condition}`] : []),
    ...(claim.scope ? [`scope: ${claim.scope}`] : []),
  ];
  return [head, claim.text, ...conditions].filter((part) => part !== '').join(': ');
}

/** What a claim is about. */
export interface ClaimTarget {
  /** The id of the relation or the entity in our records. */
  readonly of: string;
  /** Whom other programs are to show it with. */
  readonly entities: readonly EntityId[];
  /** The proposition, without its standing. */
  readonly sentence: string;
}

/** The target of a relation's claims. */
export function relationTarget(dataset: Dataset, relation: Relation): ClaimTarget {
  const nameOf = (id: EntityId): string => dataset.entities.get(id)?.name ?? id;
  const wording = dataset.types.get(relation.type)?.forward.full ?? '';
  return {
    of: relation.id,
    entities: [...new Set([relation.from, relation.to])],
    sentence: `${nameOf(relation.from)} ${wording} ${nameOf(relation.to)}`,
  };
}

/** A claim as a note on those it is about, with its document as proof: the only form in which a denial stays one. */
export function buildClaimLine(dataset: Dataset, claim: Claim, target: ClaimTarget): Line {
  const line: Line = { id: writeLineId(claim.id), schema: 'Note', properties: new Map(), extra: new Map() };
  const source = dataset.sources.get(claim.source);
  const speakers = speakersOf(dataset, claim);
  const by = speakers === '' ? '' : ` · ${speakers}`;
  addValue(line, 'name', `${claim.stance} · ${claim.modality}${by}: ${target.sentence}`);
  addValue(line, 'summary', claim.text);
  addValue(line, 'description', sayClaimLine(dataset, claim));
  for (const id of target.entities) {
    const entity = dataset.entities.get(id);
    if (entity) addValue(line, 'entity', fileIdOf(entity));
  }
  addValue(line, 'proof', writeLineId(claim.source));
  addValue(line, 'publisher', source?.publisher);
  addWebAddress(line, 'sourceUrl', source?.url);
  for (const { quote } of claim.locators) addValue(line, 'notes', quote === undefined ? undefined : `“${quote}”`);
  addValue(line, 'notes', claim.note);
  addValue(line, OWN_PROPERTY, printOwnPart({ claim, of: target.of }));
  return line;
}
