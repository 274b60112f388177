/** The sheets that a picture can be composed for; `free` is as large as the graph needs. */
export const PAPERS = [
  'free',
  'column',
  'wide',
  'square',
  'story',
  'a4',
  'a4-landscape',
  'a3',
  'a3-landscape',
] as const;
export type Paper = (typeof PAPERS)[number];

/** How a picture is coloured: as the page, in greys alone, or black on white with heavier lines for print. */
export const PICTURE_STYLES = ['light', 'dark', 'grey', 'print'] as const;
export type PictureStyle = (typeof PICTURE_STYLES)[number];
