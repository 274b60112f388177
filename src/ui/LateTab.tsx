import { lazy, Suspense } from 'react';
import type { Tab } from '../state/appState.ts';
import { graphText } from '../words/frameText.ts';

const TableTab = lazy(() => import('./table/TableTab.tsx').then(({ TableTab: view }) => ({ default: view })));
const SourcesTab = lazy(() => import('./sources/SourcesTab.tsx').then(({ SourcesTab: view }) => ({ default: view })));
const TimelineTab = lazy(() =>
  import('./timeline/TimelineTab.tsx').then(({ TimelineTab: view }) => ({ default: view })),
);

const TABS = { table: TableTab, sources: SourcesTab, timeline: TimelineTab } as const;

/** Tabs whose code comes when they are first opened. */
export function LateTab({ tab }: { readonly tab: Exclude<Tab, 'graph'> }) {
  const View = TABS[tab];
  return (
    <Suspense fallback={<p className="late">{graphText.loading}</p>}>
      <View />
    </Suspense>
  );
}
