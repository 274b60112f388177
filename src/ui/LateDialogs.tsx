import { lazy, Suspense, useContext, useEffect } from 'react';
import type { AppState, DialogName } from '../state/appState.ts';
import { useApp, useAppStore } from './kit/appContext.ts';
import { createLate } from './kit/late.ts';
import { OpenerContext } from './kit/opener.ts';
import { PanelBoundary } from './kit/PanelBoundary.tsx';
import { useStage } from './kit/stage.ts';

const HelpDialog = lazy(() => import('./help/HelpDialog.tsx').then(({ HelpDialog: view }) => ({ default: view })));
const ExportDialog = lazy(() =>
  import('./exporting/ExportDialog.tsx').then(({ ExportDialog: view }) => ({ default: view })),
);
const CheckDialog = lazy(() =>
  import('./checking/CheckDialog.tsx').then(({ CheckDialog: view }) => ({ default: view })),
);

const ShareDialog = lazy(() =>
  import('./sharing/ShareDialog.tsx').then(({ ShareDialog: view }) => ({ default: view })),
);
const PaletteDialog = lazy(() =>
  import('./palette/PaletteDialog.tsx').then(({ PaletteDialog: view }) => ({ default: view })),
);

const CalloutDialog = lazy(() =>
  import('./callouts/CalloutDialog.tsx').then(({ CalloutDialog: view }) => ({ default: view })),
);

const StartDialog = lazy(() =>
  import('./opening/StartDialog.tsx').then(({ StartDialog: view }) => ({ default: view })),
);
const MappingDialog = lazy(() =>
  import('./mapping/MappingDialog.tsx').then(({ MappingDialog: view }) => ({ default: view })),
);
const ReportDialog = lazy(() =>
  import('./report/ReportDialog.tsx').then(({ ReportDialog: view }) => ({ default: view })),
);

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

const selectDialog = (state: AppState): DialogName | null => state.dialog;

/** Fetched ahead: what is typed behind the key that opens it must not reach the graph. */
const loadPalette = () => import('./palette/PaletteDialog.tsx');

/** Dialogs whose code comes when they are first opened. */
export function LateDialogs() {
  const dialog = useApp(selectDialog);
  const stage = useStage();
  useEffect(() => void stage.settled.then(loadPalette), [stage]);
  useBrought();
  return (
    <PanelBoundary>
      <Suspense>
        {dialog === 'help' && <HelpDialog />}
        {dialog === 'keys' && <HelpDialog at="keys" />}
        {dialog === 'export' && <ExportDialog />}
        {dialog === 'check' && <CheckDialog />}
        {dialog === 'share' && <ShareDialog />}
        {dialog === 'callout' && <CalloutDialog />}
        {dialog === 'palette' && <PaletteDialog />}
        {dialog === 'open' && <StartDialog />}
        {dialog === 'mapping' && <MappingDialog />}
        {dialog === 'report' && <ReportDialog />}
      </Suspense>
    </PanelBoundary>
  );
}
