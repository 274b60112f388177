/** An axis-aligned box in scene units (CSS px at zoom 1); `x`, `y` are its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a name stands relative to its disc. */
export type NameSide = 'below' | 'above' | 'right' | 'left';

/** A disc to place, with the size of its (already wrapped) name. */
export interface LayoutNode {
  readonly id: string;
  /** Disc radius, outline included. */
  readonly radius: number;
  readonly name: { readonly width: number; readonly height: number };
}

/** A line to draw between two discs (indices into `nodes`), with the size of its wording, if it has one. */
export interface LayoutTie {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly label: { readonly width: number; readonly height: number } | null;
  /** Its wording is drawn even where it has no room: it says that the line is disputed. */
  readonly must?: boolean;
}

/** Where everything goes. `at` is where on the visible part of the line (0 = from, 1 = to) its wording is centred. Rounded to 0.01. */
export interface Placement {
  readonly nodes: ReadonlyMap<string, { readonly x: number; readonly y: number; readonly side: NameSide }>;
  readonly ties: ReadonlyMap<string, { readonly at: number }>;
}

/** An arrangement in columns, one kind beside the other. */
export interface LayoutColumns {
  /** For each node the rank of its kind in reading order. */
  readonly ranks: readonly number[];
  /** Nodes that keep their place whatever is arranged around them, by id. */
  readonly pinned: ReadonlyMap<string, Point>;
}

/** What a layout gets: sizes only, no text, so that it can cross to the worker. */
export interface LayoutProblem {
  readonly nodes: readonly LayoutNode[];
  readonly ties: readonly LayoutTie[];
  /** The frame that the picture should fill. */
  readonly width: number;
  readonly height: number;
  /** Index of the node that should end near the middle, if any. */
  readonly centre: number | null;
  readonly seed: number;
  /** What has its place already: it keeps it, and only the rest is placed. */
  readonly placed?: Placement;
  readonly columns?: LayoutColumns;
  /** Where everything is in a frame of another shape: it is arranged anew for this one's shape, in the same order. */
  readonly reshape?: Placement;
}

/** Gap in px between a disc's outline and its name. */
export const NAME_GAP = 3;
/** Px of a tie's own line that must show on each side of its wording. */
export const LINE_SHOWN = 10;

/** The box of a name whose disc is at `at`. */
export function nameBox(
  at: Point,
  radius: number,
  name: { readonly width: number; readonly height: number },
  side: NameSide,
): Box {
  const { width, height } = name;
  switch (side) {
    case 'below':
      return { x: at.x - width / 2, y: at.y + radius + NAME_GAP, width, height };
    case 'above':
      return { x: at.x - width / 2, y: at.y - radius - NAME_GAP - height, width, height };
    case 'right':
      return { x: at.x + radius + NAME_GAP, y: at.y - height / 2, width, height };
    case 'left':
      return { x: at.x - radius - NAME_GAP - width, y: at.y - height / 2, width, height };
  }
}
