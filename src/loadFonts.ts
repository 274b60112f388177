import type { Dataset } from './model/dataset.ts';

const FONT = '14px "Source Sans 3"';
const WEIGHTS = [400, 600];
/** Latin letters, which the page has loaded by the time that it can open anything. */
const LATIN_END = '\u00ff';
/** Later than this a picture in the browser's own font is better than none, ms. */
const PATIENCE = 1500;

/** The letters of all that is drawn but for Latin ones, each once. Linear. */
function findLetters({ entities, file: { relationTypes } }: Dataset): string {
  const letters = new Set<string>();
  const add = (text: string): void => {
    for (const letter of text) if (letter > LATIN_END) letters.add(letter);
  };
  for (const { name } of entities.values()) add(name);
  for (const { forward, reverse } of relationTypes) for (const { short } of [forward, reverse]) add(short);
  return [...letters].join('');
}

/**
 * Waits for the fonts of the scripts that a dataset is written in: the canvas measures and draws with what is there, and does
 * not draw again when another comes. Never rejects.
 */
export async function loadFonts(dataset: Dataset): Promise<void> {
  const letters = findLetters(dataset);
  const fonts = globalThis.document?.fonts;
  if (letters === '' || !fonts?.load) return;
  const loading = WEIGHTS.map((weight) => fonts.load(`${weight} ${FONT}`, letters).catch(() => []));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.all(loading), patience]);
}
