import { useMemo } from 'react';
import { isPassing } from '../../model/chooseRelations.ts';
import type { Entity } from '../../model/records.ts';
import { standingOf } from '../../model/standing.ts';
import { sayKind } from '../../words/names.ts';
import { entityText } from '../../words/panelText.ts';
import { plainText, upperFirst } from '../../words/plainText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { KindMark } from '../kit/KindMark.tsx';
import type { Known } from '../kit/known.ts';
import { createLate, useLate } from '../kit/late.ts';
import { EntityIdentity } from './EntityIdentity.tsx';
import { EntityRelations } from './EntityRelations.tsx';
import { EntityVoices } from './EntityVoices.tsx';
import { Heading } from './Heading.tsx';
import { entityFacts } from './lateParts.ts';
import { sayShown } from './sayShown.ts';

const entityActions = createLate(() => import('./EntityActions.tsx'));

/** What can be done with it; the place is kept until the code is there. */
function Actions({ entity }: { readonly entity: Entity }) {
  const late = useLate(entityActions);
  return late ? <late.EntityActions entity={entity} /> : <div className="entity-actions" />;
}

/** " · 24 relations · 2 disputed", of those that filters and clocks let through; nothing for an entity without relations. */
function summarise({ dataset, asOf, choice }: Known, { id }: Entity): string {
  const all = dataset.relationsOf.get(id) ?? [];
  const relations = all.filter((relation) => isPassing(choice, relation));
  const disputed = relations.filter((relation) => standingOf(dataset, relation, asOf).disputed).length;
  return all.length > 0 ? ` · ${sayShown(relations.length, all.length, disputed)}` : '';
}

/** Who or what an entity is, how it is related to whom on whose say-so, and what it says itself. */
export function EntityPanel({ known, entity }: { readonly known: Known; readonly entity: Entity }) {
  const isEvent = entity.kind === 'Event';
  const summary = useMemo(() => summarise(known, entity), [known, entity]);
  const late = useLate(entityFacts);
  const facts = late && <late.EntityFacts known={known} entity={entity} />;
  return (
    <>
      <p className="details-kind">
        <KindMark kind={entity.kind} /> {upperFirst(sayKind(entity.kind))}
        {summary}
      </p>
      <Heading>
        <bdi>{sayName(known.dataset, entity.id)}</bdi>
      </Heading>
      <p className={entity.summary ? 'details-lead' : 'soft'}>
        {entity.summary ? plainText(entity.summary) : entityText.noSummary}
      </p>
      <EntityIdentity entity={entity} />
      <Actions entity={entity} />
      {isEvent && facts}
      <EntityRelations known={known} entity={entity} />
      <EntityVoices known={known} entity={entity} />
      {!isEvent && facts}
    </>
  );
}
