import { type Claim, MODALITIES, type Modality, type SourceId, type Stance, type Step } from '../../model/records.ts';
import type { Draft, NewClaim } from '../draft.ts';
import { findModality, findStance, isSomebody } from './claimWords.ts';
import { cleanText, shortText } from './grid.ts';
import { splitIds } from './guessSources.ts';
import { readHeader } from './headerWords.ts';
import { listedKey } from './listedSources.ts';
import { type Extras, keepCell, type RelationRule, readDateCell } from './relationRow.ts';
import { type CellSource, splitSources } from './splitSources.ts';
import type { TableColumns } from './tableColumns.ts';
import type { WhoIsWho } from './whoIsWho.ts';

/** Where claims of a table's rows come from. */
export interface ClaimReader {
  readonly rule: RelationRule;
  readonly columns: TableColumns;
  readonly draft: Draft;
  readonly who: WhoIsWho;
  /** Sources by key, with what is known of each. */
  readonly known: Map<string, KnownSource>;
}

interface KnownSource {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | undefined;
}

/** What a row says of its relation beyond what it is: what its stance is, and the claims it makes. */
export interface RowClaims {
  readonly stance: Stance;
  readonly claims: readonly Claim[];
}

const DENIED_BY = /\b(?:by|von|par|por|da)$/;
const DENIAL = /den|bestr|dem|nie|neg|smen|conte|disput|reject/;
const UNNAMED = /\b(?:anonym\w*|unnamed|undisclosed|insiders?|sources?|officials|people familiar|witnesses)\b/i;

function stepFor(who: WhoIsWho, cell: string): Step {
  const label = cleanText(cell);
  if (UNNAMED.test(label)) return { label, kind: 'unnamed' };
  const entity = who.find(label);
  return entity === undefined ? { label, kind: 'named' } : { entity, kind: 'named' };
}

/** The sources that cells name by their ids in a table of sources; the cells that do not are left. */
function takeListed(cells: readonly string[], known: ClaimReader['known']): { listed: SourceId[]; left: string[] } {
  const listed: SourceId[] = [];
  const left = cells.filter((cell) => {
    const named = splitIds(cell).map((id) => known.get(listedKey(id))?.id);
    const found = named.filter((id) => id !== undefined);
    if (found.length === 0 || found.length < named.length) return true;
    listed.push(...found);
    return false;
  });
  return { listed, left };
}

/** The sources of a row, each once, with what other columns say of it; what does not fit the source is kept with the row. */
function readSources(
  { rule, columns, draft, known }: ClaimReader,
  row: readonly string[],
  extras: Extras,
  where: () => string,
): SourceId[] {
  const cell = (role: string): { readonly name: string; readonly text: string } => {
    const [index] = columns.of(role);
    return index === undefined
      ? { name: '', text: '' }
      : { name: columns.name(index), text: (row[index] ?? '').trim() };
  };
  const { listed, left } = takeListed(
    columns.of('source').map((index) => row[index] ?? ''),
    known,
  );
  const cited = left.flatMap((text) => splitSources(text, rule.separator));
  const [title, publisher, published] = [cell('sourceTitle'), cell('publisher'), cell('published')];
  const named: CellSource[] =
    cited.length + listed.length > 0
      ? cited
      : title.text || publisher.text
        ? [{ url: null, label: title.text || publisher.text }]
        : [];
  const isOne = named.length === 1;
  const date =
    published.text === '' ? undefined : readDateCell(rule, published.name, published.text, extras, draft.log, where);
  if (!isOne) for (const { name, text } of [title, publisher, published]) if (text !== '') keepCell(extras, name, text);
  const ids = named.map(({ url, label }) => {
    const key = url ?? `text:${cleanText(label ?? '')}`;
    const found = known.get(key);
    if (found) {
      if (isOne && title.text !== '' && title.text !== found.title) keepCell(extras, title.name, title.text);
      if (isOne && publisher.text !== '' && publisher.text !== found.publisher)
        keepCell(extras, publisher.name, publisher.text);
      if (isOne && date !== undefined && date !== found.published) keepCell(extras, published.name, published.text);
      return found.id;
    }
    const about = isOne
      ? { title: title.text, publisher: publisher.text, published: date }
      : { title: '', publisher: '', published: undefined };
    const { published: on, ...texts } = about;
    const id = draft.source({
      key,
      url,
      ...(label ? { label: shortText(label) } : {}),
      ...texts,
      ...(on === undefined ? {} : { published: on }),
      ...(label && label.length > 80 ? { title: label } : {}),
    });
    known.set(key, { id, ...about });
    return id;
  });
  return [...new Set([...listed, ...ids])];
}

interface Firmness {
  readonly modality: Modality;
  readonly steps: readonly Step[];
}

