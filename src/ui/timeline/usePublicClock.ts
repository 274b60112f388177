import { useMemo, useRef } from 'react';
import { shiftYears } from '../../model/days.ts';
import type { PublicTime } from '../../model/publicTime.ts';
import { buildChange, clockAt, findDayAfter, findDayBefore, findStepAt } from '../../model/timeline.ts';
import type { AppStore } from '../../state/createAppStore.ts';
import { sayClockMove } from '../../words/timelineText.ts';
import { useAppStore } from '../kit/appContext.ts';
import type { SliderStep } from './DaySlider.tsx';

/** The public clock of a timeline, as its controls move it. */
export interface PublicClock {
  /** Before the first day on which anything dated was public. */
  readonly start: number;
  readonly end: number;
  /** The last day with a number on which something changes; Infinity where there is none. */
  readonly newest: number;
  /** Moves at once and says what changed. */
  readonly goTo: (day: number | null) => void;
  readonly step: (step: SliderStep) => void;
  /** One of several moves that follow each other: one step of undo. */
  readonly drag: (day: number, isFirst: boolean) => void;
  /** Says what changed since the drag began. */
  readonly drop: () => void;
  /** Moves one step on; false at the end. The first one of a run starts over from the end. */
  readonly play: (isFirst: boolean) => boolean;
}

const getAsOf = (store: AppStore): number | null => store.getState().view.asOf;

function setAsOf(store: AppStore, time: PublicTime, day: number | null, isMore: boolean): void {
  const asOf = day === null ? null : clockAt(time, day);
  if (asOf !== getAsOf(store)) store.dispatch('setClock', { asOf, playing: isMore });
}

/** Says where the clock is and what has changed since it was elsewhere. */
function report(store: AppStore, time: PublicTime, newest: number, from: number | null): void {
  const { dataset, view } = store.getState();
  const { asOf } = view;
  if (asOf === from) return;
  const said = sayClockMove(dataset, {
    asOf,
    newest,
    known: findStepAt(time, asOf)?.known ?? time.knownBefore,
    isBack: (asOf ?? Number.POSITIVE_INFINITY) < (from ?? Number.POSITIVE_INFINITY),
    change: buildChange(dataset, time, from, asOf),
  });
  store.dispatch('report', { said });
}

/** Where a key leads from a position; null is everything. */
function findTarget(time: PublicTime, asOf: number | null, start: number, step: SliderStep): number | null {
  const last = time.days.at(-1) ?? start;
  const at = Math.max(start, asOf ?? last);
  const year = (by: number): number => Math.max(start, shiftYears(Number.isFinite(at) ? at : start, by));
  if (step === 'next') return findDayAfter(time.days, at) ?? null;
  if (step === 'previous') return findDayBefore(time.days, at) ?? start;
  if (step === 'first') return start;
  if (step === 'last') return null;
  if (step === 'yearOn') return Number.isFinite(at) ? year(1) : null;
  return Number.isFinite(at) ? year(-1) : (findDayBefore(time.days, at) ?? start);
}

/** Everything that moves the public clock. `usePlayer` stops when anything but itself does. */
export function usePublicClock(time: PublicTime): PublicClock {
  const store = useAppStore();
  const before = useRef<number | null>(null);
  const clock = useMemo((): PublicClock => {
    const start = time.histogram?.from ?? 0;
    const newest = time.days.findLast(Number.isFinite) ?? Number.POSITIVE_INFINITY;
    const move = (day: number | null, isMore = false): void => {
      const from = getAsOf(store);
      setAsOf(store, time, day, isMore);
      report(store, time, newest, from);
    };
    return {
      start,
      end: time.histogram?.to ?? 0,
      newest,
      goTo: (day) => move(day),
      step: (step) => move(findTarget(time, getAsOf(store), start, step)),
      drag: (day, isFirst) => {
        if (isFirst) before.current = getAsOf(store);
        setAsOf(store, time, day, !isFirst);
      },
      drop: () => report(store, time, newest, before.current),
      play: (isFirst) => {
        const asOf = getAsOf(store);
        const first = time.days.length > 1 ? (time.days[0] ?? null) : start;
        move(isFirst && asOf === null ? first : findTarget(time, asOf, start, 'next'), !isFirst);
        return getAsOf(store) !== null;
      },
    };
  }, [store, time]);
  return clock;
}
