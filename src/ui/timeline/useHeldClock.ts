import { useMemo, useRef } from 'react';
import { shiftYears } from '../../model/days.ts';
import { findDayAfter, findDayBefore } from '../../model/timeline.ts';
import type { ValidTime } from '../../model/validTime.ts';
import { countHeld } from '../../model/validTime.ts';
import type { Held } from '../../model/view.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { sayHeldMove, timelineText } from '../../words/timelineText.ts';
import { useAppStore } from '../kit/appContext.ts';
import type { SliderStep } from './DaySlider.tsx';

export type End = 'from' | 'to';

/** Valid time, as its controls move it. The ends never cross. */
export interface HeldClock {
  /** The first and last day of the axis. */
  readonly first: number;
  readonly last: number;
  readonly reset: () => void;
  /** A typed end: null, or the sentence for why it is refused. */
  readonly enter: (end: End, day: number | null) => string | null;
  readonly step: (end: End, step: SliderStep) => void;
  readonly drag: (end: End, day: number, isFirst: boolean) => void;
  readonly drop: () => void;
}

const OPEN: Held = { from: null, to: null };
const getHeld = (store: AppStore): Held => store.getState().view.held ?? OPEN;
const isSame = (a: Held, b: Held): boolean => a.from === b.from && a.to === b.to;

/** Where an end may be put without crossing the other; at the edge of the axis it is open. */
function place(end: End, day: number, held: Held, first: number, last: number): Held {
  if (end === 'from') {
    const from = Math.min(day, held.to ?? last);
    return { from: from <= first ? null : from, to: held.to };
  }
  const to = Math.max(day, held.from ?? first);
  return { from: held.from, to: to >= last ? null : to };
}

/**
 * The next day on which relations come or go, seen from an end: a beginning passes the last days of relations, an
 * ending the first ones. The edge of the axis where there is none.
 */
function findChange(time: ValidTime, end: End, held: Held, isOn: boolean, edges: readonly [number, number]): number {
  const days = end === 'from' ? time.ends : time.starts;
  const find = isOn ? findDayAfter : findDayBefore;
  const [first, last] = edges;
  const now = countHeld(time, held.from, held.to);
  let day = find(days, held[end] ?? (end === 'from' ? first : last + 1));
  while (day !== undefined && day > first && day < last) {
    const then = { ...held, [end]: day };
    if (countHeld(time, then.from, then.to) !== now) return day;
    day = find(days, day);
  }
  return isOn ? last : first;
}

/** Where a key leads. */
function findTarget(time: ValidTime, end: End, step: SliderStep, held: Held, edges: readonly [number, number]): number {
  const [first, last] = edges;
  const at = held[end] ?? (end === 'from' ? first : last);
  switch (step) {
    case 'next':
      return findChange(time, end, held, true, edges);
    case 'previous':
      return findChange(time, end, held, false, edges);
    case 'yearOn':
      return shiftYears(at, 1);
    case 'yearBack':
      return shiftYears(at, -1);
    case 'first':
      return first;
    case 'last':
      return last;
  }
}

function report(store: AppStore, time: ValidTime): void {
  const { from, to } = getHeld(store);
  const said = sayHeldMove({
    from,
    to,
    held: countHeld(time, from, to),
    dated: time.dated.length,
    undated: time.undated.length,
  });
  store.dispatch('report', { said });
}

/** Everything that moves valid time. */
export function useHeldClock(time: ValidTime): HeldClock {
  const store = useAppStore();
  const before = useRef<Held>(OPEN);
  return useMemo((): HeldClock => {
    const first = time.histogram?.from ?? 0;
    const last = time.histogram?.to ?? 0;
    const set = (held: Held, isMore: boolean): void => {
      const next = held.from === null && held.to === null ? null : held;
      if (!isSame(held, getHeld(store))) store.dispatch('setClock', { held: next, playing: isMore });
    };
    const move = (held: Held): void => {
      if (isSame(held, getHeld(store))) return;
      set(held, false);
      report(store, time);
    };
    return {
      first,
      last,
      reset: () => move(OPEN),
      enter: (end, day) => {
        const held = { ...getHeld(store), [end]: day };
        if (held.from !== null && held.to !== null && held.from > held.to)
          return timelineText.refused.reversed(held.from, held.to);
        move(held);
        return null;
      },
      step: (end, step) => {
        const held = getHeld(store);
        const day = findTarget(time, end, step, held, [first, last]);
        move(place(end, Math.min(last, Math.max(first, day)), held, first, last));
      },
      drag: (end, day, isFirst) => {
        if (isFirst) before.current = getHeld(store);
        set(place(end, day, getHeld(store), first, last), !isFirst);
      },
      drop: () => {
        if (!isSame(before.current, getHeld(store))) report(store, time);
      },
    };
  }, [store, time]);
}
