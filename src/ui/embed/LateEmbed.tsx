import { lazy, Suspense } from 'react';
import { PanelBoundary } from '../kit/PanelBoundary.tsx';

const EmbedBar = lazy(() => import('./EmbedBar.tsx').then(({ EmbedBar: view }) => ({ default: view })));

/** The line over an embedded graph; its room is kept while it comes. */
export function LateEmbed() {
  return (
    <header className="embed-bar">
      <PanelBoundary>
        <Suspense>
          <EmbedBar />
        </Suspense>
      </PanelBoundary>
    </header>
  );
}
