import type { ReactNode } from 'react';
import { type Bar, buildTicks, type Histogram } from '../../model/histogram.ts';
import { sayTick } from '../../words/timelineText.ts';

const MOST_TICKS = 8;
/** Part of the axis that the first label needs before the second one. */
const ROOM = { year: 0.09, month: 0.18, day: 0.2 } as const;
/** Of the height of the plot: the highest bar, what stays free for a sign over it, and the lowest bar that is seen. */
const HIGHEST = 72;
const LOWEST = 4;

interface PlotProps {
  readonly histogram: Histogram;
  /** All bars in words. */
  readonly label: string;
  readonly say: (bar: Bar) => string;
  /** Marked ones get a ≠ over the bar, or are its outlined part. */
  readonly marks: 'sign' | 'outline';
  /** Whether all that a bar counts is in the picture. */
  readonly isIn: (bar: Bar) => boolean;
  /** The part of the time that is looked at. */
  readonly from: number;
  readonly to: number;
  /** The sliders. */
  readonly children: ReactNode;
}

const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

interface OneBarProps extends Pick<PlotProps, 'histogram' | 'say' | 'marks'> {
  readonly bar: Bar;
  readonly isIn: boolean;
}

function OneBar({ histogram, bar, say, marks, isIn }: OneBarProps) {
  const size = histogram.to - histogram.from + 1;
  const left = (bar.from - histogram.from) / size;
  const width = (bar.to - bar.from + 1) / size;
  const tall = (count: number): number =>
    count === 0 ? 0 : Math.max(LOWEST, (count / Math.max(1, histogram.most)) * HIGHEST);
  const solid = tall(marks === 'outline' ? bar.count - bar.marked : bar.count);
  const open = marks === 'outline' && bar.marked > 0 ? Math.max(LOWEST, tall(bar.count) - solid) : 0;
  const box = { x: percent(left), width: percent(width) };
  return (
    <g className={isIn ? 'bar' : 'bar is-out'}>
      <title>{say(bar)}</title>
      <rect className="bar-room" {...box} y="0%" height="100%" />
      {solid > 0 && <rect className="bar-solid" {...box} y={`${100 - solid}%`} height={`${solid}%`} />}
      {open > 0 && <rect className="bar-open" {...box} y={`${100 - solid - open}%`} height={`${open}%`} />}
      {marks === 'sign' && bar.marked > 0 && (
        <text x={percent(left + width / 2)} y={`${100 - solid - 5}%`} textAnchor="middle">
          ≠
        </text>
      )}
    </g>
  );
}

/** The part of the axis that is looked at, drawn heavier. */
function Span({ histogram, from, to }: Pick<PlotProps, 'histogram' | 'from' | 'to'>) {
  const size = histogram.to - histogram.from + 1;
  const place = (day: number): string => percent(Math.min(1, Math.max(0, (day - histogram.from) / size)));
  return <line className="plot-span" x1={place(from)} x2={place(to + 1)} y1="100%" y2="100%" />;
}

function Axis({ from, to }: Pick<Histogram, 'from' | 'to'>) {
  const size = to - from + 1;
  const [first, second, ...rest] = buildTicks(from, to, MOST_TICKS);
  const isTight = first && second && (second.day - first.day) / size < ROOM[first.part];
  const ticks = [...(first && !isTight ? [first] : []), ...(second ? [second] : []), ...rest];
  return (
    <svg className="plot-axis" aria-hidden="true">
      {ticks.map((tick) => {
        const x = percent((tick.day - from) / size);
        return (
          <g key={tick.day}>
            <line x1={x} x2={x} y1="0%" y2="35%" />
            <text x={x} dx="3" y="85%">
              {sayTick(tick)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Bars over a linear axis of time with labelled years, and the sliders that lie on the axis. */
export function Plot({ histogram, label, say, marks, isIn, from, to, children }: PlotProps) {
  return (
    <div className="plot">
      <svg className="plot-bars" role="img" aria-label={label}>
        {histogram.bars
          .filter(({ count }) => count > 0)
          .map((bar) => (
            <OneBar key={bar.from} histogram={histogram} bar={bar} say={say} marks={marks} isIn={isIn(bar)} />
          ))}
        <Span histogram={histogram} from={from} to={to} />
      </svg>
      <div className="plot-sliders">{children}</div>
      <Axis from={histogram.from} to={histogram.to} />
    </div>
  );
}
