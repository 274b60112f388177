import type { Dataset } from '../model/dataset.ts';
import type { Account, EntityAccount, RelationAccount, SourceAccount } from '../words/accounts.ts';
import type { ClaimAccount } from '../words/claimAccount.ts';
import { sayKind } from '../words/names.ts';
import { entityText, relationText } from '../words/panelText.ts';
import { plainText } from '../words/plainText.ts';
import { sayDisputedMark } from '../words/sayRelation.ts';
import { spoken } from '../words/spoken.ts';
import { standaloneText } from '../words/standaloneText.ts';
import type { Anchors } from './standaloneAnchors.ts';
import { element, escapeText } from './svgText.ts';

interface Telling {
  readonly dataset: Dataset;
  readonly anchors: Anchors;
  readonly names: ReadonlyMap<string, string>;
  readonly told: ReadonlyMap<string, RelationAccount>;
  /** Relations that cite a source, by its id. */
  readonly citing: ReadonlyMap<string, readonly RelationAccount[]>;
  /** Language of the dataset's own words, where it is not that of the page. */
  readonly lang: string | undefined;
}

/** An element of HTML, which is never closed at once; nothing at all for no content. */
function html(name: string, values: Parameters<typeof element>[1], content: string): string {
  return content === '' ? '' : element(name, values, content);
}

function list(name: string, items: readonly string[]): string {
  return html('ul', { class: name }, items.map((item) => element('li', {}, item)).join('\n'));
}

function link(href: string, words: string): string {
  return element('a', { href: `#${href}` }, escapeText(words));
}

