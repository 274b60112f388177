import { useMemo } from 'react';
import type { Entity } from '../../model/records.ts';
import { standingOf } from '../../model/standing.ts';
import type { AppState } from '../../state/appState.ts';
import { commands } from '../../state/commands.ts';
import { sayKind } from '../../words/names.ts';
import { entityText } from '../../words/panelText.ts';
import { plainText, upperFirst } from '../../words/plainText.ts';
import { sayName, sayTieSummary } from '../../words/sayRelation.ts';
import { useApp, useDispatch } from '../kit/appContext.ts';
import { KindMark } from '../kit/KindMark.tsx';
import type { Known } from '../kit/known.ts';
import { useLate } from '../kit/late.ts';
import { EntityIdentity } from './EntityIdentity.tsx';
import { EntityRelations } from './EntityRelations.tsx';
import { EntityVoices } from './EntityVoices.tsx';
import { Heading } from './Heading.tsx';
import { entityFacts } from './lateParts.ts';

const selectIsFocused = (state: AppState): boolean => state.focus !== null;

function FocusButtons({ entity }: { readonly entity: Entity }) {
  const dispatch = useDispatch();
  const isFocused = useApp(selectIsFocused);
  return (
    <p className="details-actions">
      <button type="button" onClick={() => dispatch('focusOn', { ids: [entity.id], hops: 1 })}>
        {commands.focusOn.label}
      </button>
      {isFocused && (
        <button type="button" onClick={() => dispatch('showAll')}>
          {commands.showAll.label}
        </button>
      )}
    </p>
  );
}

/** " · 24 relations · 2 disputed"; nothing for an entity without relations. */
function summarise({ dataset, asOf }: Known, { id }: Entity): string {
  const relations = dataset.relationsOf.get(id) ?? [];
  const disputed = relations.filter((relation) => standingOf(dataset, relation, asOf).disputed).length;
  return relations.length > 0 ? ` · ${sayTieSummary(relations.length, disputed)}` : '';
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
      <FocusButtons entity={entity} />
      {isEvent && facts}
      <EntityRelations known={known} entity={entity} />
      <EntityVoices known={known} entity={entity} />
      {!isEvent && facts}
    </>
  );
}
