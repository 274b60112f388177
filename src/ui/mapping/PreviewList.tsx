import { useMemo } from 'react';
import { buildDataset } from '../../model/buildDataset.ts';
import { standingOf } from '../../model/standing.ts';
import type { TableMapping } from '../../model/tableMapping.ts';
import type { TablesPeek } from '../../model/tablePeek.ts';
import { mappingText } from '../../words/mappingText.ts';
import { sayError } from '../../words/sayError.ts';
import { sayRelation } from '../../words/sayRelation.ts';
import { claimsInView } from '../../words/sayStanding.ts';
import { StandingMark } from '../kit/StandingMark.tsx';
import type { Peeked } from './useTablesPeek.ts';

/** Relations that are said. */
const SHOWN = 10;

function sayNothing(mapping: TableMapping): string {
  const shapes = new Set(mapping.tables.map(({ shape }) => shape));
  return shapes.has('relations') || shapes.has('matrix') ? mappingText.previewEmpty : mappingText.previewEntities;
}

function Relations({ peek }: { readonly peek: TablesPeek }) {
  const dataset = useMemo(() => buildDataset(peek.sample), [peek]);
  return (
    <ol className="preview-list">
      {[...dataset.relations.values()].slice(0, SHOWN).map((relation) => (
        <li key={relation.id}>
          <p dir="auto">{sayRelation(dataset, relation)}</p>
          <StandingMark
            dataset={dataset}
            standing={standingOf(dataset, relation.id, null)}
            claims={claimsInView(dataset, relation)}
          />
        </li>
      ))}
    </ol>
  );
}

/** The first relations in words, as they would be said once opened, disputes included. */
export function PreviewList({ peeked, peek }: { readonly peeked: Peeked; readonly peek: TablesPeek }) {
  const { isRenewing, failed } = peeked;
  const shown = Math.min(SHOWN, peek.sample.relations.length);
  return (
    <section className="mapping-preview" aria-busy={isRenewing} aria-label={mappingText.preview}>
      <div className="preview-head">
        <h3>{mappingText.preview}</h3>
        <p className="mapping-soft">
          {isRenewing ? mappingText.renewing : shown > 0 && mappingText.previewOf(shown, peek.relations)}
        </p>
      </div>
      {failed && <p role="alert">{sayError(failed)}</p>}
      {!failed && shown === 0 && <p>{sayNothing(peek.mapping)}</p>}
      {!failed && shown > 0 && <Relations peek={peek} />}
    </section>
  );
}
