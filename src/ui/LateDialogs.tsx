import { useContext, useEffect } from 'react';
import type { AppState } from '../state/appState.ts';
import { useApp, useAppStore } from './kit/appContext.ts';
import { createLate, useLate } from './kit/late.ts';
import { OpenerContext } from './kit/opener.ts';
import { PanelBoundary } from './kit/PanelBoundary.tsx';
import { useStage } from './kit/stage.ts';

const lateParts = createLate(() => import('./DialogParts.tsx'));
const lateAnswer = createLate(() => import('./opening/answerPage.ts'));

/** What is dragged over the page is taken by it from the first moment on; what is done with it comes later. */
function useBrought(): void {
  const store = useAppStore();
  const opener = useContext(OpenerContext);
  useEffect(() => {
    const answer = (event: DragEvent | ClipboardEvent): void => {
      const { type, target } = event;
      const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer;
      if (!opener || !data || event.defaultPrevented || store.getState().embedded) return;
      const isOurs =
        type === 'paste' ? !(target as Element).closest?.('input, textarea') : data.types.includes('Files');
      if (!isOurs) return;
      event.preventDefault();
      // What was brought can be read while the event lasts, and no longer.
      const brought = { type, target, files: [...data.files], text: data.getData('text') };
      void lateAnswer.load().then(({ answerPage }) => answerPage(store, opener, brought));
    };
    const types = ['dragenter', 'dragover', 'drop', 'paste'] as const;
    for (const type of types) document.addEventListener(type, answer);
    return () => {
      for (const type of types) document.removeEventListener(type, answer);
    };
  }, [store, opener]);
}

/** Whether a dialog is open, something is being opened, or there is something to say of what was. */
const selectIsNeeded = ({ dialog, busy, report }: AppState): boolean =>
  Boolean(dialog ?? report) || busy?.what === 'open';

function Parts() {
  const late = useLate(lateParts);
  return late && <late.DialogParts />;
}

/** Dialogs and what is said of opening: their code comes when they are first needed. */
export function LateDialogs() {
  const isNeeded = useApp(selectIsNeeded);
  const stage = useStage();
  useEffect(() => void stage.settled.then(async () => (await lateParts.load()).loadPalette()), [stage]);
  useBrought();
  return <PanelBoundary>{isNeeded && <Parts />}</PanelBoundary>;
}
