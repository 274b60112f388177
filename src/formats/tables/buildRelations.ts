import type { EntityId, Properties, TypeId } from '../../model/records.ts';
import type { Draft } from '../draft.ts';
import { sayable } from '../freeWording.ts';
import { findDirected } from './claimWords.ts';
import { cleanText, type Grid, placeOf, shortText } from './grid.ts';
import {
  type Extras,
  type RelationRule,
  type RowEnd,
  reachesEnds,
  readExtras,
  readRowEnd,
  readValid,
} from './relationRow.ts';
import { type ClaimReader, type RowClaims, readRowClaims } from './rowClaims.ts';
import type { TableColumns } from './tableColumns.ts';
import type { WhoIsWho } from './whoIsWho.ts';
import { findTraits } from './wordingWords.ts';

/** What all tables of relations of a dataset are read with. */
export interface RelationsReader {
  readonly draft: Draft;
  readonly who: WhoIsWho;
  /** Wordings that are read as another one. */
  readonly merged: ReadonlyMap<string, string>;
  /** Wordings as written, with how often each is there; counted while reading. */
  readonly wordings: Map<string, number>;
  readonly known: ClaimReader['known'];
  readonly isOnly: boolean;
  readonly progress: (done: number) => void;
}

/** What a table of relations holds in its own terms. */
export interface RelationCounts {
  readonly edges: number;
  /** As written; "" for an end that is not stated. */
  readonly ends: ReadonlySet<string>;
}

interface Row {
  readonly index: number;
  readonly from: EntityId;
  readonly to: EntityId;
}

/** Whether other tables describe who this column names: if some are known there, all should be. */
function isDescribed(
  grid: Grid,
  rule: RelationRule,
  columns: TableColumns,
  side: 'from' | 'to',
  who: WhoIsWho,
): boolean {
  let [seen, found] = [0, 0];
  for (let i = rule.hasHeader ? 1 : 0; i < Math.min(grid.rows.length, 3000); i += 1) {
    const { id, name } = readRowEnd(columns, side, grid.rows[i] ?? []);
    if (id === '' && name === '') continue;
    seen += 1;
    if (who.find(id || name) !== undefined) found += 1;
  }
  return found > 0 && found >= seen * 0.05;
}

/** Who is at the ends of each row; rows without any are told and left out. */
function readEnds(
  grid: Grid,
  rule: RelationRule,
  columns: TableColumns,
  reader: RelationsReader,
  hasEntities: boolean,
): { readonly rows: Row[]; readonly ends: Set<string> } {
  const { who, draft, isOnly } = reader;
  const described = {
    from: hasEntities && isDescribed(grid, rule, columns, 'from', who),
    to: hasEntities && isDescribed(grid, rule, columns, 'to', who),
  };
  const rows: Row[] = [];
  const ends = new Set<string>();
  for (let i = rule.hasHeader ? 1 : 0; i < grid.rows.length; i += 1) {
    const row = grid.rows[i] ?? [];
    const where = (): string => placeOf(grid, i, isOnly);
    const [from, to] = [readRowEnd(columns, 'from', row), readRowEnd(columns, 'to', row)];
    if (!reachesEnds(columns, row) || (from.raw === '' && to.raw === '')) {
      const text = row.filter((cell) => cell.trim() !== '').join(' · ');
      if (text === '') draft.log.tally('empty-rows', where());
      else draft.log.warn('row-without-ends', where(), { text: shortText(text) });
      continue;
    }
    const put = (end: RowEnd, side: 'from' | 'to'): EntityId => {
      ends.add(end.raw);
      const fallback = side === 'from' ? rule.fromKind : rule.toKind;
      if (end.raw !== '') return who.end({ ...end, fallback, isDescribed: described[side] }, where);
      draft.log.warn('missing-end', where());
      return who.nobody(end.kind ?? fallback);
    };
    rows.push({ index: i, from: put(from, 'from'), to: put(to, 'to') });
  }
  return { rows, ends };
}

interface Worded {
  readonly type: TypeId;
  readonly label: string | undefined;
  readonly isSymmetric: boolean;
}

