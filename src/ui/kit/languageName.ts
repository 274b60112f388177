import { plainText } from '../../words/plainText.ts';

const TAG = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;

/** The name of a language by its BCP 47 tag; the tag itself where it is none or has no name. */
export function sayLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? plainText(tag);
  } catch {
    return plainText(tag);
  }
}

/** The `lang` attribute for a tag from data; none where it is no tag. */
export function langOf(tag: string): { lang?: string } {
  return TAG.test(tag) ? { lang: tag } : {};
}
