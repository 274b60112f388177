// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { embedAddress, readHost, writeEmbedSnippet } from './embedSnippet.ts';

const LINK = 'https://sayso.example/map/?x=a%20b&embed=1#v1&s=musk';

describe('embedAddress', () => {
  it('keeps the view and everything else of the address, and asks for no frame once', () => {
    expect(embedAddress(LINK, null)).toBe('https://sayso.example/map/?x=a%20b&embed#v1&s=musk');
    expect(embedAddress(LINK, 'https://paper.example')).toBe(
      'https://sayso.example/map/?x=a%20b&embed&host=https%3A%2F%2Fpaper.example#v1&s=musk',
    );
  });
});

describe('readHost', () => {
  it.each([
    ['https://paper.example', 'https://paper.example'],
    [' https://Paper.example/ ', 'https://paper.example'],
    ['http://localhost:8000', 'http://localhost:8000'],
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['http://paper.example', null],
    ['https://paper.example/news', null],
    ['paper.example', null],
    ['javascript:alert(1)', null],
    ['null', null],
    ['*', null],
    ['', null],
  ])('%s', (typed, host) => {
    expect(readHost(typed)).toBe(host);
  });
});

describe('writeEmbedSnippet', () => {
  it('is one frame with an escaped title, and a script that listens to its origin alone', () => {
    const snippet = writeEmbedSnippet({ link: LINK, title: 'A "B" <script>', host: null, follows: true });
    const page = new DOMParser().parseFromString(snippet, 'text/html');
    const frame = page.querySelector('iframe')!;
    expect(frame.src).toBe(embedAddress(LINK, null));
    expect(frame.title).toContain('A "B" <script>');
    expect(page.querySelectorAll('script')).toHaveLength(1);
    expect(page.querySelector('script')!.textContent).toContain("event.origin !== 'https://sayso.example'");
    expect(writeEmbedSnippet({ link: LINK, title: '', host: null, follows: false })).not.toContain('<script');
  });
});
