import { useRef } from 'react';
import { tieId } from '../../model/buildDataset.ts';
import type { Tie } from '../../model/dataset.ts';
import type { AppState } from '../../state/appState.ts';
import { type Found, findRecord } from '../../state/recordOf.ts';
import { readingText } from '../../words/readingText.ts';
import { useApp } from '../kit/appContext.tsx';
import { type Known, useKnown } from '../kit/known.ts';
import { WalkContext } from '../kit/walking.ts';
import { EntityPanel } from './EntityPanel.tsx';
import { RelationPanel } from './RelationPanel.tsx';
import { SelectedPanel } from './SelectedPanel.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import { StoryPanel } from './StoryPanel.tsx';
import { sayRecord } from './sayRecord.ts';
import { TiePanel } from './TiePanel.tsx';
import { useTrail } from './useTrail.ts';

const selectSelection = (state: AppState): readonly string[] => state.selection;

/** The tie whose relations these all are; undefined where they are anything else. */
function findTie({ dataset }: Known, found: readonly Found[]): Tie | undefined {
  const ties = found.map((each) =>
    each.type === 'relation' ? dataset.ties.get(tieId(each.relation.from, each.relation.to)) : undefined,
  );
  return ties.every((tie) => tie === ties[0]) ? ties[0] : undefined;
}

interface RecordPanelProps {
  readonly known: Known;
  readonly found: Found;
  readonly at: ReturnType<typeof useTrail>['at'];
}

function RecordPanel({ known, found, at }: RecordPanelProps) {
  switch (found.type) {
    case 'entity':
      return <EntityPanel known={known} entity={found.entity} />;
    case 'relation':
      return <RelationPanel known={known} relation={found.relation} />;
    case 'source':
      return <SourcePanel known={known} source={found.source} at={at} />;
    case 'tie': {
      const [only] = found.tie.relations;
      const relation = found.tie.relations.length === 1 && only ? known.dataset.relations.get(only) : undefined;
      return relation ? (
        <RelationPanel known={known} relation={relation} />
      ) : (
        <TiePanel known={known} tie={found.tie} />
      );
    }
  }
}

/** The panel of what is selected; keyed by it, so that what was unfolded in one does not stay unfolded in the next. */
function PanelOf({ known, selection, at }: { known: Known; selection: readonly string[]; at: RecordPanelProps['at'] }) {
  const found = selection.flatMap((id) => findRecord(known.dataset, id) ?? []);
  const [first] = found;
  const key = selection.join(' ');
  if (!first) return <StoryPanel known={known} />;
  if (found.length === 1) return <RecordPanel key={key} known={known} found={first} at={at} />;
  const tie = findTie(known, found);
  if (tie) return <TiePanel key={key} known={known} tie={tie} />;
  return <SelectedPanel key={key} known={known} found={found} />;
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
  const panel = useRef<HTMLDivElement>(null);
  const { walk, before, goBack, at } = useTrail(panel, selection);
  return (
    <div className="details-panel" ref={panel}>
      <WalkContext value={walk}>
        {before && (
          <button type="button" className="plain details-back" onClick={goBack}>
            <span aria-hidden="true">←</span> {sayBefore(known, before)}
          </button>
        )}
        <PanelOf known={known} selection={selection} at={at} />
      </WalkContext>
    </div>
  );
}
