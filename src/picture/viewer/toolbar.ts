import { standaloneText } from '../../words/standaloneText.ts';

export interface ToolbarActions {
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
}

const NS = 'http://www.w3.org/2000/svg';
const ICONS = {
  zoomIn: 'M8 3v10M3 8h10',
  zoomOut: 'M3 8h10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  theme: 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 0 0 0-12.5ZM8 3.25a4.75 4.75 0 0 1 0 9.5Z',
} as const;

function button(page: Document, label: string, icon: keyof typeof ICONS, act: () => void): HTMLButtonElement {
  const made = page.createElement('button');
  made.type = 'button';
  made.title = label;
  made.setAttribute('aria-label', label);
  const svg = page.createElementNS(NS, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = page.createElementNS(NS, 'path');
  path.setAttribute('d', ICONS[icon]);
  svg.append(path);
  made.append(svg);
  made.addEventListener('click', act);
  return made;
}

/** Whether the page is dark now: as the reader chose, else as the device is set. */
function isDark(page: Document): boolean {
  const { theme } = page.documentElement.dataset;
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** The switch between light and dark, named by what it does next. */
function themeButton(page: Document): HTMLButtonElement {
  const made = button(page, '', 'theme', () => {
    page.documentElement.dataset['theme'] = isDark(page) ? 'light' : 'dark';
    name();
  });
  const name = (): void => {
    const label = isDark(page) ? standaloneText.toLight : standaloneText.toDark;
    made.title = label;
    made.setAttribute('aria-label', label);
  };
  name();
  return made;
}

/** The buttons over the picture. */
export function createToolbar(page: Document, { zoomBy, fit }: ToolbarActions): HTMLElement {
  const bar = page.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', standaloneText.toolbar);
  bar.append(
    button(page, standaloneText.zoomIn, 'zoomIn', () => zoomBy(1.3)),
    button(page, standaloneText.zoomOut, 'zoomOut', () => zoomBy(1 / 1.3)),
    button(page, standaloneText.fit, 'fit', fit),
    themeButton(page),
  );
  return bar;
}
