import type { Dispatch } from '../../state/createAppStore.ts';

/** Handlers by which something on a panel lights up its records in the graph while pointer or focus is on it. */
export function pointAt(dispatch: Dispatch, ids: readonly string[]) {
  const point = (): void => dispatch('point', ids);
  const leave = (): void => dispatch('point', []);
  return { onMouseEnter: point, onMouseLeave: leave, onFocus: point, onBlur: leave };
}
