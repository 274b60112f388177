import { lazy, Suspense } from 'react';
import type { AppState, DialogName } from '../state/appState.ts';
import { useApp } from './kit/appContext.ts';
import { OpenedNotice } from './opening/OpenedNotice.tsx';
import { OpeningProgress } from './opening/OpeningProgress.tsx';

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
const DuplicatesDialog = lazy(() =>
  import('./duplicates/DuplicatesDialog.tsx').then(({ DuplicatesDialog: view }) => ({ default: view })),
);

const selectDialog = (state: AppState): DialogName | null => state.dialog;
const selectIsOpening = (state: AppState): boolean => state.busy?.what === 'open';

/** Fetched ahead: what is typed behind the key that opens it must not reach the graph. */
export const loadPalette = () => import('./palette/PaletteDialog.tsx');

/** Dialogs, each with code of its own that comes when it is first opened, and what is said of opening. */
export function DialogParts() {
  const dialog = useApp(selectDialog);
  const isOpening = useApp(selectIsOpening);
  return (
    <>
      <OpenedNotice />
      {isOpening && <OpeningProgress />}
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
        {dialog === 'duplicates' && <DuplicatesDialog />}
      </Suspense>
    </>
  );
}
