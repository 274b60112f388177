import { SaxesParser } from 'saxes';
import { DataError } from '../model/dataError.ts';
import { LIMITS } from './format.ts';
import type { ImportLog } from './importLog.ts';

/** Local names of attributes, without prefixes, in the order written. A Map, since names come from data. */
export type XmlAttributes = ReadonlyMap<string, string>;

/** Attributes with their prefixes, in the order written. */
export type XmlPairs = readonly (readonly [string, string])[];

/** What a reader of XML is told, in document order. */
export interface XmlHandler {
  /** `name` is local, in the case written; `prefix` is empty where there is none; `written` has the attributes with theirs. */
  open(
    name: string,
    attributes: XmlAttributes,
    at: { readonly line: number; readonly prefix: string; readonly written: XmlPairs },
  ): void;
  /** The element that ends, with all text directly in it (CDATA included), in pieces joined, as written. */
  close(name: string, text: string): void;
}

/** So many characters are given to the parser at once, so that progress can be told between. */
const CHUNK = 65_536;
const MAX_TEXT = 1000;
const LESS_IN_VALUE = 'a “<” in the value of an attribute, or a quotation mark that is missing before it';

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that some programs write although XML has none such
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** An `&` that begins no reference, and what it may stand in. */
const LOOSE = /<!\[CDATA\[|<!--|<\?|&(?!#?[\w.:-]+;)/g;
const ENDS: ReadonlyMap<string, string> = new Map([
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
]);

/** Every `&` that begins no reference as `&amp;`: read as it stands, it takes everything up to the next `;` for a name. */
function mendAmpersands(text: string, log: ImportLog): string {
  const pieces: string[] = [];
  let done = 0;
  let where: string | null = null;
  LOOSE.lastIndex = 0;
  for (let found = LOOSE.exec(text); found; found = LOOSE.exec(text)) {
    const end = ENDS.get(found[0]);
    if (end !== undefined) {
      const at = text.indexOf(end, found.index);
      if (at < 0) break;
      LOOSE.lastIndex = at;
      continue;
    }
    where ??= `line ${text.slice(0, found.index).split('\n').length}`;
    log.tally('ampersand-bare', where);
    pieces.push(text.slice(done, found.index), '&amp;');
    done = found.index + 1;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(done);
}

/** A declaration after an empty line says nothing that is not known by now; its lines stay, so that places are right. */
function withoutLateDeclaration(text: string): string {
  const late = /^\s+<\?xml\s[^>]*\?>/.exec(text)?.[0];
  return late === undefined ? text : late.replace(/[^\n]/g, '') + text.slice(late.length);
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

function refuse(error: Error): never {
  if (error instanceof DataError) throw error;
  const [, line = '', column = '', reason = error.message] = /^(\d+):(\d+): (.*)$/s.exec(error.message) ?? [];
  throw new DataError('not-xml', '', {
    reason: reason.slice(0, 200).replace(/\.$/, ''),
    line: Number(line),
    column: Number(column),
  });
}

/** The length of a text without control characters and white space at its end. */
function findEnd(text: string): number {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1;
  return end;
}

/**
 * Walks an XML text (XML 1.0, well-formed; prefixes need no declaration). Throws DataError: `not-xml` {line, column, reason}
 * where it is not well-formed, `doctype` where it declares entities of its own (none is ever expanded or fetched), `too-deep`
 * above the limit of nesting. Mended and told: an `&` that stands alone, control characters. A bare DOCTYPE is noted and
 * ignored. Linear.
 */
export function walkXml(text: string, handler: XmlHandler, log: ImportLog, progress: (done: number) => void): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const clean = mendAmpersands(withoutLateDeclaration(text.slice(0, findEnd(text))), log);
  const texts: string[] = [];
  let hasControls = false;
  parser.on('error', (error) => {
    // Some programs write control characters as they are; one of them is no reason to refuse a file. Of a “<” in a value the
    // parser says the same, and then leaves it out or has gone past the end of the value.
    const sign = clean.charAt(parser.position - 1);
    if (sign === '<' && error.message.endsWith(': disallowed character.')) {
      refuse(new Error(`${parser.line}:${parser.column}: ${LESS_IN_VALUE}`));
    }
    if (!CONTROL.test(sign) || !error.message.includes('disallowed character')) refuse(error);
    if (!hasControls) log.warn('control-characters', `line ${parser.line}`);
    hasControls = true;
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new DataError('doctype', `line ${parser.line}`, {});
    log.note('doctype-ignored', `line ${parser.line}`, { doctype: doctype.trim().slice(0, MAX_TEXT) });
  });
  const addText = (piece: string): void => {
    if (texts.length > 0) texts[texts.length - 1] += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  let written: (readonly [string, string])[] = [];
  parser.on('attribute', ({ name, value }) => void written.push([name, value]));
  parser.on('opentag', ({ name }) => {
    texts.push('');
    if (texts.length > LIMITS.depth) {
      throw new DataError('too-deep', `line ${parser.line}`, { depth: texts.length, limit: LIMITS.depth });
    }
    const local = new Map<string, string>();
    for (const [key, value] of written) local.set(localOf(key), value);
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
    handler.open(localOf(name), local, { line: parser.line, prefix, written });
    written = [];
  });
  parser.on('closetag', ({ name }) => handler.close(localOf(name), texts.pop() ?? ''));
  for (let at = 0; at < clean.length; at += CHUNK) {
    parser.write(clean.slice(at, at + CHUNK));
    progress(Math.min(1, (at + CHUNK) / clean.length));
  }
  parser.close();
}

/** The local name of the root element, lower case; null where the text does not begin like XML. */
export function findXmlRoot(text: string): string | null {
  const head = text
    .slice(0, 20_000)
    .replace(/<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^<[>]*(?:\[.*?\]\s*)?>/gs, '')
    .trimStart();
  const name = /^<([A-Za-z_][\w.:-]*)/.exec(head)?.[1];
  return name === undefined ? null : localOf(name).toLowerCase();
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 cannot hold
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Nothing in it to escape, as in most texts: looking is ten times cheaper than replacing. */
const PLAIN = /^[ !#-%(-;=?-~]*$/;

/** Text fit to stand in XML, in elements and attributes alike; characters that XML 1.0 cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(IMPOSSIBLE, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Whether a text would lose characters in XML 1.0. */
export function losesInXml(text: string): boolean {
  return text.search(IMPOSSIBLE) >= 0;
}
