/** What shows that a text is HTML and no sentence with a "<" in it. */
const IS_MARKUP = /<\/?(?:p|div|br|b|i|em|strong|u|a|span|ul|ol|li|h[1-6]|table|tr|td|sup|sub|font)\b[^<>]*>/i;
const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi;
const BLOCKS = new Set('p div br ul ol li h1 h2 h3 h4 h5 h6 table tr td'.split(' '));
const HREF = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&apos;', "'"],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);

function unmark(text: string): string {
  let [href, from] = ['', 0];
  const words = text.replace(TAG, (_, closing: string, name: string, rest: string, at: number) => {
    if (BLOCKS.has(name.toLowerCase())) return ' ';
    if (name.toLowerCase() !== 'a') return '';
    if (closing === '') {
      const [, double, single] = HREF.exec(rest) ?? [];
      href = double ?? single ?? '';
      from = at;
      return '';
    }
    const address = text.slice(from, at).endsWith(`>${href}`) ? '' : href;
    href = '';
    return address === '' ? '' : ` (${address})`;
  });
  return words
    .replace(/&(?:lt|gt|quot|#39|apos|nbsp|amp);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The words of a text that is HTML, with the addresses of its links behind them; any other text as it is. For reading alone:
 * the result is text, whatever it looks like.
 */
export function readMarkup(text: string): string {
  return IS_MARKUP.test(text) ? unmark(text) : text;
}
