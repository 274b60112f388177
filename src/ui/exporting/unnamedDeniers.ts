import type { CheckSheet } from '../../model/checkSheet.ts';
import type { PictureText } from '../../words/describePicture.ts';
import { plainText } from '../../words/plainText.ts';

/** Who denies or limits something in a part but is not named in the words for it, in order of first dispute. */
export function findUnnamedDeniers(sheet: CheckSheet, { short, long }: PictureText): string[] {
  const disputed = sheet.lists.get('disputed') ?? [];
  const names = disputed.flatMap(({ standing }) => [...standing.deniedBy, ...standing.limitedBy]);
  const text = `${short} ${long}`;
  return [...new Set(names.map(({ label }) => plainText(label)))].filter((name) => name && !text.includes(name));
}
