import type { Dataset } from '../model/dataset.ts';
import { fold } from '../model/fold.ts';

const LONGEST = 100;
/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

function slug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * A file name that says what the picture holds and as of when: "musk-putin-2024-neighbourhood-of-elon-musk-2026-11-23.svg".
 * ASCII letters, digits and hyphens alone, at most about 120 of them, so that every file system takes it.
 */
export function pictureFileName(dataset: Dataset, scopeWords: string | null, extension: string): string {
  const { id, title, updated } = dataset.file;
  const name = slug(id) || slug(title) || 'sayso';
  const what = [name, slug(scopeWords ?? '')].filter(Boolean).join('-').slice(0, LONGEST).replace(/-+$/, '');
  const stem = [what, slug(updated ?? '').slice(0, 21)].filter(Boolean).join('-');
  return `${RESERVED.test(stem) ? `sayso-${stem}` : stem}.${slug(extension) || 'svg'}`;
}
