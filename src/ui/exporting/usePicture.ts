import { useEffect, useState } from 'react';
import { DataError } from '../../model/dataError.ts';
import type { PictureRequest } from '../../picture/draftPicture.ts';
import { type MadePicture, makePicture } from '../../picture/makePicture.ts';
import { selectScene } from '../../state/selectors.ts';
import { sayError } from '../../words/sayError.ts';
import { useAppStore } from '../kit/appContext.ts';
import { useStage } from '../kit/stage.ts';

export type PictureState =
  | { readonly type: 'making' }
  | { readonly type: 'made'; readonly made: MadePicture; readonly url: string }
  | { readonly type: 'failed'; readonly sentence: string };

async function make(...asked: Parameters<typeof makePicture>): Promise<PictureState> {
  try {
    const made = await makePicture(...asked);
    return { type: 'made', made, url: URL.createObjectURL(made.blob) };
  } catch (error) {
    const known = error instanceof DataError ? error : new DataError('picture-failed', '');
    return { type: 'failed', sentence: sayError(known) };
  }
}

function release(state: PictureState): void {
  if (state.type === 'made') URL.revokeObjectURL(state.url);
}

/** The file for a request, made again whenever the request changes; an older one's answer is dropped. */
export function usePicture(request: PictureRequest): PictureState {
  const store = useAppStore();
  const stage = useStage();
  const [state, setState] = useState<PictureState>({ type: 'making' });
  useEffect(() => {
    const closing = new AbortController();
    const follow = async (): Promise<void> => {
      const { dataset, selection, view } = store.getState();
      const extent = stage.extent();
      const seen = { ids: selection, view, ...(extent ? { extent } : {}) };
      const next = await make(dataset, selectScene(store.getState()), { ...request, ...seen });
      if (closing.signal.aborted) return release(next);
      setState(next);
      closing.signal.addEventListener('abort', () => release(next));
    };
    void follow();
    return () => closing.abort();
  }, [request, store, stage]);
  return state;
}
