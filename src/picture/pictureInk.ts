import { PALETTES, type Palette } from '../scene/palette.ts';
import type { PictureStyle } from './paper.ts';

/** What a picture is drawn with. */
export interface Ink {
  readonly palette: Palette;
  /** How much heavier lines are drawn than on the page. */
  readonly line: number;
  /** Px of the edge around what is disputed. */
  readonly chip: number;
}

const { light, dark } = PALETTES;

/** Every kind in the same dark grey: its shape and sign tell it, as they do in colour. */
const GREY_KINDS: Palette['kinds'] = {
  Person: '#3d3d3d',
  Company: '#5c5c5c',
  PublicBody: '#3d3d3d',
  Organization: '#5c5c5c',
  Place: '#4a4a4a',
  Event: '#2e2e2e',
  Asset: '#4a4a4a',
  Other: '#666666',
};

const GREY: Palette = {
  ground: '#ffffff',
  sheet: '#ffffff',
  mist: '#eaeaea',
  ink: '#1a1a1a',
  soft: '#555555',
  rule: '#cccccc',
  line: '#4d4d4d',
  faint: '#808080',
  dispute: '#000000',
  ring: '#000000',
  icon: '#ffffff',
  kinds: GREY_KINDS,
};

const BLACK = '#000000';
const WHITE = '#ffffff';

/** Black on white alone: a grey would be printed as a screen of dots. */
const PRINT: Palette = {
  ground: WHITE,
  sheet: WHITE,
  mist: WHITE,
  ink: BLACK,
  soft: BLACK,
  rule: BLACK,
  line: BLACK,
  faint: BLACK,
  dispute: BLACK,
  ring: BLACK,
  icon: WHITE,
  kinds: {
    Person: BLACK,
    Company: BLACK,
    PublicBody: BLACK,
    Organization: BLACK,
    Place: BLACK,
    Event: BLACK,
    Asset: BLACK,
    Other: BLACK,
  },
};

/** Where colour is gone, a heavier edge marks what is disputed. */
export const INKS: Readonly<Record<PictureStyle, Ink>> = {
  light: { palette: light, line: 1, chip: 1.25 },
  dark: { palette: dark, line: 1, chip: 1.25 },
  grey: { palette: GREY, line: 1, chip: 2 },
  print: { palette: PRINT, line: 1.4, chip: 2.2 },
};
