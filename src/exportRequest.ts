import { DataError } from './model/dataError.ts';
import { PAPERS, PICTURE_STYLES } from './picture/paper.ts';
import type { ExportRequest } from './ui/kit/exporter.ts';
import { EXPORT_FORMATS } from './ui/kit/exportFormats.ts';

const SCOPES: readonly string[] = ['all', 'visible', 'selection', 'neighbourhood'];

const oneOf = (known: readonly string[]) => (value: unknown) => known.includes(value as string);
const isText = (value: unknown): boolean => typeof value === 'string';

/** What each option may be; a hosting page writes them by hand. */
const CHECKS: readonly (readonly [keyof ExportRequest, (value: unknown) => boolean, known?: readonly string[]])[] = [
  ['scope', oneOf(SCOPES), SCOPES],
  ['paper', oneOf(PAPERS), PAPERS],
  ['style', oneOf(PICTURE_STYLES), PICTURE_STYLES],
  ['background', oneOf(['paper', 'transparent']), ['paper', 'transparent']],
  ['ids', (value) => Array.isArray(value) && value.every(isText)],
  ['hops', Number.isFinite],
  ['scale', (value) => Number.isFinite(value) && Number(value) > 0],
  ['title', (value) => typeof value === 'boolean' || isText(value)],
  ['standfirst', isText],
  ['alternative', (value) => isText(Object(value)['short']) && isText(Object(value)['long'])],
];

/**
 * Throws DataError `bad-option` (option, known) for a format that there is not, or none at all, and for the first other
 * option that has no value it can have; absent and null are none.
 */
export function checkRequest(asked: ExportRequest): void {
  if (!oneOf(EXPORT_FORMATS)((asked as ExportRequest | undefined)?.format)) {
    throw new DataError('bad-option', '', { option: 'format', known: EXPORT_FORMATS.join(', ') });
  }
  for (const [option, isKnown, known = []] of CHECKS) {
    const value: unknown = asked[option];
    if (value === undefined || value === null || isKnown(value)) continue;
    throw new DataError('bad-option', '', { option, known: known.join(', ') });
  }
}
