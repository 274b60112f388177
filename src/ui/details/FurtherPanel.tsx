import { tieId } from '../../model/buildDataset.ts';
import type { Tie } from '../../model/dataset.ts';
import type { ClaimId } from '../../model/records.ts';
import type { Found } from '../../state/recordOf.ts';
import type { Known } from '../kit/known.ts';
import { RelationPanel } from './RelationPanel.tsx';
import { SelectedPanel } from './SelectedPanel.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import { TiePanel } from './TiePanel.tsx';

interface FurtherPanelProps {
  readonly known: Known;
  readonly found: readonly Found[];
  readonly at: ClaimId | undefined;
}

/** The tie whose relations these all are; undefined where they are anything else. */
function findTie({ dataset }: Known, found: readonly Found[]): Tie | undefined {
  const ties = found.map((each) =>
    each.type === 'relation' ? dataset.ties.get(tieId(each.relation.from, each.relation.to)) : undefined,
  );
  return ties.every((tie) => tie === ties[0]) ? ties[0] : undefined;
}

function PanelOfTie({ known, tie }: { readonly known: Known; readonly tie: Tie }) {
  const [only] = tie.relations;
  const relation = tie.relations.length === 1 && only ? known.dataset.relations.get(only) : undefined;
  return relation ? <RelationPanel known={known} relation={relation} /> : <TiePanel known={known} tie={tie} />;
}

/** The panel of anything but nothing and a single entity, which are needed first. */
export function FurtherPanel({ known, found, at }: FurtherPanelProps) {
  const [first] = found;
  if (first && found.length === 1) {
    if (first.type === 'relation') return <RelationPanel known={known} relation={first.relation} />;
    if (first.type === 'source') return <SourcePanel known={known} source={first.source} at={at} />;
    if (first.type === 'tie') return <PanelOfTie known={known} tie={first.tie} />;
  }
  const tie = findTie(known, found);
  return tie ? <TiePanel known={known} tie={tie} /> : <SelectedPanel known={known} found={found} />;
}
