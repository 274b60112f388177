const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

interface Piece {
  readonly text: string;
  readonly next: number;
}

function readQuoted(text: string, start: number): Piece {
  const quote = text[start];
  const out: string[] = [];
  let i = start + 1;
  for (; i < text.length && text[i] !== quote; i += 1) {
    if (text[i] === '\\' && i + 1 < text.length) {
      i += 1;
      out.push(ESCAPES.get(text.charAt(i)) ?? text.charAt(i));
    } else out.push(text.charAt(i));
  }
  return { text: out.join(''), next: i + 1 };
}

function readBare(text: string, start: number, separators: string): Piece {
  let next = start;
  while (next < text.length && !separators.includes(text.charAt(next))) next += 1;
  return { text: text.slice(start, next).trim(), next };
}

function readPieces(text: string, separators: string): string[] {
  const pieces: string[] = [];
  let i = 0;
  while (i < text.length) {
    if (/\s/.test(text.charAt(i))) {
      i += 1;
      continue;
    }
    const isQuoted = text[i] === '"' || text[i] === "'";
    const piece = isQuoted ? readQuoted(text, i) : readBare(text, i, separators);
    if (isQuoted || piece.text !== '') pieces.push(piece.text);
    // What stands between a closing quote and the next separator is nobody's.
    i = isQuoted ? readBare(text, piece.next, separators).next : piece.next;
    i += 1;
  }
  return pieces;
}

/** The items of a list as GEXF files write it: `[a, "b"]`, `"a", "b"`, `a|b`, `a, b` or `a; b`, whichever it is. Linear. */
export function parseList(text: string): string[] {
  const plain = text.trim();
  if (plain.startsWith('[') && plain.endsWith(']') && plain.length > 1) return readPieces(plain.slice(1, -1), ',');
  if (/^["']/.test(plain)) return readPieces(plain, ',;|');
  const separator = ['|', ',', ';'].find((sign) => plain.includes(sign));
  if (separator === undefined) return plain === '' ? [] : [plain];
  return plain.split(separator).map((item) => item.trim());
}

/** A list in the form that Gephi, Gephi Lite and we read alike: `["a", "b"]`. */
export function printList(items: readonly (string | number | boolean)[]): string {
  const printed = items.map((item) =>
    typeof item === 'string' ? `"${item.replaceAll(/["\\]/g, '\\$&')}"` : String(item),
  );
  return `[${printed.join(', ')}]`;
}
