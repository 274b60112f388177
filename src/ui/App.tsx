import { lazy, Suspense } from 'react';
import type { AppState, Tab } from '../state/appState.ts';
import { selectChoice } from '../state/selectors.ts';
import { frameButtons, graphText, headerText } from '../words/frameText.ts';
import { DetailsAside } from './DetailsAside.tsx';
import { LateEmbed } from './embed/LateEmbed.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { GraphView } from './graph/GraphView.tsx';
import { Header } from './Header.tsx';
import { LateKept } from './keeping/LateKept.tsx';
import { useApp } from './kit/appContext.ts';
import { PanelBoundary } from './kit/PanelBoundary.tsx';
import { LateDialogs } from './LateDialogs.tsx';
import { LateTab } from './LateTab.tsx';
import { LateStory } from './stories/LateStory.tsx';

const selectTab = (state: AppState): Tab => state.tab;
const selectIsFiltered = (state: AppState): boolean => selectChoice(state).passing !== null;
const selectIsEmbedded = (state: AppState): boolean => state.embedded;
const selectSaid = (state: AppState): string => state.said;

/** The whole page. `firstPicture` is the SVG written at build; on the client it is already there, so it is empty. */
export function App({ firstPicture = '' }: { readonly firstPicture?: string }) {
  const tab = useApp(selectTab);
  const isFiltered = useApp(selectIsFiltered);
  const isEmbedded = useApp(selectIsEmbedded);
  return (
    <div className="page">
      <a className="skip" href="#graph">
        {headerText.skipToGraph}
      </a>
      {isEmbedded && <LateEmbed />}
      <Header />
      <div className="notices">
        <FailureNotice />
        <LateDialogs />
        <LateKept />
      </div>
      {isFiltered && <LateViewBar />}
      <main id="graph" aria-label={graphText.main} tabIndex={-1}>
        {/* The graph stays mounted under the other tabs: its camera and places are its own. */}
        <div
          id="panel-graph"
          {...(tab === 'timeline' ? {} : { role: 'tabpanel', 'aria-labelledby': 'tab-graph' })}
          hidden={tab !== 'graph' && tab !== 'timeline'}
        >
          <PanelBoundary>
            <GraphView firstPicture={firstPicture} />
          </PanelBoundary>
        </div>
        {tab !== 'graph' && (
          <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
            <PanelBoundary>
              <LateTab tab={tab} />
            </PanelBoundary>
          </div>
        )}
      </main>
      <LateStory />
      <DetailsAside />
      <LiveRegion />
    </div>
  );
}

const ViewBar = lazy(() => import('./filters/ViewBar.tsx').then(({ ViewBar: view }) => ({ default: view })));

/** What is in force, and how much it lets through; nothing while everything is shown. */
function LateViewBar() {
  return (
    <section className="view-bar" aria-label={frameButtons.inForce}>
      <PanelBoundary>
        <Suspense>
          <ViewBar />
        </Suspense>
      </PanelBoundary>
    </section>
  );
}

function LiveRegion() {
  const said = useApp(selectSaid);
  return (
    <p role="status" aria-live="polite" className="unseen">
      {said}
    </p>
  );
}