function readFirmness(
  { rule, columns, draft, who }: ClaimReader,
  row: readonly string[],
  extras: Extras,
  where: () => string,
): Firmness {
  const [column] = columns.of('firmness');
  const word = column === undefined ? '' : (row[column] ?? '').trim();
  const said = word === '' ? null : findModality(word);
  if (column !== undefined && word !== '' && !(MODALITIES as readonly string[]).includes(word.toLowerCase()))
    keepCell(extras, columns.name(column), word);
  if (word !== '' && said === null) draft.log.tally('firmness-not-understood', where(), { word: shortText(word) });
  const steps = columns
    .of('speaker')
    .flatMap((index) => (isSomebody(row[index] ?? '') ? [stepFor(who, row[index] ?? '')] : []));
  // A word that is not understood may mean less than the rule says.
  const modality = said ?? (word === '' || rule.modality !== 'stated' ? rule.modality : 'alleged');
  if (steps.length > 0) return { modality: modality === 'stated' ? 'reported' : modality, steps };
  // Nobody is named: the source must not become who said it first.
  return { modality, steps: modality === 'stated' || modality === 'hypothetical' ? [] : [{ kind: 'unstated' }] };
}

function readStance(
  { columns }: ClaimReader,
  row: readonly string[],
  extras: Extras,
): { readonly stance: Stance; readonly deniers: readonly string[]; readonly word: string } {
  let stance: Stance = 'asserts';
  const deniers: string[] = [];
  let word = '';
  for (const index of columns.of('stance')) {
    const cell = (row[index] ?? '').trim();
    if (cell === '') continue;
    const { phrase } = readHeader(columns.name(index));
    const found = findStance(cell, DENIAL.test(phrase));
    if (DENIED_BY.test(phrase) && found === null) {
      if (isSomebody(cell)) deniers.push(cell);
    } else if (found === null) keepCell(extras, columns.name(index), cell);
    else if (found !== 'asserts') [stance, word] = [found, cell];
  }
  return { stance, deniers, word };
}

/** Without a source nobody can be shown to have said it: what the row says of that is kept as text. */
function keepUnsourced(
  { columns, draft }: ClaimReader,
  row: readonly string[],
  extras: Extras,
  isDenied: boolean,
  where: () => string,
): void {
  for (const role of ['speaker', 'stance', 'quote', 'said', 'firmness', 'published']) {
    for (const index of columns.of(role)) keepCell(extras, columns.name(index), row[index] ?? '');
  }
  if (isDenied) draft.log.warn('denial-unsourced', where());
}

/** The claims of a row, one for each source, and one of a denial for each who denies; none where no source is named. */
export function readRowClaims(
  reader: ClaimReader,
  row: readonly string[],
  extras: Extras,
  where: () => string,
): RowClaims {
  const { rule, columns, draft, who } = reader;
  const sources = readSources(reader, row, extras, where);
  const { modality, steps } = readFirmness(reader, row, extras, where);
  const { stance, deniers, word } = readStance(reader, row, extras);
  if (sources.length === 0) {
    keepUnsourced(reader, row, extras, stance !== 'asserts' || deniers.length > 0, where);
    return { stance, claims: [] };
  }
  const quotes = columns
    .of('quote')
    .flatMap((index) => (row[index]?.trim() ? [{ quote: (row[index] ?? '').trim() }] : []));
  const [saidColumn] = columns.of('said');
  const said =
    saidColumn === undefined
      ? undefined
      : readDateCell(rule, columns.name(saidColumn), row[saidColumn] ?? '', extras, draft.log, where);
  const more = { ...(quotes.length > 0 ? { locators: quotes } : {}), ...(said === undefined ? {} : { said }) };
  const own = ownClaim(stance, modality, steps, word);
  const claims = sources.map((source) => draft.claim({ ...own, ...more, source }));
  const denials = deniers.flatMap((cell) =>
    sources.map((source) =>
      draft.claim({ source, stance: 'denies', modality: 'reported', attribution: [stepFor(who, cell)] }),
    ),
  );
  return { stance, claims: [...claims, ...denials] };
}

function ownClaim(stance: Stance, modality: Modality, steps: readonly Step[], word: string): Omit<NewClaim, 'source'> {
  if (stance === 'asserts') {
    if (modality === 'stated' && steps.length === 0) return {};
    return { modality, attribution: steps, ...(modality === 'hypothetical' ? { condition: 'none given' } : {}) };
  }
  const attribution: readonly Step[] = steps.length > 0 ? steps : stance === 'questions' ? [] : [{ kind: 'unstated' }];
  const firm = attribution.length > 0 && modality === 'stated' ? 'reported' : modality;
  const response =
    stance === 'no-comment' ? { response: /declin/i.test(word) ? ('declined' as const) : ('unknown' as const) } : {};
  return { stance, modality: firm, attribution, ...response };
}
