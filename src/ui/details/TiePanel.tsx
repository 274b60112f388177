import type { Tie } from '../../model/dataset.ts';
import { isKnown, standingOf } from '../../model/standing.ts';
import { relationText } from '../../words/panelText.ts';
import { sayName, sayTieSummary } from '../../words/sayRelation.ts';
import { EntityLink } from '../kit/EntityLink.tsx';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { Heading } from './Heading.tsx';

/** All relations between two entities, the disputed ones first. */
export function TiePanel({ known, tie }: { readonly known: Known; readonly tie: Tie }) {
  const { dataset, asOf } = known;
  const [first, second] = tie.ends;
  const relations = tie.relations
    .flatMap((id) => dataset.relations.get(id) ?? [])
    .filter((relation) => isKnown(dataset, relation, asOf));
  const disputed = relations.filter(({ id }) => standingOf(dataset, id, asOf).disputed);
  const others = relations.filter((relation) => !disputed.includes(relation));
  return (
    <>
      <p className="details-kind">{sayTieSummary(relations.length, disputed.length)}</p>
      <Heading>{relationText.tie(sayName(dataset, first), sayName(dataset, second))}</Heading>
      <p className="details-ends">
        <EntityLink dataset={dataset} id={first} marked />
        {second !== first && <EntityLink dataset={dataset} id={second} marked />}
      </p>
      <LongList
        className="relation-list"
        items={[...disputed, ...others]}
        render={(relation) => <RelationLine key={relation.id} known={known} relation={relation} />}
      />
    </>
  );
}
