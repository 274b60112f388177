import { plainText } from './plainText.ts';

/**
 * Any text as plain text of Markdown (CommonMark and GitHub's): on one line, with a backslash before every sign that
 * could begin markup, a link, an entity, a list or a footnote there.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replaceAll(/[\\`*_[\]<>&|~$^]/g, '\\$&')
    .replace(/^(\s*)([#+=:-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** An address as a link target between angle brackets, which nothing in it can close. */
export function markdownAddress(url: string): string {
  return `<${url.replaceAll(/[<>\\\s]/g, encodeURIComponent)}>`;
}
