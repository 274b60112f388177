/** A source as a cell names it: an address, a text, or an address with words beside it. */
export interface CellSource {
  readonly url: string | null;
  readonly label: string | null;
}

const ADDRESS = /(?<=^|[\s,;|"'“”‘’<([{])(?:https?:\/\/|ftp:\/\/|www\.)/gi;
const GLUE =
  /^(?:[\s,;|&]|\band\b|\bund\b|\bet\b|\by\b|\be\b)+|(?:[\s,;|&<([{"'“]|\band\b|\bund\b|\bet\b|\by\b|\be\b)+$/gi;

const isNothing = (text: string): boolean => /^(?:[-–—/.]*|n\/?a|none|null|unknown)$/i.test(text.trim());

function splitTexts(text: string, separator: string | null): string[] {
  const lines = text.split(/[\r\n]+|\s\|\s/);
  const items = separator === null || /^\s*$/.test(separator) ? lines : lines.flatMap((line) => line.split(separator));
  return items.map((item) => item.trim()).filter((item) => !isNothing(item));
}

function trimAddress(url: string): string {
  const bare = url.replace(/[.,;:!?"'”’>]+$/, '');
  // A bracket that the address does not open closes what stands around it.
  return /[)\]}]$/.test(bare) && !/[([{]/.test(bare) ? trimAddress(bare.slice(0, -1)) : bare;
}

/** The words before an address: its label ("NYT: https://…"), or sources of their own that a sign parts from it. */
function before(text: string, separator: string | null): { readonly own: string[]; readonly label: string | null } {
  const isApart = /(?:[;|\n\r]|,|\band|&)\s*$/i.test(text);
  const words = text.replaceAll(GLUE, '').trim();
  if (words === '' || isNothing(words)) return { own: [], label: null };
  return isApart
    ? { own: splitTexts(words, separator), label: null }
    : { own: [], label: words.replace(/[:\s–—-]+$/, '') || null };
}

/**
 * The sources in a cell. Several addresses are several sources, whatever stands between them (blanks, commas, semicolons,
 * bars, line ends, "and"); an address inside an address is a part of it. What is no address is a text source; a separator
 * splits texts. Linear.
 */
export function splitSources(cell: string, separator: string | null): CellSource[] {
  const text = cell.trim();
  if (text === '' || isNothing(text)) return [];
  const starts = [...text.matchAll(ADDRESS)].map(({ index }) => index);
  if (starts.length === 0) return splitTexts(text, separator).map((label) => ({ url: null, label }));
  const found: CellSource[] = [];
  let rest = text.slice(0, starts[0]);
  for (const [i, start] of starts.entries()) {
    const { own, label } = before(rest, separator);
    found.push(...own.map((words) => ({ url: null, label: words })));
    const piece = text.slice(start, starts[i + 1] ?? text.length);
    const raw = /^[^\s|]*?(?=[;,](?=https?:)|[\s|]|$)/i.exec(piece)?.[0] ?? piece;
    // A full stop at the end of nothing but an address is of it: "…?title=Kinnek,%20Inc.".
    const isAlone = raw === text && /[A-Za-z0-9]\.$/.test(raw);
    const url = isAlone ? raw : trimAddress(raw);
    // What was cut off the address may be the sign that parts it from the words behind it.
    rest = piece.slice(url.length).replace(/^[.:!?"'”’>)\]}]+/, '');
    const isLast = i === starts.length - 1;
    const after = isLast || /[;|\n]|,/.test(rest) ? rest.split(/[;|\n]/)[0] : '';
    const words = isLast
      ? (after ?? '')
          .replaceAll(GLUE, '')
          .replaceAll(/^[([{]|[)\]}]$/g, '')
          .trim()
      : '';
    found.push({ url: /^www\./i.test(url) ? `https://${url}` : url, label: label ?? (words === '' ? null : words) });
    if (isLast) rest = rest.slice((after ?? '').length);
  }
  return [...found, ...splitTexts(rest.replaceAll(GLUE, ''), separator).map((label) => ({ url: null, label }))];
}
