/** Kinds of files that people open by mistake, by how they begin. */
const BEGINNINGS: readonly (readonly [what: string, signs: string])[] = [
  ['a PDF document', '%PDF'],
  ['an image', '\u0089PNG'],
  ['an image', '\u00ff\u00d8\u00ff'],
  ['an image', 'GIF8'],
  ['an image, a sound or a film', 'RIFF'],
  ['an image', 'II*\u0000'],
  ['a 7z archive', '7z\u00bc\u00af'],
  ['a RAR archive', 'Rar!\u001a'],
  ['a bzip2 archive', 'BZh'],
  ['an xz archive', '\u00fd7zXZ'],
  ['a Zstandard archive', '(\u00b5/\u00fd'],
  ['a gzip file in another one', '\u001f\u008b\u0008'],
  ['a SQLite database', 'SQLite format 3\u0000'],
  ['a Parquet file', 'PAR1'],
  ['a text in RTF', '{\\rtf'],
  ['a pointer of Git LFS and not the file itself', 'version https://git-lfs.github.com/spec/'],
];

/** So many characters tell whether something is a text. */
const PROBE = 4000;
const MOST_CONTROLS = 0.05;

/** What bytes are that hold no data for us, by how they begin; null where nothing tells. ZIP and old Office may hold tables. */
export function findAlien(bytes: Uint8Array): string | null {
  const begins = (signs: string): boolean => [...signs].every((sign, i) => bytes[i] === sign.charCodeAt(0));
  return BEGINNINGS.find(([, signs]) => begins(signs))?.[0] ?? null;
}

/** Whether a decoded text is none: signs in it that no text has, more than a few. */
export function isBinaryText(text: string): boolean {
  const probe = text.slice(0, PROBE);
  let controls = 0;
  for (let i = 0; i < probe.length; i += 1) {
    const code = probe.charCodeAt(i);
    if (code < 32 && (code < 9 || code > 13) && code !== 27) controls += 1;
  }
  return controls >= 8 && controls > probe.length * MOST_CONTROLS;
}

/** What a ZIP without tables is, by the names in it. */
export function sayZip(names: readonly string[]): string {
  if (names.some((name) => name.startsWith('word/'))) return 'a Word document';
  if (names.some((name) => name.startsWith('ppt/'))) return 'a presentation';
  return names.length === 0 ? 'a ZIP with nothing in it' : 'a ZIP without tables';
}
