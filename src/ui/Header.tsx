import { lazy, Suspense } from 'react';
import { dayText } from '../model/days.ts';
import type { AppState, Tab } from '../state/appState.ts';
import { selectChoice, selectTheme } from '../state/selectors.ts';
import { exportText } from '../words/exportText.ts';
import { frameButtons, headerText, tabText, themeText } from '../words/frameText.ts';
import { plainText } from '../words/plainText.ts';
import { sayDate } from '../words/sayDate.ts';
import { helpText } from '../words/tableText.ts';
import { useApp, useDispatch } from './kit/appContext.ts';
import { PanelBoundary } from './kit/PanelBoundary.tsx';
import { Tabs } from './kit/Tabs.tsx';
import { SearchField } from './searching/SearchField.tsx';

const TABS: readonly { readonly id: Tab; readonly label: string }[] = [
  { id: 'graph', label: tabText.graph },
  { id: 'table', label: tabText.table },
  { id: 'sources', label: tabText.sources },
  { id: 'timeline', label: tabText.timeline },
];

const selectTitle = (state: AppState): string => plainText(state.dataset.file.title);
const selectTab = (state: AppState): Tab => state.tab;

/** The public clock where it is set; else the day of the newest source, which readers take the story to be of; else the data's own. */
function selectDate({ dataset, view }: AppState): string {
  if (view.asOf !== null) return headerText.known(sayDate(dayText(view.asOf)));
  const days = dataset.file.sources.flatMap(({ published }) => (published ? [published] : [])).toSorted();
  const newest = days.at(-1);
  if (newest) return headerText.dated(sayDate(newest));
  return dataset.file.updated ? headerText.updated(sayDate(dataset.file.updated)) : headerText.undated;
}

const FiltersPanel = lazy(() =>
  import('./filters/FiltersPanel.tsx').then(({ FiltersPanel: view }) => ({ default: view })),
);
const selectFiltersOpen = (state: AppState): boolean => state.filtersOpen;
const selectIsFiltered = (state: AppState): boolean => selectChoice(state).passing !== null;

/** The button and, below the header, the column that it opens. */
function FiltersNav() {
  const isOpen = useApp(selectFiltersOpen);
  const isFiltered = useApp(selectIsFiltered);
  const dispatch = useDispatch();
  return (
    <nav className="filters-nav" aria-label={frameButtons.filters}>
      <button
        type="button"
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': 'filters-column' } : {})}
        data-active={isFiltered ? '' : undefined}
        onClick={() => dispatch('toggleFilters')}
      >
        {frameButtons.filters}
      </button>
      {isOpen && (
        <div id="filters-column" className="filters-column">
          <PanelBoundary>
            <Suspense>
              <FiltersPanel />
            </Suspense>
          </PanelBoundary>
        </div>
      )}
    </nav>
  );
}

function ThemeButton() {
  const theme = useApp(selectTheme);
  const dispatch = useDispatch();
  const label = theme === 'dark' ? themeText.toLight : themeText.toDark;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => dispatch('setTheme', theme === 'dark' ? 'light' : 'dark')}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="6.5" className="stroke" />
        <path d="M10 3.5a6.5 6.5 0 0 1 0 13Z" className="fill" />
      </svg>
    </button>
  );
}

export function Header() {
  const title = useApp(selectTitle);
  const date = useApp(selectDate);
  const tab = useApp(selectTab);
  const dispatch = useDispatch();
  return (
    <header className="header">
      <div className="masthead">
        <h1>{title}</h1>
        <p>
          <span className="wordmark">{headerText.product}</span> {date}
        </p>
      </div>
      <Tabs label={tabText.list} tabs={TABS} selected={tab} onSelect={(next) => dispatch('showTab', next)} />
      <FiltersNav />
      <SearchField />
      <div className="actions">
        <button type="button" aria-haspopup="dialog" onClick={() => dispatch('openDialog', 'open')}>
          {frameButtons.open}
        </button>
        <button type="button" aria-haspopup="dialog" onClick={() => dispatch('openDialog', 'share')}>
          {frameButtons.share}
        </button>
        <button type="button" aria-haspopup="dialog" onClick={() => dispatch('openDialog', 'export')}>
          {exportText.button}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={helpText.button}
          title={helpText.button}
          aria-haspopup="dialog"
          onClick={() => dispatch('openDialog', 'help')}
        >
          ?
        </button>
        <ThemeButton />
      </div>
    </header>
  );
}
