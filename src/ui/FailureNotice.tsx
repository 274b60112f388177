import type { AppState, Failure } from '../state/appState.ts';
import { errorText } from '../words/frameText.ts';
import { sayError } from '../words/sayError.ts';
import { useApp, useDispatch } from './kit/appContext.tsx';

const selectFailure = (state: AppState): Failure | null => state.failure;
const selectIsEmpty = (state: AppState): boolean => state.dataset.entities.size === 0;

/** One clear sentence about what went wrong; what was open before stays. */
export function FailureNotice() {
  const failure = useApp(selectFailure);
  const isEmpty = useApp(selectIsEmpty);
  const dispatch = useDispatch();
  if (!failure) return null;
  return (
    <div className="failure" role="alert">
      <p>
        {sayError(failure)} {!isEmpty && errorText.previousKept}
      </p>
      <button type="button" onClick={() => dispatch('dismissFailure')}>
        {errorText.close}
      </button>
    </div>
  );
}
