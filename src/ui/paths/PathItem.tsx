import { tieId } from '../../model/buildDataset.ts';
import type { FoundPath } from '../../model/pathAnswer.ts';
import { strengthOf } from '../../model/pathStrength.ts';
import type { RelationId } from '../../model/records.ts';
import { standingOf } from '../../model/standing.ts';
import { pathText, sayPathHead, sayWeakest } from '../../words/pathText.ts';
import { EntityLink } from '../kit/EntityLink.tsx';
import type { Known } from '../kit/known.ts';
import { RecordLink } from '../kit/RecordLink.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';

function findWeakest({ dataset, asOf }: Known, { relations }: FoundPath): RelationId | null {
  const strength = (id: RelationId): number => strengthOf(standingOf(dataset, id, asOf));
  let weakest: RelationId | null = null;
  for (const id of relations) if (weakest === null || strength(id) < strength(weakest)) weakest = id;
  return weakest;
}

function Steps({ known, path }: { readonly known: Known; readonly path: FoundPath }) {
  const { dataset } = known;
  const [first] = path.entities;
  return (
    <>
      {first && (
        <p className="path-start">
          <EntityLink dataset={dataset} id={first} marked />
        </p>
      )}
      <ol className="path-steps relation-list">
        {path.relations.map((id, i) => {
          const relation = dataset.relations.get(id);
          const from = path.entities[i];
          const others = path.others[i] ?? 0;
          if (!relation || !from) return null;
          return (
            <RelationLine key={id} known={known} relation={relation} from={from}>
              {others > 0 && (
                <RecordLink id={tieId(relation.from, relation.to)} className="path-others">
                  {pathText.others(others)}
                </RecordLink>
              )}
            </RelationLine>
          );
        })}
      </ol>
    </>
  );
}

interface PathItemProps {
  readonly known: Known;
  readonly path: FoundPath;
  readonly isLit: boolean;
  readonly onChoose: () => void;
}

/** One path: how long and how firm it is, which lights it, and its steps, each with its standing. */
export function PathItem({ known, path, isLit, onChoose }: PathItemProps) {
  const { dataset, asOf } = known;
  const weakest = path.relations.length > 1 ? findWeakest(known, path) : null;
  return (
    <li className="path" data-lit={isLit ? '' : undefined}>
      <button type="button" className="path-head" aria-pressed={isLit} onClick={onChoose}>
        <span className="path-title">{sayPathHead(dataset, path)}</span>
        {weakest && <span className="path-weakest">{sayWeakest(dataset, weakest, asOf)}</span>}
      </button>
      <Steps known={known} path={path} />
    </li>
  );
}
