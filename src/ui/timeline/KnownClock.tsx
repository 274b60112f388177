import { useId } from 'react';
import { dayText } from '../../model/days.ts';
import type { PublicTime } from '../../model/publicTime.ts';
import { findDayAfter, findStepAt } from '../../model/timeline.ts';
import { sayClock, sayKnownBar, sayKnownBars, timelineText } from '../../words/timelineText.ts';
import { DayField } from './DayField.tsx';
import { DaySlider } from './DaySlider.tsx';
import { PlayerControls } from './PlayerControls.tsx';
import { Plot } from './Plot.tsx';
import { readDay } from './readDay.ts';
import { usePlayer } from './usePlayer.ts';
import { type PublicClock, usePublicClock } from './usePublicClock.ts';

const { known: text } = timelineText;

interface KnownClockProps {
  readonly time: PublicTime;
  readonly asOf: number | null;
}

/** Takes a typed day: a month or year means its last day. */
function enterDay(clock: PublicClock, typed: string): string | null {
  const { span, refused } = readDay(typed);
  if (refused === null) clock.goTo(span?.latest ?? null);
  return refused;
}

/** Public time: one thumb over the claims by the day on which they became public. */
export function KnownClock({ time, asOf }: KnownClockProps) {
  const keys = useId();
  const clock = usePublicClock(time);
  const player = usePlayer(clock);
  const { histogram } = time;
  const { start, end, newest } = clock;
  const shown = asOf ?? newest;
  const later = asOf === null ? undefined : findDayAfter(time.days, asOf);
  return (
    <section className="clock" aria-label={text.name}>
      {histogram === null ? (
        <p>{text.nothing}</p>
      ) : (
        <>
          <div className="clock-tools">
            <DayField
              label={text.field}
              value={Number.isFinite(shown) ? dayText(shown) : ''}
              onEnter={(typed) => enterDay(clock, typed)}
            />
            <button type="button" aria-pressed={asOf === null} onClick={() => clock.goTo(null)}>
              {text.reset}
            </button>
          </div>
          <div className="clock-line">
            <p className="clock-note">
              <strong>{text.name}:</strong> {text.explain}
            </p>
            <PlayerControls clock={clock} player={player} />
          </div>
          <Plot
            histogram={histogram}
            label={sayKnownBars(histogram)}
            say={(bar) => sayKnownBar(histogram.unit, bar)}
            marks="sign"
            isIn={(bar) => later === undefined || bar.to < later}
            from={Number.NEGATIVE_INFINITY}
            to={asOf ?? Number.POSITIVE_INFINITY}
          >
            <DaySlider
              className="is-single"
              label={text.field}
              text={sayClock(asOf, findStepAt(time, asOf), newest)}
              describedBy={keys}
              min={start}
              max={end}
              value={asOf === null ? end : Math.max(start, asOf)}
              onDrag={clock.drag}
              onDropped={clock.drop}
              onStep={clock.step}
            />
          </Plot>
        </>
      )}
      <p id={keys} hidden>
        {timelineText.keys}
      </p>
    </section>
  );
}
