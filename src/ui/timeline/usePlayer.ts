import { useEffect, useRef, useState } from 'react';
import { useAppStore } from '../kit/appContext.ts';
import type { PublicClock } from './usePublicClock.ts';

export const SPEEDS = ['slow', 'normal', 'fast'] as const;
export type Speed = (typeof SPEEDS)[number];

/** Milliseconds from one step to the next. */
const PAUSES: Readonly<Record<Speed, number>> = { slow: 4000, normal: 2000, fast: 800 };

export interface Player {
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly setSpeed: (speed: Speed) => void;
  readonly play: () => void;
  readonly pause: () => void;
}

/** Steps through the public clock until its end, or until somebody else moves it. */
export function usePlayer(clock: PublicClock): Player {
  const store = useAppStore();
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>('normal');
  const isOwnMove = useRef(false);
  const advance = (isFirst: boolean): void => {
    isOwnMove.current = true;
    const goesOn = clock.play(isFirst);
    isOwnMove.current = false;
    setPlaying(goesOn);
  };
  const latest = useRef(advance);
  useEffect(() => {
    latest.current = advance;
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = window.setInterval(() => latest.current(false), PAUSES[speed]);
    let { asOf } = store.getState().view;
    const stop = store.subscribe(({ view }) => {
      if (view.asOf !== asOf && !isOwnMove.current) setPlaying(false);
      asOf = view.asOf;
    });
    return () => {
      window.clearInterval(timer);
      stop();
    };
  }, [isPlaying, speed, store]);
  return { isPlaying, speed, setSpeed, play: () => advance(true), pause: () => setPlaying(false) };
}
