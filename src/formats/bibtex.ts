import type { Source, SourceKind } from '../model/records.ts';
import { addressOf, authorsOf, datePartsOf, oneLine, titleOf } from './sourceFields.ts';

const TYPES: Readonly<Partial<Record<SourceKind, string>>> = { report: 'report', dataset: 'dataset', book: 'book' };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Braces count even where a backslash stands before them, so they are named. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replaceAll(/[\\{}~^#$%&_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}

/** The id as a key: letters, digits and dashes only; a number behind it where two would be the same. */
function keyOf(id: string, taken: Set<string>): string {
  const plain = id.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'source';
  let key = plain;
  for (let n = 2; taken.has(key.toLowerCase()); n += 1) key = `${plain}-${n}`;
  taken.add(key.toLowerCase());
  return key;
}

/** `year` and `month` for BibTeX; `date` for biblatex, which reads EDTF, and only what it reads. */
function dateFields(edtf: string | null): [string, string][] {
  const parts = datePartsOf(edtf);
  const [point] = parts?.points ?? [];
  if (!edtf || !parts || !point) return edtf ? [['note', `{${escapeTex(oneLine(edtf))}}`]] : [];
  const [year = 0, month] = point;
  return [
    ['date', `{${edtf}}`],
    ['year', `{${String(year).padStart(4, '0')}}`],
    ...(month && parts.points.length === 1 ? [['month', MONTHS[month - 1] ?? ''] as [string, string]] : []),
  ];
}

function entry(source: Source, taken: Set<string>): string {
  const { id, kind, publisher, published, accessed, language } = source;
  const text = (value: string | null | undefined): string | null =>
    oneLine(value) ? `{${escapeTex(oneLine(value))}}` : null;
  const url = addressOf(source.url);
  const archived = addressOf(source.archivedUrl);
  const fields: (readonly [string, string | null])[] = [
    // A second pair of braces keeps capitals as they are, and names whole.
    ['title', `{{${escapeTex(titleOf(source))}}}`],
    [
      'author',
      authorsOf(source)
        .map((name) => `{${escapeTex(name)}}`)
        .join(' and ') || null,
    ],
    ['publisher', text(publisher)],
    ...dateFields(published),
    ['url', url && `{${url}}`],
    ['urldate', accessed && datePartsOf(accessed) ? `{${accessed}}` : null],
    ['addendum', archived && `{\\url{${archived.replaceAll(/[%#]/g, '\\$&')}}}`],
    ['language', text(language)],
    ['type', TYPES[kind] ? null : text(kind === 'other' ? null : kind)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = ${name === 'author' ? `{${value}}` : value}`],
  );
  return `@${TYPES[kind] ?? 'misc'}{${[keyOf(id, taken), ...lines].join(',\n')}\n}\n`;
}

/** Sources as BibTeX in UTF-8 with the fields of biblatex; what our copy does not state is left out. */
export function writeSourcesBibtex(sources: readonly Source[]): string {
  const taken = new Set<string>();
  return sources.map((source) => entry(source, taken)).join('\n');
}