function outLink(address: string | null, words: string): string {
  if (address === null) return '';
  return element('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, escapeText(words));
}

/** "≠ denied by Donald Trump", edged in the colour of disputes. */
function disputeMark(dispute: string | null): string {
  return dispute === null ? '' : html('p', { class: 'dispute' }, escapeText(`${sayDisputedMark(null)}: ${dispute}`));
}

function tellClaim({ anchors, lang }: Telling, claim: ClaimAccount): string {
  const anchor = anchors.sources.get(claim.source);
  const citation = anchor ? link(anchor, claim.citation) : escapeText(claim.citation);
  const own = { lang, dir: 'auto' };
  const parts = [
    html('p', { class: 'own', ...own }, escapeText(claim.text)),
    html('p', { class: 'says' }, escapeText(claim.sentence)),
    ...claim.quotes.map((quote) => html('blockquote', own, escapeText(`“${quote}”`))),
    ...claim.details.map((detail) => html('p', { class: 'detail' }, escapeText(detail))),
    html('p', { class: 'found' }, [...claim.times.map(escapeText), citation].join(' · ')),
  ];
  return element('li', { class: `claim ${claim.stance}` }, parts.join('\n'));
}

function tellClaims(telling: Telling, heading: string, claims: readonly ClaimAccount[]): string {
  if (claims.length === 0) return '';
  const items = claims.map((claim) => tellClaim(telling, claim)).join('\n');
  return element('h4', {}, escapeText(heading)) + element('ul', { class: 'claims' }, items);
}

function tellLeftOut(lines: readonly string[]): string {
  return lines.map((line) => html('p', { class: 'left-out' }, escapeText(line))).join('');
}

function tellRelation(telling: Telling, relation: RelationAccount): string {
  const { anchors } = telling;
  const anchor = anchors.relations.get(relation.id) ?? '';
  const { sentence, when, standing, dispute } = relation;
  const basis = [standing, when].filter(Boolean).join(' · ');
  const end = (id: string): string | undefined => anchors.entities.get(id);
  const { saysSo, againstIt, asks, silent } = relationText;
  const of = (...stances: ClaimAccount['stance'][]) => relation.claims.filter(({ stance }) => stances.includes(stance));
  const ends = [...new Set([relation.from, relation.to])].flatMap((id) => {
    const at = end(id);
    return at ? [link(at, telling.names.get(id) ?? id)] : [];
  });
  const body = [
    tellClaims(telling, saysSo, of('asserts')),
    tellClaims(telling, againstIt, of('denies', 'limits')),
    tellClaims(telling, asks, of('questions')),
    tellClaims(telling, silent, of('no-comment')),
    tellClaims(telling, relationText.against, relation.besides),
    relation.claims.length === 0 ? html('p', {}, escapeText(relationText.noClaims)) : '',
    tellLeftOut(relation.leftOut),
    html('p', { class: 'ends' }, ends.join(' · ')),
  ];
  const head = [
    element('h3', { tabindex: -1 }, link(anchor, sentence)),
    html('p', { class: 'basis' }, escapeText(basis)),
    disputeMark(dispute),
  ];
  const said = spoken.relation(sentence, [standing, dispute].filter(Boolean).join(', '));
  const values = { id: anchor, class: 'relation', 'data-tie': relation.tie, 'data-said': said };
  return element('article', values, `${head.join('\n')}\n${element('div', { class: 'more' }, body.join('\n'))}`);
}

function otherNames(dataset: Dataset, id: EntityAccount['id']): string {
  const names = Object.entries(dataset.entities.get(id)?.names ?? {}).flatMap(([lang, all]) =>
    all.map(plainText).map((name) => element('span', { lang, dir: 'auto' }, escapeText(name))),
  );
  return names.length === 0 ? '' : `${standaloneText.otherNames}: ${names.join(', ')}`;
}

function tellEntity(telling: Telling, entity: EntityAccount): string {
  const { dataset, told, anchors, lang } = telling;
  const anchor = anchors.entities.get(entity.id) ?? '';
  const own = entity.relations.flatMap((id) => told.get(id) ?? []);
  const disputed = own.filter(({ dispute }) => dispute !== null).length;
  const said = spoken.entity({ name: entity.name, kind: sayKind(entity.kind), relations: own.length, disputed });
  const lines = own.map(
    ({ id, sentence, standing, dispute }) =>
      link(anchors.relations.get(id) ?? '', sentence) +
      html('p', { class: 'basis' }, escapeText(standing)) +
      disputeMark(dispute),
  );
  const head = [
    element('h3', { tabindex: -1, dir: 'auto' }, link(anchor, entity.name)),
    html('p', { class: 'kind' }, escapeText([sayKind(entity.kind), entity.standing].filter(Boolean).join(' · '))),
    disputeMark(entity.dispute),
  ];
  const body = [
    html('p', { lang, dir: 'auto' }, escapeText(entity.summary ?? '')),
    html(
      'p',
      { class: 'also' },
      escapeText(entity.aliases.length > 0 ? `${entityText.aliases}: ${entity.aliases.join(', ')}` : ''),
    ),
    html('p', { class: 'also' }, otherNames(dataset, entity.id)),
    tellClaims(telling, entity.kind === 'Event' ? entityText.happened : entityText.facts, entity.claims),
    tellLeftOut(entity.leftOut),
    own.length > 0 ? element('h4', {}, escapeText(entityText.relations)) + list('lines', lines) : '',
  ];
  const values = { id: anchor, class: 'entity', 'data-entity': entity.id, 'data-said': said };
  return element('article', values, `${head.join('\n')}\n${element('div', { class: 'more' }, body.join('\n'))}`);
}

function tellSource(telling: Telling, source: SourceAccount): string {
  const { citing, anchors } = telling;
  const own = citing.get(source.id) ?? [];
  const anchor = anchors.sources.get(source.id) ?? '';
  const links = [
    outLink(source.url, standaloneText.openSource),
    outLink(source.archivedUrl, standaloneText.openArchived),
  ].filter(Boolean);
  const values = {
    id: anchor,
    class: 'source',
    'data-ties': JSON.stringify([...new Set(own.map(({ tie }) => tie))]),
    'data-said': source.line,
  };
  const lines = own.map(({ id, sentence }) => link(anchors.relations.get(id) ?? '', sentence));
  return element(
    'article',
    values,
    [
      element('h3', { tabindex: -1, dir: 'auto' }, link(anchor, source.line)),
      html('p', { class: 'out' }, links.join(' · ')),
      html('div', { class: 'more' }, list('lines', lines)),
    ].join('\n'),
  );
}

function relationsBySource({ relations }: Account): Map<string, RelationAccount[]> {
  const citing = new Map<string, RelationAccount[]>();
  for (const relation of relations) {
    for (const source of new Set([...relation.claims, ...relation.besides].map((claim) => claim.source))) {
      const own = citing.get(source);
      if (own) own.push(relation);
      else citing.set(source, [relation]);
    }
  }
  return citing;
}

function section(heading: string, articles: readonly string[]): string {
  if (articles.length === 0) return '';
  return element('section', {}, `\n${element('h2', {}, escapeText(heading))}\n${articles.join('\n')}\n`);
}

/**
 * Everything that a page says, as HTML that is read without script and printed whole: entities, relations with every
 * claim, sources. Each has an address of its own. Linear in what is told.
 */
export function writeStandaloneWords(dataset: Dataset, account: Account, anchors: Anchors): string {
  const { language } = dataset.file;
  const lang = language === undefined || /^en\b/i.test(language) ? undefined : language;
  const telling: Telling = {
    dataset,
    anchors,
    names: new Map(account.entities.map(({ id, name }) => [id, name])),
    told: new Map(account.relations.map((relation) => [relation.id, relation])),
    citing: relationsBySource(account),
    lang,
  };
  return [
    section(
      standaloneText.entities,
      account.entities.map((entity) => tellEntity(telling, entity)),
    ),
    section(
      standaloneText.relations,
      account.relations.map((relation) => tellRelation(telling, relation)),
    ),
    section(
      standaloneText.sources,
      account.sources.map((source) => tellSource(telling, source)),
    ),
  ].join('\n');
}
