import type { Account } from '../words/accounts.ts';
import type { Scene } from '../scene/scene.ts';

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

/** Anchors of everything that a page tells and draws. Linear. */
export function buildAnchors(account: Account, scene: Scene): Anchors {
  const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
  const relations = anchorsOf('r', ids(account.relations));
  const ties = scene.edges.map(({ id, relations: own }, i): [string, string] => {
    const only = own.length === 1 ? relations.get(own[0] ?? '') : undefined;
    return [id, only ?? `t.${i}`];
  });
  return {
    entities: anchorsOf('e', ids(account.entities)),
    relations,
    sources: anchorsOf('s', ids(account.sources)),
    ties: new Map(ties),
  };
}
