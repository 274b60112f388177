import sansCyrillic400 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff2?url';
import sansCyrillic600 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-600-normal.woff2?url';
import sansGreek400 from '@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff2?url';
import sansGreek600 from '@fontsource/source-sans-3/files/source-sans-3-greek-600-normal.woff2?url';
import sansLatin400 from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url';
import sansLatin600 from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url';
import sansLatinExt400 from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2?url';
import sansLatinExt600 from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff2?url';
import serifCyrillic600 from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff2?url';
import serifGreek600 from '@fontsource/source-serif-4/files/source-serif-4-greek-600-normal.woff2?url';
import serifLatin600 from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url';
import serifLatinExt600 from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2?url';
import type { EmbeddedFont } from './embedFonts.ts';

interface Subset {
  /** As CSS `unicode-range`, so that several files of one family do not stand in each other's way. */
  readonly range: string;
  /** Null: always embedded. */
  readonly needed: RegExp | null;
  readonly files: readonly (readonly [family: string, weight: number, url: string])[];
}

const SANS = 'Source Sans 3';
const SERIF = 'Source Serif 4';

const SUBSETS: readonly Subset[] = [
  {
    range: 'U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212,U+FFFD',
    needed: null,
    files: [
      [SANS, 400, sansLatin400],
      [SANS, 600, sansLatin600],
      [SERIF, 600, serifLatin600],
    ],
  },
  {
    range: 'U+0100-0130,U+0132-0151,U+0154-02AF,U+1E00-1EFF,U+20A0-20AB,U+20AD-20C0',
    needed: /[\u0100-\u0130\u0132-\u0151\u0154-\u02af\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0]/,
    files: [
      [SANS, 400, sansLatinExt400],
      [SANS, 600, sansLatinExt600],
      [SERIF, 600, serifLatinExt600],
    ],
  },
  {
    range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
    needed: /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/,
    files: [
      [SANS, 400, sansCyrillic400],
      [SANS, 600, sansCyrillic600],
      [SERIF, 600, serifCyrillic600],
    ],
  },
  {
    range: 'U+0370-03FF',
    needed: /[\u0370-\u03ff]/,
    files: [
      [SANS, 400, sansGreek400],
      [SANS, 600, sansGreek600],
      [SERIF, 600, serifGreek600],
    ],
  },
];

const loaded = new Map<string, Promise<string>>();

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In slices, as a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x2000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x2000));
  return btoa(binary);
}

async function fetchDataUri(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return `data:font/woff2;base64,${toBase64(new Uint8Array(await response.arrayBuffer()))}`;
}

async function loadOnce(url: string): Promise<string | null> {
  const uri = loaded.get(url) ?? fetchDataUri(url);
  loaded.set(url, uri);
  try {
    return await uri;
  } catch {
    // A picture in the system's font is better than none; the next one asks again.
    loaded.delete(url);
    return null;
  }
}

/**
 * The shipped fonts that a picture with this text needs, as data URIs: Latin always, other scripts where they occur.
 * Fetched from the page's own origin and kept. Never rejects: a font that cannot be had is left out.
 */
export async function loadFonts(text: string): Promise<EmbeddedFont[]> {
  const wanted = SUBSETS.filter(({ needed }) => needed === null || needed.test(text)).flatMap(({ range, files }) =>
    files.map(async ([family, weight, url]) => {
      const dataUri = await loadOnce(url);
      return dataUri === null ? [] : [{ family, weight, dataUri, range }];
    }),
  );
  return (await Promise.all(wanted)).flat();
}
