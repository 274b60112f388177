// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeHtmlPage } from './htmlPage.ts';

const page = (over: Partial<Parameters<typeof writeHtmlPage>[0]> = {}): string =>
  writeHtmlPage({ lang: 'en-GB', title: 'T', description: 'D', style: 'p{color:red}', body: '<p>x</p>', ...over });
const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');
const policyOf = (text: string): string =>
  parse(text).querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('writeHtmlPage', () => {
  it('lets in its own stylesheet and script by hash, as the browser sees them, and nothing from anywhere', () => {
    const text = page({ style: 'p::after{content:"Ж ≠"}', script: 'document.title = "1 < 2 && \'é\'";' });
    const { head, body } = parse(text);
    const policy = policyOf(text);
    expect(policy).toContain(`style-src ${hash(head.querySelector('style')?.textContent ?? '')}`);
    expect(policy).toContain(`script-src ${hash(body.querySelector('script')?.textContent ?? '')}`);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('lets no script in where it has none', () => {
    expect(policyOf(page())).not.toContain('script-src');
  });

  it('keeps data that looks like markup inside its element', () => {
    const value = { name: '</script><script>alert(1)</script><!--', line: '\u2028' };
    const parsed = parse(page({ data: new Map([['kept', value]]) }));
    expect(parsed.querySelectorAll('script')).toHaveLength(1);
    expect(JSON.parse(parsed.getElementById('kept')?.textContent ?? '')).toEqual(value);
  });

  it('escapes title and description', () => {
    const parsed = parse(page({ title: '</title><b>x', description: '"><b>y' }));
    expect(parsed.title).toBe('</title><b>x');
    expect(parsed.querySelector('meta[name=description]')?.getAttribute('content')).toBe('"><b>y');
    expect(parsed.querySelector('b')).toBeNull();
  });
});
