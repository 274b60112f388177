import { lazy, Suspense } from 'react';
import type { AppState, DialogName } from '../state/appState.ts';
import { useApp } from './kit/appContext.ts';
import { PanelBoundary } from './kit/PanelBoundary.tsx';

const HelpDialog = lazy(() => import('./help/HelpDialog.tsx').then(({ HelpDialog: view }) => ({ default: view })));
const ExportDialog = lazy(() =>
  import('./exporting/ExportDialog.tsx').then(({ ExportDialog: view }) => ({ default: view })),
);

const ShareDialog = lazy(() =>
  import('./sharing/ShareDialog.tsx').then(({ ShareDialog: view }) => ({ default: view })),
);
const PaletteDialog = lazy(() =>
  import('./palette/PaletteDialog.tsx').then(({ PaletteDialog: view }) => ({ default: view })),
);

const selectDialog = (state: AppState): DialogName | null => state.dialog;

/** Dialogs whose code comes when they are first opened. */
export function LateDialogs() {
  const dialog = useApp(selectDialog);
  return (
    <PanelBoundary>
      <Suspense>
        {dialog === 'help' && <HelpDialog />}
        {dialog === 'keys' && <HelpDialog at="keys" />}
        {dialog === 'export' && <ExportDialog />}
        {dialog === 'share' && <ShareDialog />}
        {dialog === 'palette' && <PaletteDialog />}
      </Suspense>
    </PanelBoundary>
  );
}
