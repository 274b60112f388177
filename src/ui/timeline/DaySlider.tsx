import { type KeyboardEvent, useRef } from 'react';

/** Where the keys of a slider lead. */
export type SliderStep = 'next' | 'previous' | 'yearOn' | 'yearBack' | 'first' | 'last';

const STEPS: ReadonlyMap<string, SliderStep> = new Map([
  ['ArrowRight', 'next'],
  ['ArrowUp', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowDown', 'previous'],
  ['PageUp', 'yearOn'],
  ['PageDown', 'yearBack'],
  ['Home', 'first'],
  ['End', 'last'],
]);

interface DaySliderProps {
  readonly label: string;
  /** The position in words. */
  readonly text: string;
  readonly describedBy: string;
  readonly className: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** `isFirst`: the first move of this drag. */
  readonly onDrag: (day: number, isFirst: boolean) => void;
  readonly onDropped: () => void;
  readonly onStep: (step: SliderStep) => void;
}

/** A native slider over days: dragging goes by day, keys go where its user says. */
export function DaySlider({ label, text, describedBy, className, min, max, value, ...on }: DaySliderProps) {
  const isFirst = useRef(true);
  const drop = (): void => {
    if (!isFirst.current) on.onDropped();
    isFirst.current = true;
  };
  const answer = (event: KeyboardEvent): void => {
    const step = STEPS.get(event.key);
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    on.onStep(step);
  };
  return (
    <input
      type="range"
      className={`day-slider ${className}`}
      aria-label={label}
      aria-valuetext={text}
      aria-describedby={describedBy}
      min={min}
      max={max}
      step={1}
      value={value}
      onChange={(event) => {
        on.onDrag(event.target.valueAsNumber, isFirst.current);
        isFirst.current = false;
      }}
      onKeyDown={answer}
      onPointerUp={drop}
      onPointerCancel={drop}
      onBlur={drop}
    />
  );
}
