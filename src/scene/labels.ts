import type { Dataset, Tie } from '../model/dataset.ts';
import type { Entity } from '../model/records.ts';
import type { Standing } from '../model/standing.ts';
import { measureText, textBlock, type Weight, wrapText } from '../model/textMetrics.ts';
import { plainText } from '../words/plainText.ts';
import { sayDisputedMark, shortWording, tieSummaryLines } from '../words/sayRelation.ts';

/** Type of the graph, px: names semibold, wordings regular. */
export const NAME_SIZE = 13;
export const WORDING_SIZE = 12;
/** Callouts: size of their text and room around it inside the sheet, px. */
export const CALLOUT = { size: 12, padding: { x: 8, y: 6 } } as const;
/** Room around a wording inside its box, px. */
const CHIP_PADDING = { x: 4, y: 2 } as const;

const NAME_WIDTH = 112;
const WORDING_WIDTH = 92;
const CALLOUT_WIDTH = 176;
const MAX_LINES = 5;

/** A text block ready to be drawn: its lines and its size in px. */
export interface Label {
  readonly lines: readonly string[];
  readonly weight: Weight;
  readonly width: number;
  readonly height: number;
}

function buildLabel(lines: readonly string[], size: number, weight: Weight, extra = 0, pad = { x: 0, y: 0 }): Label {
  const block = textBlock(lines, size, weight);
  return {
    lines,
    weight,
    width: Math.ceil(block.width + extra + 2 * pad.x),
    height: Math.ceil(block.height + 2 * pad.y),
  };
}

/** More of a name than this is never drawn, and measuring a megabyte takes seconds. */
const MOST_LETTERS = 400;

/** Without what could turn the direction of letters around it: a name must not look like another one. */
function drawnName({ id, name }: Entity): string {
  return plainText(name.slice(0, MOST_LETTERS)) || id;
}

/** The name under a disc; a disputed Event ends with its mark, boxed like a disputed wording. */
export function buildNameLabel(entity: Entity, standing: Standing | null): Label {
  const weight: Weight = entity.kind === 'Event' ? 'regular' : 'semibold';
  const lines = wrapText(drawnName(entity), NAME_WIDTH, NAME_SIZE, weight, MAX_LINES);
  // An Event is numbered in a picture, behind its first line.
  const extra = standing ? roomBehind(lines, NAME_SIZE, weight, 1) : 0;
  if (!standing?.disputed) return buildLabel(lines, NAME_SIZE, weight, extra);
  return buildLabel([...lines, sayDisputedMark(null)], NAME_SIZE, weight, extra, CHIP_PADDING);
}

function tieLines(dataset: Dataset, tie: Tie, standings: readonly Standing[]): string[] {
  const disputed = standings.filter((standing) => standing.disputed).length;
  const [first] = tie.relations;
  const relation = first === undefined ? undefined : dataset.relations.get(first);
  if (tie.relations.length === 1 && relation) {
    const lines = wrapText(
      shortWording(dataset, relation).slice(0, MOST_LETTERS),
      WORDING_WIDTH,
      WORDING_SIZE,
      'regular',
      MAX_LINES,
    );
    return disputed > 0 ? [...lines, sayDisputedMark(null)] : lines;
  }
  const [count = ''] = tieSummaryLines(tie.relations.length, disputed);
  return disputed > 0 ? [count, sayDisputedMark(disputed)] : [count];
}

/** What the numbers that a picture writes behind the first line need beyond the widest line, px. */
function roomBehind(lines: readonly string[], size: number, weight: Weight, relations: number): number {
  const number = measureText(relations > 1 ? ' 88–88' : ' 88', WORDING_SIZE * 0.8, 'semibold');
  const widths = lines.map((line) => measureText(line, size, weight));
  return Math.max(0, (widths[0] ?? 0) + number - Math.max(0, ...widths));
}

/** The wording on a tie's line, wide enough for its number in a picture too. */
export function buildTieLabel(dataset: Dataset, tie: Tie, standings: readonly Standing[]): Label {
  const lines = tieLines(dataset, tie, standings);
  const extra = roomBehind(lines, WORDING_SIZE, 'regular', tie.relations.length);
  return buildLabel(lines, WORDING_SIZE, 'regular', extra, CHIP_PADDING);
}

/** The text of a callout, whole, on as many lines as it needs. */
export function buildCalloutLabel(text: string): Label {
  return buildLabel(
    wrapText(text, CALLOUT_WIDTH, CALLOUT.size, 'regular'),
    CALLOUT.size,
    'regular',
    0,
    CALLOUT.padding,
  );
}
