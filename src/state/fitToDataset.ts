import type { Dataset } from '../model/dataset.ts';
import type { EntityId, SourceId } from '../model/records.ts';
import { GROUPS, KINDS, MODALITIES, STANCES } from '../model/records.ts';
import type { Filters } from '../model/view.ts';
import { type VoiceKey, voicesOf } from '../model/voices.ts';
import type { PathQuestion } from './appState.ts';
import type { Fitted, Rest } from './linked.ts';

const STANDINGS = [...MODALITIES, 'questioned', 'unsupported', 'unsourced'];

/** Counts what it is asked about. */
interface Sieve {
  named: number;
  dropped: number;
  readonly dataset: Dataset;
  readonly isVoice: (key: VoiceKey) => boolean;
}

function knows(sieve: Sieve, isKnown: boolean): boolean {
  sieve.named += 1;
  if (!isKnown) sieve.dropped += 1;
  return isKnown;
}

const keepEntities = <Id extends string>(sieve: Sieve, ids: readonly Id[]): Id[] =>
  ids.filter((id) => knows(sieve, sieve.dataset.entities.has(id as unknown as EntityId)));

/** Names in a filter; where the dataset has none of them, the filter says nothing about it and falls. */
function keepListed<Name>(
  sieve: Sieve,
  names: readonly Name[] | null,
  isKnown: (name: Name) => boolean,
): readonly Name[] | null {
  const kept = names?.filter((name) => knows(sieve, isKnown(name))) ?? null;
  return kept?.length === 0 && names?.length !== 0 ? null : kept;
}

/** Whether a key may be somebody of the dataset; the voices of its claims are gathered once, when a label is asked for. */
function createVoiceTest(dataset: Dataset): (key: VoiceKey) => boolean {
  let voices: ReadonlySet<string> | null = null;
  return (key) => {
    const name = key.slice(key.indexOf(' ') + 1);
    if (/^(?:own|source) /.test(key)) return dataset.sources.has(name as SourceId);
    if (key.startsWith('id ')) return dataset.entities.has(name as EntityId);
    voices ??= new Set([...dataset.claims.values()].flatMap(({ claim }) => voicesOf(claim)));
    return key === 'unstated' || key === 'unnamed' || voices.has(key);
  };
}

function fitFilters(sieve: Sieve, filters: Filters): Filters {
  const { dataset } = sieve;
  const isOneOf = (names: readonly string[]) => (name: string) => names.includes(name);
  const publishers = new Set([...dataset.sources.values()].map(({ publisher }) => publisher ?? ''));
  return {
    ...filters,
    kinds: keepListed(sieve, filters.kinds, isOneOf(KINDS)),
    groups: keepListed(sieve, filters.groups, isOneOf(GROUPS)),
    types: keepListed(sieve, filters.types, (id) => dataset.types.has(id)),
    standings: keepListed(sieve, filters.standings, isOneOf(STANDINGS)),
    modalities: keepListed(sieve, filters.modalities, isOneOf(MODALITIES)),
    stances: keepListed(sieve, filters.stances, isOneOf(STANCES)),
    sources: keepListed(sieve, filters.sources, (id: SourceId) => dataset.sources.has(id)),
    publishers: keepListed(sieve, filters.publishers, (name) => publishers.has(name)),
    speakers: keepListed(sieve, filters.speakers, sieve.isVoice),
  };
}

function fitView(sieve: Sieve, view: Rest['view']): Rest['view'] {
  const moved = new Map([...view.moved].filter(([id]) => knows(sieve, sieve.dataset.entities.has(id))));
  return {
    ...view,
    filters: fitFilters(sieve, view.filters),
    expanded: keepEntities(sieve, view.expanded),
    collapsed: keepEntities(sieve, view.collapsed),
    added: keepEntities(sieve, view.added),
    hidden: keepEntities(sieve, view.hidden),
    // A pin holds something in a place.
    pinned: view.pinned.filter((id) => moved.has(id)),
    moved,
    callouts: view.callouts.filter(({ at }) => {
      if ('entity' in at) return knows(sieve, sieve.dataset.entities.has(at.entity));
      return 'relation' in at ? knows(sieve, sieve.dataset.relations.has(at.relation)) : true;
    }),
  };
}

function fitQuestion(sieve: Sieve, question: PathQuestion): PathQuestion | null {
  const keep = (id: EntityId | null): EntityId | null =>
    id !== null && knows(sieve, sieve.dataset.entities.has(id)) ? id : null;
  const [from, to] = [keep(question.from), keep(question.to)];
  const isWhole = from === question.from && to === question.to;
  if (!isWhole && from === null && to === null) return null;
  return isWhole ? question : { ...question, from, to, chosen: -1 };
}

/** Leaves out of a rest what a dataset does not hold. Linear in both. */
export function fitToDataset(rest: Rest, dataset: Dataset): Fitted {
  const sieve: Sieve = { named: 0, dropped: 0, dataset, isVoice: createVoiceTest(dataset) };
  const { question, voice, placement } = rest;
  const fitted: Rest = {
    ...rest,
    view: fitView(sieve, rest.view),
    question: question && fitQuestion(sieve, question),
    voice: voice !== null && knows(sieve, sieve.isVoice(voice)) ? voice : null,
    placement: placement && {
      nodes: new Map([...placement.nodes].filter(([id]) => dataset.entities.has(id as EntityId))),
      ties: placement.ties,
    },
  };
  return { rest: fitted, named: sieve.named, dropped: sieve.dropped };
}
