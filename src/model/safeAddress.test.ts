import { expect, test } from 'vitest';
import { findSafeHref } from './safeAddress.ts';

test('only addresses of the web and of mail are linked to', () => {
  expect(findSafeHref('https://a.example/x y')).toBe('https://a.example/x%20y');
  expect(findSafeHref('mailto:a@b.example')).toBe('mailto:a@b.example');
  for (const bad of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'a.example',
    '',
    null,
    undefined,
  ]) {
    expect(findSafeHref(bad)).toBe(null);
  }
});
