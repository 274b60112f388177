import * as v from 'valibot';
import { GROUPS, KINDS, MODALITIES, STANCES } from './records.ts';
import { datasetSchema } from './schema.ts';
import { STANDING_WORDS } from './standing.ts';
import { ARRANGEMENTS } from './view.ts';

const text = v.string();
const number = v.number();
const id = v.pipe(text, v.minLength(1));
const ids = v.optional(v.array(id));
const maybeDate = v.optional(v.nullable(v.pipe(text, v.description('EDTF, the profile of DESIGN 2.2'))));
const anyOf = <const Names extends readonly string[]>(names: Names) =>
  v.optional(v.nullable(v.array(v.picklist(names))));
const anyId = v.optional(v.nullable(v.array(id)));

const filters = v.looseObject({
  kinds: anyOf(KINDS),
  groups: anyOf(GROUPS),
  types: anyId,
  standings: anyOf(STANDING_WORDS),
  modalities: anyOf(MODALITIES),
  stances: anyOf(STANCES),
  sources: anyId,
  publishers: v.optional(v.nullable(v.array(text))),
  speakers: anyId,
  minOrigins: v.optional(number),
  dispute: v.optional(v.nullable(v.picklist(['denied', 'disputed', 'undisputed']))),
  dated: v.optional(v.nullable(v.picklist(['dated', 'undated']))),
  text: v.optional(text),
});

const callout = v.looseObject({
  id: text,
  text,
  at: v.union([
    v.looseObject({ entity: id }),
    v.looseObject({ relation: id }),
    v.looseObject({ x: number, y: number }),
  ]),
});

const view = v.looseObject({
  filters: v.optional(filters),
  asOf: maybeDate,
  held: maybeDate,
  keepUnrelated: v.optional(v.boolean()),
  focus: v.optional(v.nullable(v.looseObject({ ids: v.array(id), hops: v.optional(number) }))),
  expanded: ids,
  collapsed: ids,
  added: ids,
  hidden: ids,
  pinned: ids,
  moved: v.optional(v.array(v.looseObject({ id, x: number, y: number }))),
  arrangement: v.optional(v.picklist(ARRANGEMENTS)),
  callouts: v.optional(v.array(callout)),
});

const step = v.looseObject({
  id,
  title: v.optional(text),
  caption: text,
  view: v.optional(v.pipe(view, v.description('What differs from the view in which the dataset opens'))),
  selection: ids,
  show: ids,
});

/** The shape of a story that can be played. */
export const storySchema = v.looseObject({
  id,
  title: text,
  description: v.optional(text),
  steps: v.array(step),
});

/**
 * The shape that `data/sayso.schema.json` tells of. Stories apart it is the one that files are held to: a story of
 * another shape is not played, but does not keep a file from being opened.
 */
export const publishedSchema = v.looseObject({
  ...datasetSchema.entries,
  stories: v.optional(v.array(storySchema)),
});
