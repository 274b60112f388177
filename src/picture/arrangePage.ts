import { WORDING_SIZE } from '../scene/labels.ts';
import { sayListPages, sayWordless } from '../words/pictureText.ts';
import { drawFooter, drawHeader, drawPointer, ruled } from './drawFrame.ts';
import { drawGraph } from './drawGraph.ts';
import { drawLegend } from './drawLegend.ts';
import { drawList } from './drawList.ts';
import { type FittedGraph, fitGraph, type GraphRoom, scaleToFit } from './fitGraph.ts';
import { MOST_TYPE } from './letterScene.ts';
import { drawListPages, type Inner } from './listPages.ts';
import { type Piece, placeAt, stack } from './paragraph.ts';
import type { Sheet } from './sheet.ts';

/** What stands on the first page, and where. */
interface Plan {
  /** Title and legend in a column beside the graph instead of above and below it. */
  readonly beside: boolean;
  readonly standfirst: boolean;
  /** Where the list stands: in line with the legend, under a graph that has its legend beside it, or on pages of its own. */
  readonly list: 'in-line' | 'under-graph' | 'later';
}

/** The pages of one picture, between their margins; the first has what `plan` says. */
export interface Arrangement {
  readonly pages: readonly Piece[];
  readonly fitted: FittedGraph;
}

const GAP = { part: 18, compact: 11, beside: 28 } as const;
/** Of the width, and at most so many units: the column beside a graph. */
const SIDE = { share: 0.3, most: 330 } as const;
/** Larger than this, names would shout down the title. */
const MOST_SCALE = 1.7;
/** What a fuller first page may cost of the graph's size; one drawn in its own size need not be larger. */
const WORTH = 0.75;
/** Below this a legend says no more than it must. */
const BRIEF_BELOW = 560;
/** A room smaller than this is none. */
const LEAST_ROOM = 90;
const NOTHING: Piece = { height: 0, markup: '' };

interface Parts {
  readonly plan: Plan;
  readonly room: GraphRoom;
  readonly header: Piece;
  readonly legend: Piece;
  readonly list: Piece;
  readonly footer: Piece;
  readonly side: number;
}

const gapOf = ({ spec }: Sheet): number => (spec.compact ? GAP.compact : GAP.part);
const leastOf = ({ spec }: Sheet): number => spec.least / spec.unit;

function legendPart(sheet: Sheet, width: number, isWhole: boolean): Piece {
  if (!sheet.options.legend) return NOTHING;
  const { compact } = sheet.spec;
  const brief = isWhole && width < BRIEF_BELOW;
  return ruled(sheet, width, drawLegend(sheet.scene.legend, width, sheet.pen, { brief, runOn: compact }));
}

function listPart(sheet: Sheet, inner: Inner, { list, standfirst }: Plan, width: number): Piece {
  if (sheet.listed.length === 0) return NOTHING;
  if (list !== 'later') return ruled(sheet, width, drawList(sheet, width));
  const pages = drawListPages(sheet, inner, { standfirst: !standfirst, open: false }).length + 1;
  const disputed = sheet.listed.flatMap(({ dispute, number }) => (dispute === null ? [] : [number]));
  return drawPointer(sheet, width, sayListPages(pages, sheet.figures ? disputed : null, sheet.listed.length));
}

/** The room that a plan leaves for the graph, with all else drawn; its height is Infinity where the sheet's is. */
function planParts(sheet: Sheet, inner: Inner, plan: Plan): Parts {
  const side = plan.beside ? Math.min(SIDE.most, inner.width * SIDE.share) : inner.width;
  const header = drawHeader(sheet, side, plan.standfirst);
  const legend = legendPart(sheet, side, !plan.beside);
  const isUnder = plan.list === 'under-graph';
  const graphWidth = inner.width - side - GAP.beside;
  const list = listPart(sheet, inner, plan, isUnder ? graphWidth : side);
  // What it says of wordings is known only later.
  const footer = drawFooter(sheet, inner.width, sheet.figures ? null : sayWordless(88));
  const gap = gapOf(sheet);
  const gaps = (pieces: readonly Piece[]): number => pieces.filter(({ height }) => height > 0).length * gap;
  const furniture = isUnder ? [header, legend] : [header, legend, list];
  const taken = furniture.reduce((sum, { height }) => sum + height, 0) + gaps(furniture);
  const free = inner.height - footer.height - gap;
  const room = plan.beside
    ? { width: taken > free ? 0 : graphWidth, height: isUnder ? free - list.height - gap : free }
    : { width: inner.width, height: free - taken };
  return { plan, room, header, legend, list, footer, side };
}

/** Where all but the graph may stand, the fullest first page first. */
const UPRIGHT: readonly [beside: boolean, list: Plan['list']][] = [
  [false, 'in-line'],
  [false, 'later'],
];
const LANDSCAPE: typeof UPRIGHT = [
  [true, 'in-line'],
  [true, 'under-graph'],
  [false, 'in-line'],
  [true, 'later'],
  [false, 'later'],
];

