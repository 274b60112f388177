import type { Source, SourceKind } from '../model/records.ts';
import { addressOf, authorsOf, datePartsOf, oneLine, titleOf } from './sourceFields.ts';

const TYPES: Readonly<Partial<Record<SourceKind, string>>> = { report: 'RPRT', dataset: 'DATA', book: 'BOOK' };

/** "2022/10//": year, month and day; what EDTF says beyond that stands behind the last stroke, which the format leaves free. */
function risDate(edtf: string | null | undefined): string | null {
  if (!edtf) return null;
  const parts = datePartsOf(edtf);
  const [point] = parts?.points ?? [];
  if (!parts || !point) return `///${oneLine(edtf)}`;
  const [year = 0, month, day] = point;
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  const more = parts.approximate || parts.points.length > 1 ? edtf : '';
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/${more}`;
}

function record(source: Source): string {
  const { id, kind, publisher, published, accessed, language } = source;
  const date = risDate(published);
  const fields: (readonly [string, string | null])[] = [
    ['TY', TYPES[kind] ?? 'GEN'],
    ['ID', oneLine(id)],
    ['TI', titleOf(source)],
    ...authorsOf(source).map((name) => ['AU', name] as const),
    ['PB', oneLine(publisher)],
    ['PY', /^\d{4}/.exec(date ?? '')?.[0] ?? null],
    ['DA', date],
    ['UR', addressOf(source.url)],
    ['L2', addressOf(source.archivedUrl)],
    ['Y2', risDate(accessed)],
    ['LA', oneLine(language)],
    ['M3', TYPES[kind] || kind === 'other' ? null : kind],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

/** Sources as RIS in UTF-8, one record after the other; what our copy does not state is left out. */
export function writeSourcesRis(sources: readonly Source[]): string {
  return sources.map(record).join('\r\n');
}
