import type { PublicTime } from '../../model/publicTime.ts';
import type { RelationId } from '../../model/records.ts';
import { isKnown } from '../../model/standing.ts';
import type { Timeline } from '../../model/timeline.ts';
import { sayNumber } from '../../words/sayCount.ts';
import { timelineText } from '../../words/timelineText.ts';
import type { Known } from '../kit/known.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';
import { SourceClaim } from '../kit/SourceClaim.tsx';

const { undated: text } = timelineText;
const STEP = 12;

interface RelationsProps {
  readonly known: Known;
  readonly title: string;
  readonly ids: readonly RelationId[];
}

function Relations({ known, title, ids }: RelationsProps) {
  const { dataset, asOf } = known;
  if (ids.length === 0) return null;
  const relations = ids.flatMap((id) => dataset.relations.get(id) ?? []);
  const shown = relations.filter((relation) => isKnown(dataset, relation, asOf));
  const later = relations.length - shown.length;
  return (
    <section>
      <h3>
        {title} <span className="soft">{sayNumber(ids.length)}</span>
      </h3>
      {later > 0 && <p className="soft">{text.notYet(later)}</p>}
      <LongList
        className="relation-list"
        items={shown}
        step={STEP}
        render={(relation) => <RelationLine key={relation.id} known={known} relation={relation} />}
      />
    </section>
  );
}

function Claims({ known, ids }: { readonly known: Known; readonly ids: PublicTime['undated'] }) {
  if (ids.length === 0) return null;
  return (
    <section>
      <h3>
        {text.claims} <span className="soft">{sayNumber(ids.length)}</span>
      </h3>
      <p className="soft">{text.always}</p>
      <LongList
        items={ids}
        step={STEP}
        render={(id) => {
          const placed = known.dataset.claims.get(id);
          return placed && <SourceClaim key={id} known={known} placed={placed} isMarked={false} />;
        }}
      />
    </section>
  );
}

/** What no axis can show: relations and claims without a date, and dates with an open end. Nothing is dropped. */
export function UndatedList({ known, timeline }: { readonly known: Known; readonly timeline: Timeline }) {
  const { held, known: time } = timeline;
  if (time.undated.length + held.open.length + held.undated.length === 0) return <p>{text.none}</p>;
  return (
    <>
      <p className="soft">{text.explain}</p>
      <Claims known={known} ids={time.undated} />
      <Relations known={known} title={text.open} ids={held.open} />
      <Relations known={known} title={text.relations} ids={held.undated} />
    </>
  );
}
