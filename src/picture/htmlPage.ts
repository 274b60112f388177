import { sha256 } from '@noble/hashes/sha2.js';
import { plainText } from '../words/plainText.ts';
import { element, escapeText } from './svgText.ts';

/** A page that is one file: everything it needs is in it. */
export interface HtmlPage {
  /** BCP 47 tag of the interface's words. */
  readonly lang: string;
  readonly title: string;
  /** For search engines and previews: the short alternative text. */
  readonly description: string;
  readonly style: string;
  /** Runs at the end of the body; none for a page without script. */
  readonly script?: string;
  /** Plain data by element id, read by scripts and machines. */
  readonly data?: ReadonlyMap<string, unknown>;
  /** Markup, escaped already and without `style` attributes. */
  readonly body: string;
}

/** What a policy calls a text: its SHA-256 in base64. Made here, since `crypto.subtle` is missing on plain http. */
function hashOf(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}'`;
}

function policyOf(style: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    `style-src ${hashOf(style)}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A disc, a line and a square, so that no browser asks a server for an icon. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M4 12L12 4' stroke='%2357514a' stroke-width='1.5'/%3E%3Ccircle cx='4' cy='12' r='3.4' fill='%231d5b8f'/%3E%3Cpath d='M9 1h6v6H9z' fill='%238a5a06'/%3E%3C/svg%3E";

/** JSON that can stand inside a script element. */
function writeData([id, value]: readonly [string, unknown]): string {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return element('script', { type: 'application/json', id }, json);
}

/**
 * The text of one HTML file. Its policy names its one stylesheet and its one script by hash and lets nothing else in,
 * neither from the file nor from the network. Linear.
 */
export function writeHtmlPage({ lang, title, description, style, script, data = new Map(), body }: HtmlPage): string {
  const meta = (name: string, content: string): string => element('meta', { name, content }).replace('/>', '>');
  return [
    '<!doctype html>',
    `<html lang="${escapeText(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(style, script)}">`,
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('referrer', 'no-referrer'),
    meta('generator', 'Sayso'),
    meta('description', plainText(description)),
    `<title>${escapeText(plainText(title))}</title>`,
    `<link rel="icon" href="${ICON}">`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    body,
    ...[...data].map(writeData),
    ...(script === undefined ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
