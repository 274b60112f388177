import { describe, expect, it } from 'vitest';
import { readMarkup } from './markupText.ts';

describe('readMarkup', () => {
  it('gives the words of HTML, and where its links lead', () => {
    const html =
      '<p>Owned by <b>A&amp;B</b>,<br/>see <a class="x" href="https://a.example/1">the register</a>.</p><div>1 &lt; 2</div>';
    expect(readMarkup(html)).toBe('Owned by A&B, see the register (https://a.example/1). 1 < 2');
    expect(readMarkup('<a href="https://a.example">https://a.example</a>')).toBe('https://a.example');
  });

  it.each(['a < b > c', '', 'x <y> z', 'R&amp;D', '<script', 'line\n\nline'])('leaves "%s" as it is', (text) => {
    expect(readMarkup(text)).toBe(text);
  });

  it('is quick whatever it is given', () => {
    expect(readMarkup(`<p>${'<a href="'.repeat(20_000)}`).length).toBeGreaterThan(0);
  });
});
