import { divideColumns, setColumnPages } from './columns.ts';
import { drawFooter, drawRunningHead, drawStandfirst, ruled } from './drawFrame.ts';
import { drawItems, drawListHeading } from './drawList.ts';
import { type Piece, placeAt, stack } from './paragraph.ts';
import type { Sheet } from './sheet.ts';

const GAP = 14;

/** A page's content between its margins, units. */
export interface Inner {
  readonly width: number;
  readonly height: number;
}

/**
 * The pages that hold the list, as high as the sheet but for the last, which is as high as its content where `open`:
 * head, list in columns, footer at the bottom. The standfirst stands first where the first page has no room for it.
 */
export function drawListPages(
  sheet: Sheet,
  inner: Inner,
  { standfirst, open }: { standfirst: boolean; open: boolean },
): Piece[] {
  const { width, height } = inner;
  const intro = standfirst ? drawStandfirst(sheet, width) : { height: 0, markup: '' };
  const heading = drawListHeading(sheet, width);
  const footer = drawFooter(sheet, width);
  const head = drawRunningHead(sheet, width, 88, 88).height;
  const room = height - head - heading.height - footer.height - 3 * GAP - 12;
  const columns = divideColumns(width);
  const { items, sources } = drawItems(sheet, columns.width, room);
  // What stands before the list takes of the first page what it needs, as an item across all columns would.
  const lead = intro.height === 0 ? 0 : intro.height + GAP;
  const bodies = setColumnPages([...items, ...sources], columns, [room - lead, room]);
  return bodies.map((body, i) => {
    const top = drawRunningHead(sheet, width, i + 2, bodies.length + 1);
    const content = stack([...(i === 0 ? [intro] : []), ruled(sheet, width, stack([heading, body], GAP - 4))], GAP);
    const above = stack([top, content], GAP);
    if (open && i === bodies.length - 1) return stack([above, footer], GAP);
    return { height, markup: `${above.markup}\n${placeAt(footer, 0, height - footer.height)}` };
  });
}
