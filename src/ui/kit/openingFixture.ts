import { DataError } from '../../model/dataError.ts';
import type { ImportReport } from '../../model/importReport.ts';
import type { NamedContent } from '../../model/namedContent.ts';
import type {
  Claim,
  ClaimId,
  DatasetFile,
  EntityId,
  RelationId,
  Source,
  SourceId,
  TypeId,
} from '../../model/records.ts';
import type { TableMapping } from '../../model/tableMapping.ts';
import type { TablesPeek } from '../../model/tablePeek.ts';
import type { OpenChoices, Opener } from './opener.ts';

const SOURCE = { id: 's' as SourceId, label: 'The Gazette', kind: 'article', authors: [] } as unknown as Source;
const DENIAL = {
  id: 'c' as ClaimId,
  stance: 'denies',
  modality: 'reported',
  source: SOURCE.id,
  attribution: [{ kind: 'named', label: 'Ben' }],
  locators: [],
  text: '',
} as Claim;

const SAMPLE: DatasetFile = {
  sayso: 1,
  id: 'sample',
  title: '',
  sources: [SOURCE],
  entities: [
    { id: 'a' as EntityId, kind: 'Person', name: 'Ann' },
    { id: 'b' as EntityId, kind: 'Person', name: 'Ben' },
  ],
  relationTypes: [
    {
      id: 't' as TypeId,
      forward: { full: 'paid', short: 'paid' },
      reverse: { full: 'was paid by', short: 'paid by' },
      symmetric: false,
      moment: true,
      group: 'money',
    },
  ],
  relations: [
    { id: 'r1' as RelationId, type: 't' as TypeId, from: 'a' as EntityId, to: 'b' as EntityId, claims: [DENIAL] },
    { id: 'r2' as RelationId, type: 't' as TypeId, from: 'b' as EntityId, to: 'a' as EntityId, claims: [] },
  ],
};

/** How the table of the fixture is guessed to be read. */
export const GUESS: TableMapping = {
  tables: [
    {
      name: 'paid.csv',
      header: ['Who', 'Whom', 'How'],
      hasHeader: true,
      dateOrder: 'dmy',
      separator: null,
      shape: 'relations',
      columns: ['from', 'to', 'property'],
      fromKind: 'Person',
      toKind: 'Person',
      wording: 'paid',
      modality: 'stated',
      directed: true,
    },
  ],
  wordings: [],
};

/** A table of twelve wordings, two of which may be read as others. */
export function buildPeek(mapping: TableMapping | null): TablesPeek {
  return {
    tables: [{ name: 'paid.csv', header: ['Who', 'Whom', 'How'], rows: 1200, sample: [['Ann', 'Ben', 'paid']] }],
    mapping: mapping ?? GUESS,
    wordings: Array.from({ length: 12 }, (_, at) => ({
      wording: `wording ${at}`,
      count: 100 - at,
      suggested: at === 1 || at === 2 ? 'wording 0' : null,
    })),
    sample: SAMPLE,
    entities: 40,
    relations: 1200,
  };
}

/** A report with a loss of each kind of place, one thing only counted, and a guess. */
export const REPORT: ImportReport = {
  format: 'table',
  files: [
    { name: 'paid.csv', format: 'table', label: 'Table', size: 12_000, encoding: 'UTF-8', nodes: 0, edges: 1200 },
  ],
  counts: { entities: 0, relations: 1200, claims: 3, sources: 1 },
  holds: { entities: 40, relations: 1199, claims: 3, sources: 1 },
  issues: [
    ...Array.from({ length: 7 }, (_, at) => ({
      code: 'dangling-end',
      where: `line ${at + 2}`,
      params: { id: `x${at}` },
      severity: 'warning' as const,
    })),
    { code: 'issues-not-listed', where: '', params: { code: 'dangling-end', count: 30 }, severity: 'warning' },
    { code: 'guessed', where: 'line 1', params: { what: 'the column “Who”', as: 'a name' }, severity: 'note' },
  ],
  mapping: GUESS,
};

/** An opener that keeps what it was asked; a name with "graph" in it is no table, one with "broken" cannot be read. */
export interface FakeOpener extends Opener {
  readonly opened: { readonly files: readonly NamedContent[]; readonly choices: OpenChoices }[];
  readonly peeked: (TableMapping | null)[];
  readonly count: { cancelled: number };
}

/** A fake opener. */
export function createFakeOpener(): FakeOpener {
  const opened: FakeOpener['opened'] = [];
  const peeked: FakeOpener['peeked'] = [];
  const count = { cancelled: 0 };
  return {
    opened,
    peeked,
    count,
    open: async (files, choices = {}) => {
      opened.push({ files, choices });
      return { ...REPORT, ms: 1 };
    },
    peek: async (files, mapping) => {
      const [first] = files;
      if (first?.name.includes('broken')) throw new DataError('empty-file', first.name);
      if (first?.name.includes('graph')) return null;
      peeked.push(mapping);
      return buildPeek(mapping);
    },
    last: () => [{ name: 'paid.csv', content: 'Who,Whom' }],
    cancel: () => {
      count.cancelled += 1;
    },
  };
}
