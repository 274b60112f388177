import { useEffect, useState } from 'react';

/** A part of the page whose code comes after the first picture. */
export interface Late<Part> {
  /** Loads it once; a failed load is tried again when asked for next. */
  readonly load: () => Promise<Part>;
  readonly loaded: () => Part | null;
}

/** Not React's own lazy: that suspends for a moment even where the code is there already, which costs a click its 50 ms. */
export function createLate<Part>(fetchPart: () => Promise<Part>): Late<Part> {
  let part: Part | null = null;
  let loading: Promise<Part> | null = null;
  const fetchOnce = async (): Promise<Part> => {
    try {
      part = await fetchPart();
      return part;
    } finally {
      loading = null;
    }
  };
  return {
    load: () => {
      if (part !== null) return Promise.resolve(part);
      loading ??= fetchOnce();
      return loading;
    },
    loaded: () => part,
  };
}

/** What was clicked is painted before what comes behind it is fetched. */
const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** The part, or null until it is there. */
export function useLate<Part extends object>(late: Late<Part>): Part | null {
  const [part, setPart] = useState(late.loaded);
  useEffect(() => {
    if (part) return undefined;
    let isGone = false;
    const wait = async (): Promise<void> => {
      await painted();
      if (isGone) return;
      const loaded = await late.load();
      if (!isGone) setPart(loaded);
    };
    void wait();
    return () => {
      isGone = true;
    };
  }, [late, part]);
  return part;
}
