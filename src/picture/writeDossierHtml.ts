import type { Dossier, DossierLine, DossierRelation, DossierSection } from '../words/dossier.ts';
import type { DossierNote, DossierSource } from '../words/dossierNotes.ts';
import { dossierText } from '../words/dossierText.ts';
import { sayKind } from '../words/names.ts';
import { endSentence, upperFirst } from '../words/plainText.ts';
import { DOSSIER_PAGE_STYLE, DOSSIER_STYLE } from './dossierStyle.ts';
import { writeHtmlPage } from './htmlPage.ts';
import { element, escapeText } from './svgText.ts';

const text = (name: string, className: string | undefined, words: string): string =>
  element(name, { class: className }, escapeText(words));
const list = (name: 'ul' | 'ol', className: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<${name} class="${className}">\n${items.join('\n')}\n</${name}>`;

function writeRefs(notes: readonly number[]): string {
  return notes
    .map((number) => {
      const label = dossierText.claim(number);
      return ` ${element('a', { class: 'ref', href: `#note-${number}`, 'aria-label': label }, `[${number}]`)}`;
    })
    .join('');
}

/** A dispute shows by sign, word and colour; the sign is text, so that it is copied with the words. */
const disputed = (words: string): string => text('span', 'dispute', dossierText.disputing(words));

function writeLine({ text: words, notes, dispute }: DossierLine, name: 'p' | 'li', className: string): string {
  const said = dispute ? disputed(words) : escapeText(words);
  return `<${name} class="${className}">${said}${writeRefs(notes)}</${name}>`;
}

function writeRelation({ anchor, sentence, when, standing, lines }: DossierRelation): string {
  const soft = when ? text('span', 'soft', `, ${when}`) : '';
  const head = `<p class="sentence">${escapeText(sentence)}${soft}</p>`;
  const rest = [writeLine(standing, 'p', 'line standing'), ...lines.map((each) => writeLine(each, 'p', 'line'))];
  return `<li class="relation" id="${anchor}">${[head, ...rest].join('\n')}</li>`;
}

function writeSection(section: DossierSection): string {
  const { anchor, name, kind, aliases, summary, heading, facts, groups, elsewhere, gaps } = section;
  const over = aliases.length > 0 ? `${sayKind(kind)} · ${dossierText.aliases} ${aliases.join(', ')}` : sayKind(kind);
  return [
    `<section id="${anchor}">`,
    text('h2', undefined, name),
    text('p', 'over', upperFirst(over)),
    summary ? text('p', undefined, summary) : '',
    facts.length > 0 ? text('h3', undefined, heading) : '',
    list(
      'ul',
      'facts',
      facts.map((each) => writeLine(each, 'li', 'fact')),
    ),
    ...groups.map(
      (group) =>
        `${text('h3', undefined, group.heading)}\n${list('ul', 'relations', group.relations.map(writeRelation))}`,
    ),
    ...elsewhere.map(
      (each) => `<p class="soft">${element('a', { href: `#${each.anchor}` }, escapeText(each.text))}</p>`,
    ),
    ...gaps.map((gap) => text('p', 'soft', endSentence(gap))),
    '</section>',
  ]
    .filter(Boolean)
    .join('\n');
}

function writeNote({ number, dispute, text: own, sentences, citation, source, usedAt }: DossierNote): string {
  const words = dispute ? disputed(endSentence(own)) : escapeText(endSentence(own));
  const place = `${escapeText(citation)} (${element('a', { href: `#source-${source}` }, escapeText(dossierText.source(source)))})`;
  const back = usedAt.map((anchor, i) =>
    element('a', { class: 'back', href: `#${anchor}`, 'aria-label': dossierText.backTo(number, i + 1) }, '↑'),
  );
  const body = `<p>${words} ${escapeText(sentences.join(' '))} <span class="place">${place}. ${back.join(' ')}</span></p>`;
  return `<li id="note-${number}"><span class="number">[${number}]</span>${body}</li>`;
}

function writeAddress(name: string, url: string | null): string {
  if (url === null) return '';
  const link = element('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, escapeText(url));
  return `<br>${escapeText(name)}: ${link}`;
}

function writeSource({ number, line, url, archivedUrl }: DossierSource): string {
  const addresses = writeAddress(dossierText.address, url) + writeAddress(dossierText.archived, archivedUrl);
  return `<li id="source-${number}"><span class="number">${number}.</span><p>${escapeText(line)}${addresses}</p></li>`;
}

function headed(title: string, className: string, markup: string): string {
  return markup === ''
    ? ''
    : `<section class="${className}-part">\n${text('h2', undefined, title)}\n${markup}\n</section>`;
}

/** The dossier as markup for a page that has `DOSSIER_STYLE`: the printed sheet as well. Linear. */
export function writeDossierBody(dossier: Dossier): string {
  const { title, standfirst, clocks, scope, disputes, sections, named, notes, sources, credits } = dossier;
  const quarrels = disputes.map(
    ({ text: words, standing, dispute, anchor }) =>
      `<li>${element('a', { href: `#${anchor}` }, escapeText(words))}: ${escapeText(standing)}, ${disputed(dispute)}</li>`,
  );
  const others = named.map(({ name, what, dispute }) => {
    const denied = dispute === null ? '' : `: ${disputed(dispute)}`;
    return `<li>${text('b', undefined, name)}, ${escapeText(what)}${denied}</li>`;
  });
  return [
    '<main class="dossier">',
    '<header>',
    text('p', 'over', dossierText.kind),
    text('h1', undefined, title),
    clocks ? text('p', 'clocks', clocks) : '',
    standfirst ? text('p', 'standfirst', standfirst) : '',
    ...scope.map((words) => text('p', 'scope', endSentence(words))),
    text('p', 'how', dossierText.howTo),
    '</header>',
    headed(dossierText.disputed(disputes.length), 'disputes', list('ul', 'disputes', quarrels)),
    ...sections.map(writeSection),
    headed(dossierText.named, 'named', list('ul', 'named', others)),
    headed(dossierText.claims, 'notes', list('ol', 'notes', notes.map(writeNote))),
    headed(dossierText.sources, 'sources', list('ol', 'sources', sources.map(writeSource))),
    text('footer', 'credits', credits.join(' · ')),
    '</main>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** The dossier as one HTML file without script, for screen and paper. */
export function writeDossierHtml(dossier: Dossier): string {
  const { title, scope, standfirst } = dossier;
  return writeHtmlPage({
    lang: 'en',
    title,
    description: [title, standfirst ?? '', ...scope].filter(Boolean).map(endSentence).join(' '),
    style: `${DOSSIER_STYLE}\n${DOSSIER_PAGE_STYLE}`,
    body: writeDossierBody(dossier),
  });
}
