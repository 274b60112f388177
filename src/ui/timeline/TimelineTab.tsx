import { useMemo, useState } from 'react';
import { buildTimeline, findStepAt, type Timeline } from '../../model/timeline.ts';
import type { Held } from '../../model/view.ts';
import type { AppState } from '../../state/appState.ts';
import { timelineText } from '../../words/timelineText.ts';
import { useApp } from '../kit/appContext.ts';
import { type Known, useKnown } from '../kit/known.ts';
import { HeldClockView } from './HeldClockView.tsx';
import { KnownClock } from './KnownClock.tsx';
import { StepList } from './StepList.tsx';
import { UndatedList } from './UndatedList.tsx';
import { usePublicClock } from './usePublicClock.ts';

const selectHeld = (state: AppState): Held | null => state.view.held;

interface ListsProps {
  readonly known: Known;
  readonly timeline: Timeline;
}

/** Which day the clock shows, and what claims without a public date of their own do. */
function ClockNotes({
  known: { dataset, asOf },
  timeline: { known: time },
  newest,
}: ListsProps & { readonly newest: number }) {
  const { known: text } = timelineText;
  return (
    <p className="clock-note">
      {asOf === null
        ? Number.isFinite(newest) && text.now(newest)
        : text.at(asOf, findStepAt(time, asOf)?.known ?? time.knownBefore, dataset.relations.size)}{' '}
      {time.borrowed > 0 && text.borrowed(time.borrowed, dataset.claims.size)}{' '}
      {time.undated.length > 0 && text.undated(time.undated.length)}
    </p>
  );
}

/** Beside the axes: the story of the public clock day by day, or what has no place on an axis. */
function Lists({ known, timeline }: ListsProps) {
  const [which, setWhich] = useState<'steps' | 'undated'>('steps');
  const clock = usePublicClock(timeline.known);
  const { held, known: time } = timeline;
  const apart = held.undated.length + held.open.length + time.undated.length;
  const names = { steps: timelineText.steps.name, undated: timelineText.undated.name(apart) };
  return (
    <div className="timeline-lists">
      <div className="timeline-side">
        <div className="timeline-switch" role="group" aria-label={timelineText.lists}>
          {(['steps', 'undated'] as const).map((name) => (
            <button key={name} type="button" aria-pressed={which === name} onClick={() => setWhich(name)}>
              {names[name]}
            </button>
          ))}
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls where the strip is low */}
        <div key={which} className="timeline-scroll" role="region" aria-label={names[which]} tabIndex={0}>
          {which === 'steps' ? (
            <>
              <ClockNotes known={known} timeline={timeline} newest={clock.newest} />
              <StepList dataset={known.dataset} time={time} asOf={known.asOf} onChoose={clock.goTo} />
            </>
          ) : (
            <UndatedList known={known} timeline={timeline} />
          )}
        </div>
      </div>
    </div>
  );
}

/** Two clocks under the graph: what was public by a day, and what held at a time. */
export function TimelineTab() {
  const known = useKnown();
  const held = useApp(selectHeld);
  const timeline = useMemo(() => buildTimeline(known.dataset), [known.dataset]);
  return (
    <div className="timeline">
      <div className="timeline-body">
        <h2 className="unseen">{timelineText.title}</h2>
        <div className="timeline-clocks">
          <KnownClock time={timeline.known} asOf={known.asOf} />
          <HeldClockView time={timeline.held} held={held} />
        </div>
        <Lists known={known} timeline={timeline} />
      </div>
    </div>
  );
}
