import type { Claim, DatasetFile } from './records.ts';

/** New ids that nothing of two files has. */
export interface JoinIds {
  /** The id itself where it is free, else the first free one of `id~2`, `id~3` …; taken from then on. */
  allot(id: string): string;
  /** `id`, `id~2`, `id~3` … as far as they are taken: what a record of this id may have become before. */
  earlier(id: string): readonly string[];
}

function* eachClaim({ entities, relations }: DatasetFile): Generator<Claim> {
  for (const { claims = [] } of entities) yield* claims;
  for (const { claims } of relations) yield* claims;
}

function* eachId(file: DatasetFile): Generator<string> {
  for (const part of [file.sources, file.entities, file.relations, file.relationTypes]) {
    for (const { id } of part) yield id;
  }
  for (const { id } of eachClaim(file)) yield id;
  // What was merged away may come back.
  for (const { before } of file.merged ?? []) yield before.gone.id;
}

/** Ids for what is added to a base. Linear. */
export function createJoinIds(base: DatasetFile, added: DatasetFile): JoinIds {
  const taken = new Set(eachId(base));
  // Kept for those of `added` that have them, when others need new ones.
  const reserved = new Set(eachId(added));
  const next = new Map<string, number>();
  return {
    allot(id) {
      let free = id;
      let i = 1;
      while (taken.has(free) || (i > 1 && reserved.has(free))) {
        i = i > 1 ? i + 1 : (next.get(id) ?? 2);
        free = `${id}~${i}`;
      }
      // Seldom needed: it keeps many of one id from being counted through again and again.
      if (i > 2) next.set(id, i + 1);
      taken.add(free);
      return free;
    },
    earlier(id) {
      const found = taken.has(id) ? [id] : [];
      for (let i = 2; taken.has(`${id}~${i}`); i += 1) found.push(`${id}~${i}`);
      return found;
    },
  };
}

function keysByStatement(file: DatasetFile): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { statement, source, said, attribution } of eachClaim(file)) {
    if (statement === undefined) continue;
    const [first] = attribution;
    const known = keys.get(statement) ?? new Set();
    keys.set(statement, known.add(JSON.stringify([source, said, first?.entity ?? first?.label])));
  }
  return keys;
}

/**
 * What becomes of the keys of utterances (`statement`) of what is added: one that the base uses for another utterance
 * (another source, day or first speaker) becomes another key, or two origins would count as one. Linear.
 */
export function findStatementIds(base: DatasetFile, added: DatasetFile): ReadonlyMap<string, string> {
  const spoken = keysByStatement(base);
  const mine = keysByStatement(added);
  const renamed = new Map<string, string>();
  for (const [statement, keys] of mine) {
    const isSame = (name: string): boolean => [...keys].some((key) => spoken.get(name)?.has(key));
    let name = statement;
    for (let i = 2; spoken.has(name) && !isSame(name); i += 1) {
      do name = `${statement}~${i}`;
      while (mine.has(name) && (i += 1));
    }
    if (name !== statement) renamed.set(statement, name);
  }
  return renamed;
}
