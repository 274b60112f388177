/** Of the fonts that a printed sheet may be set in; each file is fetched only where one of its characters occurs. */
const FONTS = ['400 16px "Source Sans 3"', '600 16px "Source Sans 3"', '600 16px "Source Serif 4"'] as const;

let clear: (() => void) | null = null;

/** What is not on the screen does not fetch its fonts by itself, and what is printed cannot wait for them. */
async function loadFonts(text: string): Promise<void> {
  await Promise.allSettled(FONTS.map((font) => document.fonts.load(font, text)));
}

/**
 * Prints only the given elements, under `rules` (CSS for print alone), and calls the document `name` meanwhile, which is
 * what a PDF is called. Everything is as it was once the dialog is closed. Resolves when it has been opened.
 */
export async function printSheet(content: readonly Element[], rules: string, name: string): Promise<void> {
  clear?.();
  const sheet = document.createElement('div');
  sheet.className = 'printed';
  sheet.append(...content);
  const style = new CSSStyleSheet();
  style.replaceSync(`@media print{${rules}}`);
  const title = document.title;
  clear = () => {
    clear = null;
    window.removeEventListener('afterprint', clearOnce);
    sheet.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
    document.title = title;
  };
  const clearOnce = (): void => clear?.();
  await loadFonts(sheet.textContent ?? '');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  document.body.append(sheet);
  document.title = name;
  window.addEventListener('afterprint', clearOnce);
  window.print();
}
