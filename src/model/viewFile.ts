import { dayText } from './days.ts';
import type { Point } from './layoutProblem.ts';
import type { EntityId } from './records.ts';
import type { Filters, View } from './view.ts';

/** The view as plain data: dates as EDTF, moved entities as a list. What scripts read and set. */
export interface ViewFile extends Omit<View, 'asOf' | 'held' | 'moved'> {
  /** Only what was public by this day counts; null for everything. */
  readonly asOf: string | null;
  /** Only what held, or may have, in this interval; null for any time. */
  readonly held: string | null;
  readonly moved: readonly ({ readonly id: EntityId } & Point)[];
}

/** Part of a view, of the filters too: what is left out stays as it is. */
export type ViewChange = Partial<Omit<ViewFile, 'filters'>> & { readonly filters?: Partial<Filters> };

/** A view as plain data. */
export function writeView({ filters, asOf, held, moved, ...view }: View): ViewFile {
  const day = (number: number | null): string => (number === null ? '..' : dayText(number));
  return {
    filters: structuredClone(filters),
    asOf: asOf === null ? null : dayText(asOf),
    held: held === null ? null : `${day(held.from)}/${day(held.to)}`,
    ...structuredClone(view),
    moved: [...moved].map(([id, { x, y }]) => ({ id, x, y })),
  };
}
