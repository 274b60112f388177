import type { TieId } from '../model/dataset.ts';
import type { Box, NameSide, Point } from '../model/layoutProblem.ts';
import type { EntityId, Kind, RelationId } from '../model/records.ts';
import type { Standing, StandingWord } from '../model/standing.ts';
import type { Weight } from '../model/textMetrics.ts';
import type { Callout } from '../model/view.ts';

/** An entity as drawn. All lengths are scene units: CSS px at zoom 1. */
export interface SceneNode {
  readonly id: EntityId;
  readonly kind: Kind;
  /** The whole name, on one line. */
  readonly label: string;
  /** What is drawn, line by line; the last line of a disputed Event is its mark. */
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly x: number;
  readonly y: number;
  /** Half the side of the outline's bounding square. */
  readonly radius: number;
  readonly side: NameSide;
  readonly nameBox: Box;
  /** For an Event, drawn on its outline; null for every other kind. */
  readonly standing: Standing | null;
  /** Neighbours that filters and clocks let through and that are not drawn. */
  readonly behind: number;
  readonly pinned: boolean;
}

/** A tie as drawn: one line for all relations between two entities. */
export interface SceneEdge {
  readonly id: TieId;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly relations: readonly RelationId[];
  /** One per relation, in the same order. */
  readonly standings: readonly Standing[];
  /** The wording on one line. */
  readonly label: string;
  /** What is drawn, line by line; empty where the wording found no room (seen when asked for). */
  readonly lines: readonly string[];
  /** The line's pattern: the firmest of its relations. */
  readonly pattern: StandingWord;
  readonly disputed: boolean;
  /** Arrow heads at either end; none for symmetric relations. */
  readonly arrowFrom: boolean;
  readonly arrowTo: boolean;
  /** Where the line leaves either outline; for a self relation both lie on the disc. */
  readonly start: Point;
  readonly end: Point;
  /** The control point of a self relation's loop (two quadratic curves meeting at `bend`), else null. */
  readonly loop: { readonly first: Point; readonly bend: Point; readonly second: Point } | null;
  /** Null where no wording is drawn. Wide enough for a picture's number. */
  readonly labelBox: Box | null;
}

/** A note of the reader's own as drawn: a sheet with its text, and a line from it to what it is about. */
export interface SceneCallout {
  readonly id: string;
  readonly at: Callout['at'];
  /** What is drawn of what it is about; null for a spot. */
  readonly of: EntityId | TieId | null;
  /** The whole text, on one line. */
  readonly text: string;
  /** What is drawn, line by line, from the leading edge of the box: the right one for `rightToLeft`. */
  readonly lines: readonly string[];
  readonly rightToLeft: boolean;
  /** The sheet, with room around the text (CALLOUT in labels.ts). */
  readonly box: Box;
  /** Its line runs from `tail`, on the edge of the box, to `anchor`, just outside what it is about. */
  readonly tail: Point;
  readonly anchor: Point;
  /** What it hangs at: an entity, both ends of a tie, or nothing. It moves along with their middle. */
  readonly holders: readonly EntityId[];
}

export type LegendItem =
  | { readonly type: 'kind'; readonly kind: Kind }
  | { readonly type: 'pattern'; readonly word: StandingWord }
  | { readonly type: 'disputed' }
  | { readonly type: 'several' };

/** How much is not shown, and why. */
export interface Hidden {
  readonly entities: number;
  readonly relations: number;
  /**
   * Relations left out by the public clock, by valid time, by filters, by the part that is drawn (a focus, what was
   * hidden or folded away), by the canvas's limit, or because they still wait for a place. They add up.
   */
  readonly why: {
    readonly clock: number;
    readonly held: number;
    readonly filters: number;
    readonly focus: number;
    readonly limit: number;
    readonly unplaced: number;
  };
}

/** The one projection of dataset and view that canvas, picture, table and speech render. */
export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly legend: readonly LegendItem[];
  readonly hidden: Hidden;
  /** Those whose entity or relation is drawn, and those at spots; none of them covers anything else of the scene. */
  readonly callouts: readonly SceneCallout[];
  /** Everything drawn lies inside. */
  readonly bounds: Box;
}

/** What stands out: ids of nodes and edges. `veil`: the rest recedes. */
export interface Emphasis {
  readonly veil: boolean;
  readonly selected: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
}
