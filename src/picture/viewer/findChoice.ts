import { sayTieSummary } from '../../words/sayRelation.ts';
import { spoken } from '../../words/spoken.ts';
import type { PageData, PageTie } from './pageData.ts';

/** What a fragment of the address stands for: what is read, and what stands out in the picture. */
export interface Choice {
  readonly articles: readonly HTMLElement[];
  readonly selected: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
  readonly said: string;
}

function ofTies(ties: readonly PageTie[]): Set<string> {
  return new Set(ties.flatMap(({ id, from, to }) => [id, from, to]));
}

function chooseEntity(article: HTMLElement, id: string, { ties }: PageData): Choice {
  const own = ties.filter(({ from, to }) => from === id || to === id);
  return { articles: [article], selected: new Set([id]), near: ofTies(own), said: article.dataset['said'] ?? '' };
}

function chooseTies(articles: readonly HTMLElement[], said: string, ids: readonly string[], data: PageData): Choice {
  const own = data.ties.filter(({ id }) => ids.includes(id));
  return { articles, selected: new Set(ids), near: ofTies(own), said };
}

function nameOf(page: Document, entity: string): string {
  const article = [...page.querySelectorAll<HTMLElement>('article.entity')].find(
    ({ dataset }) => dataset['entity'] === entity,
  );
  return article?.querySelector('h3')?.textContent ?? '';
}

function chooseTie(page: Document, tie: PageTie, data: PageData): Choice {
  const articles = [...page.querySelectorAll<HTMLElement>('article.relation')].filter(
    ({ dataset }) => dataset['tie'] === tie.id,
  );
  const disputed = articles.filter((article) => article.querySelector(':scope > .dispute')).length;
  const summary = sayTieSummary(articles.length, disputed);
  return chooseTies(articles, spoken.tie(nameOf(page, tie.from), nameOf(page, tie.to), summary), [tie.id], data);
}

/** What a fragment (without `#`) leads to; null for one that leads to nothing of the page's. */
export function findChoice(page: Document, data: PageData, fragment: string): Choice | null {
  const tie = data.ties.find(({ anchor }) => anchor === fragment && anchor.startsWith('t.'));
  if (tie) return chooseTie(page, tie, data);
  const article = page.getElementById(fragment);
  if (article?.tagName !== 'ARTICLE') return null;
  const { entity, tie: own, ties, said = '' } = article.dataset;
  if (entity !== undefined) return chooseEntity(article, entity, data);
  if (own !== undefined) return chooseTies([article], said, [own], data);
  return chooseTies([article], said, JSON.parse(ties ?? '[]') as string[], data);
}
