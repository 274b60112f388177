import { renderToString } from 'react-dom/server';
import { buildDataset } from './model/buildDataset.ts';
import { solveLayout } from './model/layout.ts';
import type { LayoutProblem } from './model/layoutProblem.ts';
import { parseStories } from './model/parseStories.ts';
import { type PlacementFile, readPlacement, writePlacement } from './model/placementCodec.ts';
import type { DatasetFile } from './model/records.ts';
import { escapeText } from './picture/svgText.ts';
import { writeFirstPicture, writeWords } from './picture/writeFirstPicture.ts';
import { buildProblem } from './scene/buildProblem.ts';
import { buildInitialState } from './state/appState.ts';
import { createAppStore } from './state/createAppStore.ts';
import { selectScene } from './state/selectors.ts';
import { App } from './ui/App.tsx';
import { AppStoreProvider } from './ui/kit/AppStoreProvider.tsx';
import { headerText } from './words/frameText.ts';

/** Proposals of the layout that is made once, at build: about 20 s. */
const EFFORT = { iterations: 3_000_000 };

/** The layout problem of the bundled story. */
export function buildFirstProblem(file: DatasetFile): LayoutProblem {
  const dataset = buildDataset(file);
  return buildProblem(dataset, new Set(dataset.entities.keys()));
}

/** Its best layout. */
export function solveFirst(problem: LayoutProblem): PlacementFile {
  return writePlacement(solveLayout(problem, EFFORT));
}

/** JSON that can stand inside a script element. */
function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The body, title and layout that are written into the built index.html. */
export function renderPage(
  file: DatasetFile,
  placementFile: PlacementFile,
): { page: string; placement: string; title: string } {
  const dataset = buildDataset(file);
  const told = parseStories(dataset);
  const [issue] = told.issues;
  if (issue) throw new Error(`A story of the bundled dataset cannot be told: ${issue.where}`);
  const store = createAppStore(buildInitialState(dataset, readPlacement(placementFile), told));
  const scene = selectScene(store.getState());
  const picture = writeFirstPicture(dataset, scene, file.title);
  const page = renderToString(
    <AppStoreProvider store={store}>
      <App firstPicture={picture} />
    </AppStoreProvider>,
  );
  const words = `<noscript><section class="no-script">${writeWords(dataset, scene)}</section></noscript>`;
  return {
    page: `${page}</div><div class="words">${words}`,
    placement: jsonForHtml(placementFile),
    title: escapeText(headerText.pageTitle(file.title)),
  };
}