function plansFor(inner: Inner): Plan[] {
  const plans: Plan[] = [];
  const isLandscape = inner.width > inner.height;
  for (const standfirst of [true, false]) {
    for (const [beside, list] of isLandscape ? LANDSCAPE : UPRIGHT) plans.push({ beside, standfirst, list });
  }
  // A standfirst is given up last, before the graph would be too small to read.
  return plans;
}

function isRoom({ width, height }: GraphRoom): boolean {
  return width >= LEAST_ROOM && height >= LEAST_ROOM;
}

interface Fitting extends Parts {
  readonly fitted: FittedGraph;
}

/** The first plan whose graph is nearly as large as in the best one, or at least large enough to be read as it is. */
function choosePlan(sheet: Sheet, inner: Inner): Fitting | null {
  const least = leastOf(sheet);
  const fittings = plansFor(inner).flatMap((plan) => {
    const parts = planParts(sheet, inner, plan);
    const fitted = isRoom(parts.room) && fitGraph(sheet.scene, sheet.figures, parts.room, { least, most: MOST_SCALE });
    return fitted ? [{ ...parts, fitted }] : [];
  });
  const best = Math.max(0, ...fittings.map(({ fitted }) => fitted.scale));
  const easy = least / WORDING_SIZE;
  return (
    fittings.find(({ fitted }) => fitted.scale >= Math.max(easy, Math.min(1, best * WORTH))) ??
    fittings.find(({ fitted }) => fitted.scale >= best) ??
    null
  );
}

function footerOf(sheet: Sheet, width: number, { wordless }: FittedGraph): Piece {
  return drawFooter(sheet, width, sheet.figures ? null : sayWordless(wordless));
}

function drawStacked(sheet: Sheet, inner: Inner, { room, fitted, header, legend, list }: Fitting): Piece {
  const body = stack([header, drawGraph(sheet, fitted, room), legend, list], gapOf(sheet));
  const footer = footerOf(sheet, inner.width, fitted);
  if (!Number.isFinite(inner.height)) return stack([body, footer], GAP.part);
  return { height: inner.height, markup: `${body.markup}\n${placeAt(footer, 0, inner.height - footer.height)}` };
}

function drawBeside(sheet: Sheet, inner: Inner, { plan, room, fitted, header, legend, list, side }: Fitting): Piece {
  const footer = footerOf(sheet, inner.width, fitted);
  const isUnder = plan.list === 'under-graph';
  const below = stack(isUnder ? [legend] : [legend, list], GAP.part);
  const bottom = inner.height - footer.height - gapOf(sheet);
  const parts = [
    header.markup,
    placeAt(below, 0, bottom - below.height),
    placeAt(drawGraph(sheet, fitted, room), side + GAP.beside, 0),
    isUnder ? placeAt(list, side + GAP.beside, bottom - list.height) : '',
    placeAt(footer, 0, inner.height - footer.height),
  ];
  return { height: inner.height, markup: parts.filter(Boolean).join('\n') };
}

/** True where a graph could not be read even with the whole sheet to itself. */
export function isHopeless(sheet: Sheet, inner: Inner): boolean {
  return leastOf(sheet) / scaleToFit(sheet.scene, inner) > MOST_TYPE;
}

/** A picture on sheets of one size; null where its graph could not be read. */
export function arrangeFixed(sheet: Sheet, inner: Inner): Arrangement | null {
  if (isHopeless(sheet, inner)) return null;
  const chosen = choosePlan(sheet, inner);
  if (!chosen) return null;
  const first = (chosen.plan.beside ? drawBeside : drawStacked)(sheet, inner, chosen);
  const { list, standfirst } = chosen.plan;
  const rest =
    list !== 'later' || sheet.listed.length === 0
      ? []
      : drawListPages(sheet, inner, { standfirst: !standfirst, open: false });
  return { pages: [first, ...rest], fitted: chosen.fitted };
}

/** A picture as high as it needs, at `scale` at most; its list on pages of their own where `listPage` is given. */
export function arrangeOpen(
  sheet: Sheet,
  width: number,
  { most, listPage }: { readonly most: number; readonly listPage: Inner | null },
): Arrangement | null {
  const inner = { width, height: Infinity };
  const plan: Plan = { beside: false, standfirst: true, list: listPage === null ? 'in-line' : 'later' };
  const parts = planParts(sheet, listPage ? { ...inner, height: listPage.height } : inner, plan);
  const room = { width, height: Infinity };
  const fitted = fitGraph(sheet.scene, sheet.figures, room, { least: leastOf(sheet), most });
  if (!fitted) return null;
  const first = drawStacked(sheet, inner, { ...parts, room, fitted });
  return {
    pages: [first, ...(listPage ? drawListPages(sheet, listPage, { standfirst: false, open: true }) : [])],
    fitted,
  };
}

/** The largest rooms that fixed sheets of this size leave for a graph, the list on pages of its own. */
export function roomsFor(sheet: Sheet, inner: Inner): GraphRoom[] {
  const plans = plansFor(inner).filter(({ list, standfirst }) => list === 'later' && standfirst);
  return plans.map((plan) => planParts(sheet, inner, plan).room).filter(isRoom);
}
