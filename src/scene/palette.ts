import type { Kind } from '../model/records.ts';

export type Theme = 'light' | 'dark';

/** All colours of one theme, as #rrggbb. Contrast on `ground` is held by palette.test.ts (WCAG 2.2). */
export interface Palette {
  readonly ground: string;
  /** A sheet lying on the ground: panels, dialogs, wordings. */
  readonly sheet: string;
  /** Fill of an event, whose outline tells its standing. */
  readonly mist: string;
  readonly ink: string;
  /** Secondary text. */
  readonly soft: string;
  /** Lines of the interface, not of the graph. */
  readonly rule: string;
  /** Lines of the graph. */
  readonly line: string;
  /** Lines of relations without a source. */
  readonly faint: string;
  /** Kept for disputes alone. */
  readonly dispute: string;
  /** Ring of what is selected, and keyboard focus. */
  readonly ring: string;
  /** What lies on a disc. */
  readonly icon: string;
  readonly kinds: Readonly<Record<Kind, string>>;
}

/** Hues after Okabe and Ito (2008), darkened or lightened to at least 4.5:1 on their ground. */
export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#fbf9f4',
    sheet: '#ffffff',
    mist: '#ebe5d8',
    ink: '#1f1c18',
    soft: '#5d574e',
    rule: '#ddd7cb',
    line: '#57514a',
    faint: '#85807a',
    dispute: '#b3201a',
    ring: '#1f1c18',
    icon: '#ffffff',
    kinds: {
      Person: '#1d5b8f',
      Company: '#8a5a06',
      PublicBody: '#0f6b55',
      Organization: '#74467f',
      Place: '#5a6a1f',
      Event: '#3e3a35',
      Asset: '#1f7083',
      Other: '#6b655d',
    },
  },
  dark: {
    ground: '#16171a',
    sheet: '#1f2125',
    mist: '#33353b',
    ink: '#efeae0',
    soft: '#b4aea3',
    rule: '#3a3c41',
    line: '#b0aaa0',
    faint: '#84807a',
    dispute: '#ff8b80',
    ring: '#ffffff',
    icon: '#16171a',
    kinds: {
      Person: '#82b8ea',
      Company: '#e3b155',
      PublicBody: '#6fc9aa',
      Organization: '#cba6dc',
      Place: '#b9c66c',
      Event: '#ddd6ca',
      Asset: '#78c8da',
      Other: '#b0aaa1',
    },
  },
};
