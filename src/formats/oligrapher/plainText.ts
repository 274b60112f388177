const NAMED = new Map([
  ['nbsp', '\u00a0'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['eacute', 'é'],
]);

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED.get(String(name).toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff) ? String.fromCodePoint(code) : whole;
  });
}

const BLOCKS = /^(?:p|div|br|ul|ol|li|h[1-6]|blockquote|tr|table|hr|section|article|header|footer|pre)$/;
/** Elements whose content nobody is meant to read. */
const SILENT = new Set(['script', 'style']);
// A sign < ends the search for >, so that a text of many of them costs no more than its length.
const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>|<![^<>]*>/gi;

function hrefOf(attributes: string): string {
  const match = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  return decode(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
}

/** Text that is put together piece by piece, with what is open in it. */
interface Writing {
  readonly out: string[];
  silent: string | null;
  readonly links: string[];
}

function writeTag(writing: Writing, isEnd: boolean, name: string, attributes: string): void {
  if (SILENT.has(name)) writing.silent = isEnd ? null : (writing.silent ?? name);
  else if (writing.silent !== null) return;
  else if (name === 'a' && !isEnd) writing.links.push(hrefOf(attributes));
  else if (name === 'a') {
    const href = writing.links.pop() ?? '';
    if (href !== '') writing.out.push(` (${href})`);
  } else if (name === 'li' && !isEnd) writing.out.push('\n• ');
  else if (BLOCKS.test(name)) writing.out.push('\n');
}

/**
 * HTML as plain text: paragraphs and items of lists on lines of their own, the address of a link in brackets behind it. A text
 * without tags stays as it is but for its character references. Linear.
 */
export function plainText(html: string): string {
  if (!/[<&\n\u00a0]/.test(html)) return html.trim();
  const writing: Writing = { out: [], silent: null, links: [] };
  let at = 0;
  for (const match of html.matchAll(TAG)) {
    if (writing.silent === null) writing.out.push(decode(html.slice(at, match.index)));
    at = match.index + match[0].length;
    if (match[2] !== undefined) writeTag(writing, match[1] === '/', match[2].toLowerCase(), match[3] ?? '');
  }
  if (writing.silent === null) writing.out.push(decode(html.slice(at)));
  return writing.out
    .join('')
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').trim())
    .filter(Boolean)
    .join('\n');
}
