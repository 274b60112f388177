import { type ReactNode, useMemo, useState } from 'react';
import { isPassing, whyHidden } from '../../model/chooseRelations.ts';
import { isLater } from '../../model/laterClaims.ts';
import type { EntityId, Relation, RelationId } from '../../model/records.ts';
import { claimsOf } from '../../model/standing.ts';
import type { HiddenBy, View } from '../../model/view.ts';
import type { AppState } from '../../state/appState.ts';
import { followText, sayLater, sayMoreHidden, sayRetracted } from '../../words/followText.ts';
import { useApp } from '../kit/appContext.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';

type InForce = Pick<View, 'filters' | 'asOf' | 'held'>;

export interface HiddenListProps {
  readonly known: Known;
  /** The whole list, of which those that pass are shown already. */
  readonly ids: readonly RelationId[];
  readonly from?: EntityId;
}

interface HiddenRelation {
  readonly relation: Relation;
  readonly by: HiddenBy;
}

interface Hidden {
  readonly cut: readonly HiddenRelation[];
  readonly later: number;
  readonly retracted: number;
}

const selectFilters = (state: AppState): View['filters'] => state.view.filters;
const selectHeld = (state: AppState): View['held'] => state.view.held;

/** What is in force; the same object until it changes. */
export function useInForce({ asOf }: Known): InForce {
  const filters = useApp(selectFilters);
  const held = useApp(selectHeld);
  return useMemo(() => ({ filters, asOf, held }), [filters, asOf, held]);
}

/** Parts what does not pass into what filters hide, what is not public yet, and what rests on retracted claims alone. */
function findHidden({ dataset, asOf, choice }: Known, inForce: InForce, ids: readonly RelationId[]): Hidden {
  const cut: HiddenRelation[] = [];
  let later = 0;
  let retracted = 0;
  for (const id of ids) {
    const relation = dataset.relations.get(id);
    const by = relation && !isPassing(choice, id) ? whyHidden(dataset, inForce, id) : null;
    if (!relation || by === null) continue;
    if (by !== 'clock') cut.push({ relation, by });
    else if (claimsOf(dataset, relation).some((claim) => isLater(dataset, claim, asOf))) later += 1;
    else retracted += 1;
  }
  return { cut, later, retracted };
}

/** Closed at first; what is inside is only drawn when it is opened. */
export function Disclosure({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="hidden-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}

function Counts({ later, retracted }: Pick<Hidden, 'later' | 'retracted'>) {
  return (
    <>
      {later > 0 && <p className="hidden-count">{sayLater(later)}</p>}
      {retracted > 0 && <p className="hidden-count">{sayRetracted(retracted)}</p>}
    </>
  );
}

export function Why({ by }: { readonly by: HiddenBy }) {
  return <p className="hidden-why">{followText.hiddenBy(by)}</p>;
}

/** Under a list of relations: those that filters hide, each with its standing and why, and how many are not public yet. */
export function HiddenList({ known, ids, from }: HiddenListProps) {
  const inForce = useInForce(known);
  const { cut, later, retracted } = useMemo(() => findHidden(known, inForce, ids), [known, inForce, ids]);
  const isNone = cut.length + later + retracted === ids.length && ids.length > 0;
  return (
    <>
      {isNone && from && <p className="hidden-none">{followText.noneShown}</p>}
      {cut.length > 0 && (
        <Disclosure
          summary={sayMoreHidden(
            cut.length,
            cut.map(({ by }) => by),
          )}
        >
          <LongList
            className="relation-list"
            items={cut}
            render={({ relation, by }) => (
              <RelationLine key={relation.id} known={known} relation={relation} {...(from ? { from } : {})}>
                <Why by={by} />
              </RelationLine>
            )}
          />
        </Disclosure>
      )}
      <Counts later={later} retracted={retracted} />
    </>
  );
}
