import type { Account } from '../words/accounts.ts';

/** Where in the page each record stands: fragments without `#`, by id. They are addresses that may be linked to. */
export interface Anchors {
  readonly entities: ReadonlyMap<string, string>;
  readonly relations: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
  /** Of a tie with one relation, that relation's; the viewer shows all relations of the others. */
  readonly ties: ReadonlyMap<string, string>;
}

const PLAIN_ID = /^[A-Za-z0-9_-]{1,80}$/;

/** The record's own id where it is plain; else its place, behind a second dot that no plain one has. */
function anchorsOf(letter: string, ids: readonly string[]): Map<string, string> {
  return new Map(ids.map((id, i) => [id, `${letter}.${PLAIN_ID.test(id) ? id : `.${i}`}`]));
}

/** Anchors of everything that a page tells. Linear. */
export function buildAnchors({ entities, relations, sources }: Account): Anchors {
  const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
  const ofRelations = anchorsOf('r', ids(relations));
  const ties = new Map<string, string[]>();
  for (const { id, tie } of relations) ties.set(tie, [...(ties.get(tie) ?? []), id]);
  const anchorOf = ([tie, [only = '', ...others]]: readonly [string, string[]], i: number): [string, string] => [
    tie,
    others.length > 0 ? `t.${i}` : (ofRelations.get(only) ?? ''),
  ];
  return {
    entities: anchorsOf('e', ids(entities)),
    relations: ofRelations,
    sources: anchorsOf('s', ids(sources)),
    ties: new Map([...ties].map(anchorOf)),
  };
}

/** Where each group of a drawn scene leads to: `#` and the fragment, by entity or tie id. */
export function linksTo({ entities, ties }: Anchors): Map<string, string> {
  return new Map([...entities, ...ties].map(([id, anchor]) => [id, `#${anchor}`]));
}
