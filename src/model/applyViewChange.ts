import type { Dataset } from './dataset.ts';
import { parseDate } from './dates.ts';
import type { EntityId } from './records.ts';
import { type Filters, HOME, NO_FILTERS, type View } from './view.ts';
import type { ViewChange } from './viewFile.ts';
import type { VoiceKey } from './voices.ts';

function applyFilters({ entities }: Dataset, { speakers, minOrigins = 0, ...filters }: Partial<Filters>): Filters {
  const readVoice = (key: string): VoiceKey => (entities.has(key as EntityId) ? `id ${key}` : key) as VoiceKey;
  const whole = Math.max(0, Math.trunc(minOrigins));
  return { ...NO_FILTERS, ...filters, minOrigins: whole, speakers: speakers?.map(readVoice) ?? null };
}

/**
 * The view in which a dataset opens with a change that `parseViewChange` has let through, as that would give it; what it
 * would refuse has no meaning here. Small, for where no check is needed again.
 */
export function applyViewChange(dataset: Dataset, change: ViewChange): View {
  const { filters, asOf, held, moved, focus, ...rest } = change;
  const span = held ? parseDate(held) : null;
  const round = (length: number): number => Math.round(length * 100) / 100;
  const hops = Math.max(0, Math.min(3, Math.trunc(focus?.hops ?? 1)));
  return {
    ...HOME,
    ...rest,
    filters: applyFilters(dataset, filters ?? {}),
    asOf: asOf ? (parseDate(asOf)?.latest ?? null) : null,
    held: span && { from: span.earliest, to: span.latest },
    focus: focus ? { ids: focus.ids, hops } : null,
    moved: new Map(moved?.map(({ id, x, y }) => [id, { x: round(x), y: round(y) }])),
  };
}
