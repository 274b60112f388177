// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { claim, claimBy, disputedPair, entity, relation, sceneAt, tinyDataset } from './pictureFixture.ts';
import { writeFirstPicture, writeWords } from './writeFirstPicture.ts';

function render(html: string): HTMLElement {
  const host = document.createElement('div');
  host.innerHTML = html;
  return host;
}

describe('writeFirstPicture', () => {
  it('is labelled by its title and by every denial in words', () => {
    const { dataset, scene } = disputedPair();
    const svg = render(writeFirstPicture(dataset, scene, 'Story <1>')).querySelector('svg');
    const label = svg?.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const words = label.map((id) => svg?.querySelector(`#${id}`)?.textContent);
    expect(svg?.getAttribute('role')).toBe('img');
    expect(words).toEqual([
      'Story <1>',
      'A graph of 2 entities and 1 relation. Disputed: Ann Lee has ties with Bob Ray: denied by Bob Ray.',
    ]);
  });

  it('fills its box with the scene’s bounds and needs no style', () => {
    const { dataset, scene } = disputedPair();
    const text = writeFirstPicture(dataset, scene, 'Story');
    const { x, y, width, height } = scene.bounds;
    const box = render(text).querySelector('svg')?.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
    expect(box.map((n, i) => Math.abs(n - [x, y, width, height][i]!) < 0.01)).toEqual([true, true, true, true]);
    expect(text).not.toContain('style');
  });

  it('has one text for each entity', () => {
    const { dataset, scene } = disputedPair();
    const texts = [...render(writeFirstPicture(dataset, scene, 'Story')).querySelectorAll('.sy-name')];
    expect(texts.map(({ textContent }) => textContent)).toEqual(['Ann Lee', 'Bob Ray']);
  });
});

describe('writeWords', () => {
  it('says each relation with its standing, who denies it, and the sources', () => {
    const { dataset, scene } = disputedPair();
    const items = [...render(writeWords(dataset, scene)).querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(items).toEqual([
      'Ann Lee has ties with Bob Ray: rumoured · origin unknown; denied by Bob Ray',
      'The Daily, First report (article, 3 May 2024; title not stated in our copy)',
    ]);
  });

  it('lists an event with its own dispute, before its roles', () => {
    const happened = [claim('c1', { modality: 'alleged' }), claimBy('c2', 'a', { stance: 'limits' })];
    const dataset = tinyDataset(
      [entity('a', 'Person', 'Ann'), entity('e', 'Event', 'Call', { claims: happened })],
      [relation('r', 'asked', 'a', 'e', [])],
    );
    const html = render(writeWords(dataset, sceneAt(dataset, { a: [0, 0], e: [200, 0] })));
    const [first, second] = [...html.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(first).toBe('Call (event): alleged · 1 origin: The Daily; limited by Ann');
    expect(second).toContain('Ann was the one asked in Call: alleged');
    expect(second).toContain('limited by Ann');
  });

  it('keeps markup in the data as text, and says nothing of nothing', () => {
    const dataset = tinyDataset([entity('a', 'Person', '<img src=x>')], [relation('r', 'knows', 'a', 'a', [])]);
    const html = render(writeWords(dataset, sceneAt(dataset, { a: [0, 0] })));
    expect(html.querySelectorAll('img')).toHaveLength(0);
    expect(html.textContent).toContain('<img src=x> has ties with <img src=x>: unsourced');
    expect(html.querySelectorAll('h2')).toHaveLength(1);
  });
});
