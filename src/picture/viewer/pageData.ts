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

/** A step of a story: what its picture has different from the page's, what stands out, what the camera frames. */
export interface PageStep {
  /** `data-id` of what the step does not show. */
  readonly hidden: readonly string[];
  /** Groups of the picture that the step draws otherwise or in addition: SVG markup by layer. */
  readonly drawn: readonly { readonly layer: string; readonly id: string; readonly markup: string }[];
  readonly selection: readonly string[];
  readonly frame: PageBox | null;
  readonly nodes: readonly PageNode[];
}

/** What the viewer must know and cannot read in the page. */
export interface PageData {
  readonly bounds: PageBox;
  readonly nodes: readonly PageNode[];
  readonly ties: readonly PageTie[];
  readonly steps: readonly PageStep[];
}
