import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Choice } from '../../model/chooseRelations.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { ClockStep, PublicTime } from '../../model/publicTime.ts';
import type { Relation } from '../../model/records.ts';
import { eventOf, isKnown } from '../../model/standing.ts';
import { clockAt, findStepAt } from '../../model/timeline.ts';
import { sayDay, sayStep, timelineText } from '../../words/timelineText.ts';
import { LongList } from '../kit/LongList.tsx';
import { RelationLine } from '../kit/RelationLine.tsx';

const { steps: text } = timelineText;
/** Days listed before and after the current one until more are asked for. */
const AROUND = 20;
/** Relations listed for a day that is not the current one. */
const FEW = 3;
/** The story of the clock is that of the data, whatever is filtered. */
const EVERYTHING: Choice = { passing: null, hidden: new Map() };

interface StepItemProps {
  readonly dataset: Dataset;
  readonly time: PublicTime;
  readonly step: ClockStep;
  readonly isCurrent: boolean;
  readonly onChoose: (day: number) => void;
}

function findKnown(dataset: Dataset, { relations }: ClockStep, asOf: number | null): Relation[] {
  return relations.flatMap((id) => {
    const relation = dataset.relations.get(id);
    return relation && isKnown(dataset, relation, asOf) ? relation : [];
  });
}

/** Claims of a day that bear on no relation. */
function countOthers(dataset: Dataset, { published, relations }: ClockStep): number {
  const about = new Set<string>(relations);
  for (const id of relations) {
    const relation = dataset.relations.get(id);
    const event = relation && eventOf(dataset, relation);
    if (event) about.add(event);
  }
  return published.filter((id) => {
    const placed = dataset.claims.get(id);
    const target = placed?.relation ?? placed?.entity;
    return target !== undefined && target !== null && !about.has(target);
  }).length;
}

/** A day of the public clock: what became public, with the standing it had then. */
const StepItem = memo(function StepItem({ dataset, time, step, isCurrent, onChoose }: StepItemProps) {
  const known = useMemo(
    () => ({ dataset, asOf: clockAt(time, step.day), choice: EVERYTHING }),
    [dataset, time, step.day],
  );
  const relations = useMemo(() => findKnown(dataset, step, known.asOf), [dataset, step, known]);
  const others = useMemo(() => countOthers(dataset, step), [dataset, step]);
  const gone = step.relations.length - relations.length;
  const shown = isCurrent ? relations : relations.slice(0, FEW);
  const more = relations.length - shown.length;
  return (
    <li className={isCurrent ? 'step is-current' : 'step'}>
      <h3>
        <button
          type="button"
          className="plain"
          {...(isCurrent ? { 'aria-current': 'step' } : {})}
          onClick={() => onChoose(step.day)}
        >
          {Number.isFinite(step.day) ? sayDay(step.day) : text.open}
        </button>
        {isCurrent && <span className="step-now"> {text.current}</span>}
      </h3>
      <p className="soft">
        {sayStep(step)} · {text.relations(relations.length)}
      </p>
      <LongList
        className="relation-list"
        items={shown}
        step={12}
        render={(relation) => <RelationLine key={relation.id} known={known} relation={relation} />}
      />
      {more > 0 && <p className="soft">{text.more(more)}</p>}
      {gone > 0 && <p className="soft">{text.gone(gone)}</p>}
      {others > 0 && isCurrent && <p className="soft">{text.others(others)}</p>}
    </li>
  );
});

/** When the day changes, brings it to the top of the list, where the list scrolls by itself. */
function useCurrentInView(day: number | undefined) {
  const list = useRef<HTMLOListElement>(null);
  const last = useRef(day);
  useEffect(() => {
    if (day === last.current) return;
    last.current = day;
    const item = list.current?.querySelector<HTMLElement>('.is-current');
    const box = list.current?.closest<HTMLElement>('.timeline-scroll');
    if (!item || !box || box.matches(':hover, :focus-within')) return;
    box.scrollTop += item.getBoundingClientRect().top - box.getBoundingClientRect().top;
  }, [day]);
  return list;
}

interface StepListProps {
  readonly dataset: Dataset;
  readonly time: PublicTime;
  readonly asOf: number | null;
  readonly onChoose: (day: number) => void;
}

/** The days of the public clock in words, around the current one. */
export function StepList({ dataset, time, asOf, onChoose }: StepListProps) {
  const current = findStepAt(time, asOf);
  const at = current ? time.steps.indexOf(current) : 0;
  const list = useCurrentInView(current?.day);
  const [more, setMore] = useState({ earlier: 0, later: 0 });
  const first = Math.max(0, at - AROUND - more.earlier);
  const end = Math.min(time.steps.length, at + AROUND + 1 + more.later);
  const rest = time.steps.length - end;
  if (time.steps.length === 0) return <p>{text.none}</p>;
  return (
    <>
      {first > 0 && (
        <button type="button" onClick={() => setMore({ ...more, earlier: more.earlier + AROUND })}>
          {text.earlier(Math.min(first, AROUND))}
        </button>
      )}
      <ol ref={list} className="steps">
        {time.steps.slice(first, end).map((step) => (
          <StepItem
            key={step.day}
            dataset={dataset}
            time={time}
            step={step}
            isCurrent={step === current}
            onChoose={onChoose}
          />
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" onClick={() => setMore({ ...more, later: more.later + AROUND })}>
          {text.later(Math.min(rest, AROUND))}
        </button>
      )}
    </>
  );
}
