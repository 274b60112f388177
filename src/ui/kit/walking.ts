import { createContext, useContext, useMemo } from 'react';
import type { ClaimId } from '../../model/records.ts';
import { useDispatch } from './appContext.ts';

/** Goes to the given records; `at`: the claim to come out at, where a source is gone to. */
export type Walk = (ids: readonly string[], at?: ClaimId) => void;

/** A panel that moves the reader's focus along provides its own way of walking. */
export const WalkContext = createContext<Walk | null>(null);

export function useWalk(): Walk {
  const dispatch = useDispatch();
  const own = useContext(WalkContext);
  return useMemo(() => own ?? ((ids) => dispatch('select', { ids, centre: true })), [own, dispatch]);
}
