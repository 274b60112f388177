import { lazy, Suspense } from 'react';
import { graphText } from '../words/frameText.ts';

const TableTab = lazy(() => import('./table/TableTab.tsx').then(({ TableTab: view }) => ({ default: view })));
const SourcesTab = lazy(() => import('./sources/SourcesTab.tsx').then(({ SourcesTab: view }) => ({ default: view })));

/** Tabs whose code comes when they are first opened. */
export function LateTab({ tab }: { readonly tab: 'table' | 'sources' }) {
  return (
    <Suspense fallback={<p className="late">{graphText.loading}</p>}>
      {tab === 'table' ? <TableTab /> : <SourcesTab />}
    </Suspense>
  );
}
