import { lazy, Suspense, useEffect } from 'react';
import type { AppState, DialogName } from '../state/appState.ts';
import { useApp } from './kit/appContext.ts';
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

const selectDialog = (state: AppState): DialogName | null => state.dialog;

/** Fetched ahead: what is typed behind the key that opens it must not reach the graph. */
const loadPalette = () => import('./palette/PaletteDialog.tsx');

/** Dialogs whose code comes when they are first opened. */
export function LateDialogs() {
  const dialog = useApp(selectDialog);
  const stage = useStage();
  useEffect(() => void stage.settled.then(loadPalette), [stage]);
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
      </Suspense>
    </PanelBoundary>
  );
}
