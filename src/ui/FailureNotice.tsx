import { lazy, Suspense } from 'react';
import type { AppState, Failure } from '../state/appState.ts';
import { errorText } from '../words/frameText.ts';
import { useApp, useDispatch } from './kit/appContext.ts';

const selectFailure = (state: AppState): Failure | null => state.failure;
const selectIsEmpty = (state: AppState): boolean => state.dataset.entities.size === 0;

// Sentences for failures come with the first failure.
const Sentence = lazy(async () => {
  const [{ sayError }, { isAboutOpening }] = await Promise.all([
    import('../words/sayError.ts'),
    import('../words/errorSentences.ts'),
  ]);
  return {
    default: ({ failure, isEmpty }: { readonly failure: Failure; readonly isEmpty: boolean }) => (
      <>
        {sayError(failure)} {!isEmpty && isAboutOpening(failure.code) && errorText.previousKept}
      </>
    ),
  };
});

/** One clear sentence about what went wrong, and whether what was open before stays where something was to be opened. */
export function FailureNotice() {
  const failure = useApp(selectFailure);
  const isEmpty = useApp(selectIsEmpty);
  const dispatch = useDispatch();
  if (!failure) return null;
  return (
    <div className="failure" role="alert">
      <p>
        <Suspense>
          <Sentence failure={failure} isEmpty={isEmpty} />
        </Suspense>
      </p>
      <button type="button" onClick={() => dispatch('dismissFailure')}>
        {errorText.close}
      </button>
    </div>
  );
}
