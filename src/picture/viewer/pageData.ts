/** Element ids that page and viewer agree on. */
export const PAGE_DATA = 'sayso-page';
export const DATASET = 'sayso-dataset';

/** An entity as drawn: scene units. */
export interface PageNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A tie as drawn, with the fragment that leads to its words. */
export interface PageTie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly anchor: string;
}

/** Scene units. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A group of the picture: its layer's class and its `data-id`. */
export interface PageGroup {
  readonly layer: string;
  readonly id: string;
}

/** A step of a story: what its picture has different from the page's, what stands out, what the camera frames. */
export interface PageStep {
  readonly gone: readonly PageGroup[];
  /** Groups that the step draws otherwise or in addition, as SVG. */
  readonly drawn: readonly (PageGroup & { readonly markup: string })[];
  /** Ids of entities and ties. */
  readonly selection: readonly string[];
  /** Fragments of what is read beside the picture. */
  readonly read: readonly string[];
  readonly frame: PageBox;
  readonly nodes: readonly PageNode[];
  /** Ids of the ties that it shows. */
  readonly ties: readonly string[];
}

/** What the viewer must know and cannot read in the page. */
export interface PageData {
  readonly bounds: PageBox;
  readonly nodes: readonly PageNode[];
  readonly ties: readonly PageTie[];
  readonly steps: readonly PageStep[];
}
