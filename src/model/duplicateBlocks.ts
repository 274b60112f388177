import { hashSlips, type NameForm, readName } from './duplicateNames.ts';
import { fold } from './fold.ts';
import type { Entity } from './records.ts';

/** A name of an entity, by its number. */
export interface OwnForm extends NameForm {
  readonly owner: number;
  /** Its name; else an alias or a name in another language. */
  readonly isMain: boolean;
}

/** Names beyond these are not looked at. */
const MOST_NAMES = 30;
/** In blocks up to the first size everybody meets everybody; in larger ones only so many neighbours. */
const SMALL_BLOCK = 12;
const WINDOW = 5;
/** An identifier that so many have is none. */
const MOST_SHARING = 12;

/** The names of an entity, each once, its own name first. */
export function readForms({ name, aliases = [], names = {}, kind }: Entity, owner: number): OwnForm[] {
  const seen = new Set<string>();
  const forms: OwnForm[] = [];
  for (const [i, text] of [name, ...aliases, ...Object.values(names).flat()].slice(0, MOST_NAMES).entries()) {
    const form = readName(text, kind);
    if (!form || seen.has(form.raw)) continue;
    seen.add(form.raw);
    forms.push({ ...form, owner, isMain: i === 0 });
  }
  return forms;
}

/** So many pairs are compared between two pauses. */
const PAIRS = 4000;

/** All pairs of a small block, neighbours in a large one, so that no block is quadratic. */
function* pairsOf<Item>(block: readonly Item[]): Generator<readonly [Item, Item]> {
  const reach = block.length <= SMALL_BLOCK ? block.length : WINDOW;
  for (let i = 0; i < block.length; i += 1) {
    for (const other of block.slice(i + 1, i + 1 + reach)) yield [block[i] as Item, other];
  }
}

/** Calls `visit` for pairs within each block. Pauses now and then. */
export function* eachPair<Item>(
  blocks: Iterable<readonly Item[]>,
  visit: (a: Item, b: Item) => void,
): Generator<undefined, void> {
  let compared = 0;
  for (const block of blocks) {
    for (const [a, b] of pairsOf(block)) {
      visit(a, b);
      compared += 1;
      if (compared % PAIRS === 0) yield;
    }
  }
}

/** Items by key, only where several share one. */
export function findBlocks<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): Item[][] {
  const blocks = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const block = blocks.get(key);
    if (block) block.push(item);
    else blocks.set(key, [item]);
  }
  return [...blocks.values()].filter(({ length }) => length > 1);
}

/** Those with an identifier in common, with what it is. */
export function findIdentifierBlocks(
  entities: readonly Entity[],
): { readonly shared: string; readonly owners: number[] }[] {
  const blocks = new Map<string, { shared: string; owners: number[] }>();
  for (const [owner, { identifiers = [] }] of entities.entries()) {
    for (const { scheme, value } of identifiers) {
      const code = fold(value).replaceAll(/[^\p{L}\p{N}]/gu, '');
      if (code.length < 3) continue;
      const key = JSON.stringify([fold(scheme), code]);
      const block = blocks.get(key);
      if (!block) blocks.set(key, { shared: `${scheme} ${value}`, owners: [owner] });
      else if (block.owners.at(-1) !== owner) block.owners.push(owner);
    }
  }
  return [...blocks.values()].filter(({ owners }) => owners.length > 1 && owners.length <= MOST_SHARING);
}

/** Hashes are sorted in so many heaps, so that the page can answer in between. */
const HEAPS = 64;
/** More names than these leave no room beside a hash in one number. */
const MOST_FORMS = 2 ** 20;

/** Runs of equal hashes in a sorted heap, as the numbers of the names that have them. */
function* runsOf(sorted: Float64Array): Generator<number[]> {
  for (let from = 0; from < sorted.length; ) {
    const hash = Math.floor((sorted[from] ?? 0) / MOST_FORMS);
    let to = from + 1;
    while (to < sorted.length && Math.floor((sorted[to] ?? 0) / MOST_FORMS) === hash) to += 1;
    if (to - from > 1) yield [...sorted.subarray(from, to)].map((packed) => packed % MOST_FORMS);
    from = to;
  }
}

/** Calls `visit` for pairs of names that may be one letter apart. One name for all that are written alike. */
export function* eachSlip(
  forms: readonly OwnForm[],
  visit: (a: OwnForm, b: OwnForm) => void,
): Generator<undefined, void> {
  const distinct = [...new Map(forms.map((form) => [form.inOrder, form])).values()].slice(0, MOST_FORMS);
  const heaps = Array.from({ length: HEAPS }, (): number[] => []);
  for (const [i, form] of distinct.entries()) {
    if (i % 1000 === 0) yield;
    for (const hash of hashSlips(form)) heaps[hash & (HEAPS - 1)]?.push((hash >>> 0) * MOST_FORMS + i);
  }
  for (const heap of heaps) {
    yield;
    yield* eachPair(runsOf(Float64Array.from(heap).sort()), (i, j) => {
      if (i !== j) visit(distinct[i] as OwnForm, distinct[j] as OwnForm);
    });
  }
}
