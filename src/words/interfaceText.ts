import { exportText, pictureText } from './exportText.ts';
import { errorText, graphText, headerText, searchText, tabText, themeText } from './frameText.ts';
import { detailsText, entityText, relationText, sourceText } from './panelText.ts';
import { helpText, legendText, tableText } from './tableText.ts';

/** All fixed text of the interface by place. A panel that loads late may import its own part instead. */
export const text = {
  header: headerText,
  graph: graphText,
  search: searchText,
  tabs: tabText,
  theme: themeText,
  errors: errorText,
  details: detailsText,
  entity: entityText,
  relation: relationText,
  source: sourceText,
  table: tableText,
  legend: legendText,
  help: helpText,
  export: exportText,
  picture: pictureText,
} as const;
