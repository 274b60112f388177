import { useId } from 'react';
import { dayText } from '../../model/days.ts';
import { countHeld, type ValidTime } from '../../model/validTime.ts';
import type { Held } from '../../model/view.ts';
import { sayEnd, sayHeldBar, sayHeldBars, timelineText } from '../../words/timelineText.ts';
import { DayField } from './DayField.tsx';
import { DaySlider } from './DaySlider.tsx';
import { Plot } from './Plot.tsx';
import { readDay } from './readDay.ts';
import { type End, type HeldClock, useHeldClock } from './useHeldClock.ts';

const { held: text } = timelineText;

/** Takes a typed day: a month or year begins with its first and ends with its last. */
function enterDay(clock: HeldClock, end: End, typed: string): string | null {
  const { span, refused } = readDay(typed);
  if (refused !== null) return refused;
  return clock.enter(end, (end === 'from' ? span?.earliest : span?.latest) ?? null);
}

const ENDS: readonly { readonly end: End; readonly label: string }[] = [
  { end: 'from', label: text.fromSlider },
  { end: 'to', label: text.toSlider },
];

interface HeldClockViewProps {
  readonly time: ValidTime;
  readonly held: Held | null;
}

/** Valid time: two thumbs over the dated relations by when they held or happened. */
export function HeldClockView({ time, held }: HeldClockViewProps) {
  const keys = useId();
  const clock = useHeldClock(time);
  const { histogram } = time;
  const { first, last } = clock;
  const from = held?.from ?? null;
  const to = held?.to ?? null;
  const count = countHeld(time, from, to);
  const inside = (day: number): number => Math.min(last, Math.max(first, day));
  const field = (day: number | null): string => (day === null ? '' : dayText(day));
  const at = { from: inside(from ?? first), to: inside(to ?? last) };
  return (
    <section className="clock" aria-label={text.name}>
      {histogram === null ? (
        <p>{text.nothing}</p>
      ) : (
        <>
          <div className="clock-tools">
            <DayField
              label={text.from}
              value={field(from)}
              judgedBy={held && field(to)}
              placeholder={text.any}
              onEnter={(typed) => enterDay(clock, 'from', typed)}
            />
            <DayField
              label={text.to}
              labelMore={text.toMore}
              value={field(to)}
              judgedBy={held && field(from)}
              placeholder={text.any}
              onEnter={(typed) => enterDay(clock, 'to', typed)}
            />
            <button type="button" aria-pressed={held === null} onClick={clock.reset}>
              {text.reset}
            </button>
          </div>
          <p className="clock-note">
            <strong>{text.name}:</strong> {text.explain}
          </p>
          <Plot
            histogram={histogram}
            label={sayHeldBars(histogram)}
            say={(bar) => sayHeldBar(histogram.unit, bar)}
            marks="outline"
            isIn={(bar) => (to === null || bar.from <= to) && (from === null || bar.to >= from)}
            from={from ?? Number.NEGATIVE_INFINITY}
            to={to ?? Number.POSITIVE_INFINITY}
          >
            {ENDS.map(({ end, label }) => (
              <DaySlider
                key={end}
                className={`is-${end}`}
                label={label}
                text={sayEnd(end, end === 'from' ? from : to, count, time.dated.length)}
                describedBy={keys}
                min={first}
                max={last}
                value={at[end]}
                onDrag={(day, isFirst) => clock.drag(end, day, isFirst)}
                onDropped={clock.drop}
                onStep={(step) => clock.step(end, step)}
              />
            ))}
          </Plot>
          <p className="clock-note">{text.now(count, time.dated.length, time.undated.length)}</p>
        </>
      )}
      <p id={keys} hidden>
        {timelineText.keys}
      </p>
    </section>
  );
}
