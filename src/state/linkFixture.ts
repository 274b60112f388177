import fc from 'fast-check';
import { dayNumber } from '../model/dates.ts';
import { GROUPS, KINDS, MODALITIES, STANCES } from '../model/records.ts';
import { HOME, NO_FILTERS } from '../model/view.ts';
import type { Rest } from './linked.ts';

const id = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' });
const ids = fc.uniqueArray(id, { maxLength: 6 });
const length = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((hundredths) => hundredths / 100 + 0);
const day = fc.integer({ min: dayNumber(0, 1, 1), max: dayNumber(9999, 12, 31) });
const listed = <Value>(value: fc.Arbitrary<Value>) => fc.option(fc.uniqueArray(value, { maxLength: 4 }));

const filters = fc.record({
  kinds: listed(fc.constantFrom(...KINDS)),
  groups: listed(fc.constantFrom(...GROUPS)),
  types: listed(id),
  standings: listed(fc.constantFrom(...MODALITIES, 'questioned', 'unsupported', 'unsourced')),
  modalities: listed(fc.constantFrom(...MODALITIES)),
  stances: listed(fc.constantFrom(...STANCES)),
  sources: listed(id),
  publishers: listed(fc.oneof(id, fc.constant(''))),
  speakers: listed(id.map((name) => `as ${name}`)),
  minOrigins: fc.nat({ max: 9 }),
  dispute: fc.option(fc.constantFrom('denied', 'disputed', 'undisputed')),
  dated: fc.option(fc.constantFrom('dated', 'undated')),
  text: fc.oneof(
    fc.constant(''),
    id.filter((text) => text.trim() !== ''),
  ),
});

const held = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));

const callout = fc.record({
  id,
  text: id.filter((text) => text.trim() !== ''),
  at: fc.oneof(
    id.map((entity) => ({ entity })),
    id.map((relation) => ({ relation })),
    fc.record({ x: length, y: length }),
  ),
});

const places = fc.uniqueArray(id, { minLength: 1, maxLength: 6 }).chain((names) =>
  fc.record({
    nodes: fc
      .tuple(
        ...names.map(() =>
          fc.record({ x: length, y: length, side: fc.constantFrom('below', 'above', 'right', 'left') }),
        ),
      )
      .map((all) => new Map(names.map((name, i) => [name, all[i]]))),
    ties: fc
      .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.integer({ min: -1, max: 100 })))
      .map((all) => new Map(all.map(([a, b, at]) => [JSON.stringify(a <= b ? [a, b] : [b, a]), { at: at / 100 + 0 }]))),
  }),
);

const { focus: _, ...home } = HOME;

/** The view in which a dataset opens, without its focus. */
export const BARE_REST: Rest = { view: home, cameraAt: null, question: null, voice: null, placement: null };

/** Everything that a link can say besides selection, focus and tab. */
export const anyRest = fc.record({
  view: fc.record({
    filters: fc.oneof(fc.constant(NO_FILTERS), filters),
    asOf: fc.option(day),
    held: fc.option(held),
    keepUnrelated: fc.boolean(),
    expanded: ids,
    collapsed: ids,
    added: ids,
    hidden: ids,
    pinned: ids,
    moved: fc.array(fc.tuple(id, fc.record({ x: length, y: length })), { maxLength: 8 }).map((all) => new Map(all)),
    arrangement: fc.constantFrom('usual', 'kind'),
    callouts: fc.uniqueArray(callout, { maxLength: 5, selector: (each) => each.id }),
  }),
  cameraAt: fc.option(
    fc.record({ x: length, y: length, zoom: fc.integer({ min: 1, max: 999_999 }).map((zoom) => zoom / 1000) }),
  ),
  question: fc.option(
    fc.record({
      from: fc.option(id),
      to: fc.option(id),
      everything: fc.boolean(),
      chosen: fc.integer({ min: -1, max: 9 }),
    }),
  ),
  voice: fc.option(id),
  placement: fc.option(places),
}) as unknown as fc.Arbitrary<Rest>;
