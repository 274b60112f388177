/** Repeatable numbers: a source of draws that is the same in every engine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform whole number in [0, count). */
  below(count: number): number;
}

/** A seeded generator (mulberry32, Tommy Ettinger): integer arithmetic only, period 2^32. Any number may seed it. */
export function createRandom(seed: number): Random {
  let state = Number.isFinite(seed) ? Math.trunc(seed) | 0 : 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  return { next, below: (count) => Math.floor(next() * count) };
}
