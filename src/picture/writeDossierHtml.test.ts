// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../model/buildDataset.ts';
import { parseDataset } from '../model/parseDataset.ts';
import { HOME } from '../model/view.ts';
import { buildDossier } from '../words/dossier.ts';
import { claim, entity, relation, tinyDataset } from './pictureFixture.ts';
import { writeDossierHtml } from './writeDossierHtml.ts';

const story = buildDataset(parseDataset(JSON.parse(readFileSync('data/musk-putin-2024.json', 'utf8'))).file);
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const dossierOf = (dataset: typeof story): Document =>
  parse(
    writeDossierHtml(
      buildDossier(dataset, { entities: [...dataset.entities.keys()], relations: [...dataset.relations.keys()] }, HOME),
    ),
  );

describe('the HTML of a dossier', () => {
  const page = dossierOf(story);

  it('has a policy that lets in its own style and nothing else, and no script', () => {
    const style = page.querySelector('style')?.textContent ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).not.toContain('script-src');
    expect(page.querySelectorAll('script, [style], [onclick], img, iframe')).toHaveLength(0);
  });

  it('has numbers that all lead to a note, notes that all lead back, and no other ids', () => {
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '');
    for (const target of links) expect(ids).toContain(target);
    const notes = ids.filter((id) => id.startsWith('note-'));
    expect(new Set(links.filter((id) => id.startsWith('note-')))).toEqual(new Set(notes));
    for (const id of notes) expect(page.querySelectorAll(`#${id} .back`).length).toBeGreaterThan(0);
  });

  it('shows a denial at the head, at its relation and in its note, with the sign', () => {
    const signs = [...page.querySelectorAll('.dispute')].map(({ textContent }) => textContent ?? '');
    expect(signs.every((words) => words.startsWith('≠\u00a0'))).toBe(true);
    expect(signs.filter((words) => /denied by Elon Musk/i.test(words))).toHaveLength(2);
    expect(page.querySelector('.notes .dispute')?.textContent).toContain('categorically false');
  });

  it('shows text from the data as text, whatever it is', () => {
    const nasty = '<img src=x onerror=alert(1)> & "\u202e" \u0000 ]]> عرب 习近平 👩🏽‍🔬';
    const dataset = tinyDataset(
      [
        entity('"><b>', 'Person', nasty, { summary: nasty, aliases: [nasty] }),
        entity('b', 'Event', 'B', { claims: [claim('<i>', { text: nasty })] }),
      ],
      [relation('<u>', 'ties', '"><b>', 'b', [claim("'c'", { text: nasty, note: nasty, stance: 'denies' })])],
      { title: nasty },
    );
    const hostile = dossierOf(dataset);
    expect(hostile.querySelectorAll('img, i, u, main b')).toHaveLength(0);
    expect(hostile.querySelector('h1')?.textContent).toContain('<img src=x onerror=alert(1)> & "');
    expect(hostile.querySelector('h1')?.textContent).toContain('عرب 习近平 👩🏽‍🔬');
  });

  it('of nothing is a page all the same', () => {
    const empty = dossierOf(tinyDataset([], [], { title: 'Nothing' }));
    expect(empty.querySelector('h1')?.textContent).toBe('Nothing');
    expect(empty.querySelectorAll('h2')).toHaveLength(0);
  });
});
