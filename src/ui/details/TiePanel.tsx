import { isPassing } from '../../model/chooseRelations.ts';
import type { Tie } from '../../model/dataset.ts';
import { standingOf } from '../../model/standing.ts';
import { relationText } from '../../words/panelText.ts';
import { sayName } from '../../words/sayRelation.ts';
import { EntityLink } from '../kit/EntityLink.tsx';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { CalloutLines } from './CalloutLines.tsx';
import { Heading } from './Heading.tsx';
import { HiddenList } from './HiddenList.tsx';
import { sayShown } from './sayShown.ts';

/** All relations between two entities, the disputed ones first, at the end what filters and clocks hide. */
export function TiePanel({ known, tie }: { readonly known: Known; readonly tie: Tie }) {
  const { dataset, asOf, choice } = known;
  const [first, second] = tie.ends;
  const relations = tie.relations
    .flatMap((id) => dataset.relations.get(id) ?? [])
    .filter(({ id }) => isPassing(choice, id));
  const disputed = relations.filter(({ id }) => standingOf(dataset, id, asOf).disputed);
  const others = relations.filter((relation) => !disputed.includes(relation));
  return (
    <>
      <p className="details-kind">{sayShown(relations.length, tie.relations.length, disputed.length)}</p>
      <Heading>{relationText.tie(sayName(dataset, first), sayName(dataset, second))}</Heading>
      <p className="details-ends">
        <EntityLink dataset={dataset} id={first} marked />
        {second !== first && <EntityLink dataset={dataset} id={second} marked />}
      </p>
      {relations.length > 0 && (
        <LongList
          className="relation-list"
          items={[...disputed, ...others]}
          render={(relation) => <RelationLine key={relation.id} known={known} relation={relation} />}
        />
      )}
      <CalloutLines about={tie.relations} write={tie.id} />
      <HiddenList known={known} ids={tie.relations} />
    </>
  );
}
