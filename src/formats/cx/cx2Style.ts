/** What a style of ours has to show, by the columns that the file has. */
export interface StyleNeeds {
  /** There is a column `sayso_disputed`. */
  readonly hasDisputes: boolean;
  /** Some edges have no direction. */
  readonly hasUndirected: boolean;
}

const passThrough = (attribute: string): unknown => ({ type: 'PASSTHROUGH', definition: { attribute } });
const discrete = (attribute: string, v: unknown, vp: unknown): unknown => ({
  type: 'DISCRETE',
  definition: { attribute, map: [{ v, vp }] },
});

/**
 * The visual style for a graph that brings none, so that names, wordings, directions and disputes are seen when the file is
 * opened: a disputed line is dashed and red.
 */
export function buildCx2Style({ hasDisputes, hasUndirected }: StyleNeeds): readonly unknown[] {
  return [
    {
      default: { network: {}, node: {}, edge: { EDGE_TARGET_ARROW_SHAPE: 'triangle' } },
      nodeMapping: { NODE_LABEL: passThrough('name') },
      edgeMapping: {
        EDGE_LABEL: passThrough('interaction'),
        ...(hasUndirected ? { EDGE_TARGET_ARROW_SHAPE: discrete('directed', false, 'none') } : {}),
        ...(hasDisputes
          ? {
              EDGE_LINE_STYLE: discrete('sayso_disputed', 'yes', 'dashed'),
              EDGE_LINE_COLOR: discrete('sayso_disputed', 'yes', '#b3261e'),
            }
          : {}),
      },
    },
  ];
}

const OURS: ReadonlySet<string> = new Set(
  [true, false].flatMap((hasDisputes) =>
    [true, false].map((hasUndirected) => JSON.stringify(buildCx2Style({ hasDisputes, hasUndirected }))),
  ),
);

/** Whether a style is the one that we write, unchanged: it says nothing of the file's maker. */
export function isCx2Style(elements: unknown): boolean {
  return OURS.has(JSON.stringify(elements));
}
