import { useEffect, useRef } from 'react';
import type { ClaimId } from '../../model/records.ts';
import type { AppState } from '../../state/appState.ts';
import { type Found, findRecord } from '../../state/recordOf.ts';
import { readingText } from '../../words/readingText.ts';
import { useApp } from '../kit/appContext.ts';
import { type Known, useKnown } from '../kit/known.ts';
import { useLate } from '../kit/late.ts';
import { useStage } from '../kit/stage.ts';
import { WalkContext } from '../kit/walking.ts';
import { EntityPanel } from './EntityPanel.tsx';
import { ArriveContext } from './Heading.tsx';
import { entityFacts, furtherPanel } from './lateParts.ts';
import { StoryPanel } from './StoryPanel.tsx';
import { sayRecord } from './sayRecord.ts';
import { useTrail } from './useTrail.ts';

const selectSelection = (state: AppState): readonly string[] => state.selection;

interface PanelOfProps {
  readonly known: Known;
  readonly selection: readonly string[];
  readonly at: ClaimId | undefined;
}

interface FurtherOfProps extends Omit<PanelOfProps, 'selection'> {
  readonly found: readonly Found[];
}

/** Apart, so that its code is fetched for the first selection that needs it and not before. */
function FurtherOf({ known, found, at }: FurtherOfProps) {
  const further = useLate(furtherPanel);
  return further && <further.FurtherPanel known={known} found={found} at={at} />;
}

/** Keyed by the selection, so that what was unfolded for one does not stay unfolded for the next. */
function PanelOf({ known, selection, at }: PanelOfProps) {
  const found = selection.flatMap((id) => findRecord(known.dataset, id) ?? []);
  const [first] = found;
  const key = selection.join(' ');
  if (!first) return <StoryPanel known={known} />;
  if (found.length === 1 && first.type === 'entity') {
    return <EntityPanel key={key} known={known} entity={first.entity} />;
  }
  return <FurtherOf key={key} known={known} found={found} at={at} />;
}

function sayBefore(known: Known, before: readonly string[]): string {
  const [first] = before;
  if (first === undefined) return readingText.backToStory;
  return readingText.backTo(before.length === 1 ? sayRecord(known.dataset, first) : readingText.several(before.length));
}

/** What is said about what is selected, and by whom; about the whole story while nothing is. */
export function DetailsPanel() {
  const selection = useApp(selectSelection);
  const known = useKnown();
  const stage = useStage();
  const panel = useRef<HTMLDivElement>(null);
  const { walk, arrive, before, goBack, at } = useTrail(panel, selection);
  useEffect(() => {
    // Not before the graph is live, whose code must not wait for these.
    void stage.settled.then(() => Promise.all([furtherPanel.load(), entityFacts.load()]));
  }, [stage]);
  return (
    <div className="details-panel" ref={panel}>
      <WalkContext value={walk}>
        {before && (
          <button type="button" className="plain details-back" onClick={goBack}>
            <span aria-hidden="true">←</span> {sayBefore(known, before)}
          </button>
        )}
        <ArriveContext value={arrive}>
          <PanelOf known={known} selection={selection} at={at} />
        </ArriveContext>
      </WalkContext>
    </div>
  );
}