function createWording(
  rule: RelationRule,
  columns: TableColumns,
  { draft, merged, wordings }: RelationsReader,
): (row: readonly string[]) => Worded {
  const [column] = columns.of('wording');
  const [directions] = columns.of('directed');
  const made = new Map<string, Worded>();
  return (row) => {
    const written = (column === undefined ? '' : cleanText(row[column] ?? '')) || rule.wording;
    wordings.set(written, (wordings.get(written) ?? 0) + 1);
    const directed = (directions === undefined ? null : findDirected(row[directions] ?? '')) ?? rule.directed;
    const key = `${directed ? 1 : 0}${written}`;
    const known = made.get(key);
    if (known) return known;
    const chosen = merged.get(written) ?? written;
    const traits = findTraits(chosen);
    const isSymmetric = traits.symmetric || !directed;
    const type = draft.type({ ...sayable(chosen), ...traits, symmetric: isSymmetric });
    const worded = { type, label: chosen === written ? undefined : written, isSymmetric };
    made.set(key, worded);
    return worded;
  };
}

interface Pending {
  readonly row: Row;
  readonly worded: Worded;
  readonly valid: string | undefined;
  readonly extras: Extras;
  claims: RowClaims['claims'];
  readonly isDenial: boolean;
  isPlaced: boolean;
}

const keyOf = ({ row: { from, to }, worded: { type, isSymmetric } }: Pending): string =>
  isSymmetric && to < from ? `${to}\u0000${from}\u0000${type}` : `${from}\u0000${to}\u0000${type}`;

/** Denials of what another row says belong to that row's relation: same ends, same wording, same time where one is given. */
function placeDenials(pending: readonly Pending[], reader: RelationsReader, grid: Grid): void {
  const denials = pending.filter(({ isDenial }) => isDenial);
  if (denials.length === 0) return;
  const said = new Map<string, Pending[]>();
  for (const one of pending) {
    if (one.isDenial) continue;
    const key = keyOf(one);
    const others = said.get(key);
    if (others) others.push(one);
    else said.set(key, [one]);
  }
  for (const denial of denials) {
    const found = said.get(keyOf(denial)) ?? [];
    const target = denial.valid === undefined ? found[0] : found.find(({ valid }) => valid === denial.valid);
    if (!target) continue;
    const properties = propertiesOf(denial.extras);
    target.claims = [
      ...target.claims,
      ...denial.claims.map((claim) => (properties ? { ...claim, properties } : claim)),
    ];
    if (denial.claims.length === 0)
      for (const [name, values] of denial.extras)
        target.extras.set(name, [...new Set([...(target.extras.get(name) ?? []), ...values])]);
    denial.isPlaced = true;
    reader.draft.log.tally('denial-placed', placeOf(grid, denial.row.index, reader.isOnly));
  }
}

function propertiesOf(extras: Extras): Properties | undefined {
  // Names come from data: fromEntries makes even "__proto__" a field of its own.
  return extras.size > 0 ? Object.fromEntries(extras) : undefined;
}

/** Adds the relations of a table; answers what it holds. Linear. */
export function buildRelations(
  grid: Grid,
  rule: RelationRule,
  columns: TableColumns,
  reader: RelationsReader,
  hasEntities: boolean,
): RelationCounts {
  const { draft, who, known, isOnly, progress } = reader;
  const { rows, ends } = readEnds(grid, rule, columns, reader, hasEntities);
  const wordingFor = createWording(rule, columns, reader);
  const claimReader: ClaimReader = { rule, columns, draft, who, known };
  const [idColumn] = columns.of('relationId');
  const pending = rows.map((row, n): Pending => {
    const cells = grid.rows[row.index] ?? [];
    const where = (): string => placeOf(grid, row.index, isOnly);
    const extras = readExtras(rule, columns, cells, draft.log, where);
    const valid = readValid(rule, columns, cells, extras, draft.log, where);
    const { stance, claims } = readRowClaims(claimReader, cells, extras, where);
    if (n % 500 === 0) progress(n / rows.length);
    return { row, worded: wordingFor(cells), valid, extras, claims, isDenial: stance !== 'asserts', isPlaced: false };
  });
  placeDenials(pending, reader, grid);
  for (const { row, worded, valid, extras, claims, isPlaced } of pending) {
    if (isPlaced) continue;
    const id = idColumn === undefined ? '' : (grid.rows[row.index]?.[idColumn] ?? '').trim();
    const properties = propertiesOf(extras);
    draft.relation({
      ...(id === '' ? {} : { id }),
      type: worded.type,
      from: row.from,
      to: row.to,
      ...(worded.label === undefined ? {} : { label: worded.label }),
      ...(valid === undefined ? {} : { valid }),
      ...(properties ? { properties } : {}),
      claims,
    });
  }
  return { edges: rows.length, ends };
}
