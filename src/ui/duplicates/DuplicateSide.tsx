import { Fragment, type ReactNode } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { Entity, EntityId, SourceId } from '../../model/records.ts';
import { duplicatesText } from '../../words/duplicatesText.ts';
import { sayKind } from '../../words/names.ts';
import { plainText } from '../../words/plainText.ts';
import { KindMark } from '../kit/KindMark.tsx';

/** So many aliases, identifiers or sources are named; the rest is counted. */
const MOST = 4;

/** The sources of what is said about an entity, each once. */
function sourcesOf(dataset: Dataset, { id, claims = [] }: Entity): string[] {
  const sources = new Set<SourceId>(claims.map(({ source }) => source));
  for (const each of dataset.relationsOf.get(id) ?? []) {
    for (const { source } of dataset.relations.get(each)?.claims ?? []) sources.add(source);
  }
  return [...sources].map((source) => dataset.sources.get(source)?.label ?? source);
}

function List({ items }: { readonly items: readonly string[] }) {
  const rest = items.length - MOST;
  return (
    <>
      {items.slice(0, MOST).map((item, i) => (
        <Fragment key={`${i} ${item}`}>
          {i > 0 && ', '}
          <bdi>{plainText(item)}</bdi>
        </Fragment>
      ))}
      {rest > 0 && ` ${duplicatesText.more(rest)}`}
    </>
  );
}

function Fact({ name, items }: { readonly name: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <List items={items} />
      </dd>
    </div>
  );
}

interface SideProps {
  readonly dataset: Dataset;
  readonly id: EntityId;
  readonly children: ReactNode;
}

/** One of two records that may be about the same, with what tells it from the other; below it what to do. */
export function DuplicateSide({ dataset, id, children }: SideProps) {
  const entity = dataset.entities.get(id);
  if (!entity) return null;
  const { name, kind, aliases = [], identifiers = [], summary } = entity;
  const sources = sourcesOf(dataset, entity);
  return (
    <div className="duplicate-side">
      <p className="duplicate-name">
        <KindMark kind={kind} /> <bdi>{plainText(name)}</bdi>
      </p>
      <p>
        {sayKind(kind)} · {duplicatesText.relations(dataset.relationsOf.get(id)?.length ?? 0)}
      </p>
      {summary && <p className="duplicate-summary">{plainText(summary)}</p>}
      <dl>
        <Fact name={duplicatesText.aliases} items={aliases} />
        <Fact name={duplicatesText.identifiers} items={identifiers.map(({ scheme, value }) => `${scheme} ${value}`)} />
        <Fact name={duplicatesText.sources} items={sources} />
      </dl>
      {sources.length === 0 && <p>{duplicatesText.noSources}</p>}
      {children}
    </div>
  );
}
