import * as v from 'valibot';
import { GROUPS, KINDS, MODALITIES, RESPONSES, SOURCE_KINDS, STANCES } from './records.ts';

// Plain on purpose: valibot's brands, checks and transforms cannot be written as JSON Schema. What needs more than a
// shape is checked in parseDataset. Objects are loose, since unknown fields survive.
const text = v.string();
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const edtf = v.pipe(v.string(), v.description('EDTF, the profile of DESIGN 2.2; other text is kept and reported'));
const maybeText = v.nullable(text);
const properties = v.record(text, v.array(text));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

const ref = v.looseObject({ entity: v.optional(id), label: v.optional(text) });

const step = v.looseObject({
  entity: v.optional(id),
  label: v.optional(text),
  kind: v.picklist(['named', 'unnamed', 'unstated']),
  on: v.optional(edtf),
});

const locator = v.looseObject({
  paragraph: v.optional(count),
  sentence: v.optional(count),
  page: v.optional(count),
  timestamp: v.optional(text),
  quote: v.optional(text),
});

const claim = v.looseObject({
  id,
  stance: v.picklist(STANCES),
  modality: v.picklist(MODALITIES),
  source: id,
  attribution: v.array(step),
  statement: v.optional(text),
  said: v.optional(edtf),
  public: v.optional(edtf),
  valid: v.optional(edtf),
  properties: v.optional(properties),
  scope: v.optional(text),
  condition: v.optional(text),
  audience: v.optional(ref),
  medium: v.optional(ref),
  against: v.optional(v.array(id)),
  inPassing: v.optional(v.boolean()),
  locators: v.array(locator),
  text,
  response: v.optional(v.picklist(RESPONSES)),
  retracted: v.optional(v.looseObject({ date: edtf, by: v.optional(text), note: v.optional(text) })),
  note: v.optional(text),
});

const source = v.looseObject({
  id,
  label: text,
  kind: v.picklist(SOURCE_KINDS),
  title: maybeText,
  publisher: maybeText,
  authors: v.array(text),
  published: v.nullable(edtf),
  url: maybeText,
  archivedUrl: v.optional(maybeText),
  accessed: v.optional(v.nullable(edtf)),
  language: v.optional(text),
  licence: v.optional(maybeText),
  passages: v.optional(
    v.looseObject({
      kind: v.picklist(['digest', 'own copy']),
      items: v.array(v.looseObject({ paragraph: count, text })),
    }),
  ),
});

const entity = v.looseObject({
  id,
  kind: v.picklist(KINDS),
  name: v.pipe(v.string(), v.minLength(1)),
  names: v.optional(v.record(text, v.array(text))),
  aliases: v.optional(v.array(text)),
  summary: v.optional(text),
  identifiers: v.optional(v.array(v.looseObject({ scheme: text, value: text, url: v.optional(text) }))),
  properties: v.optional(properties),
  claims: v.optional(v.array(claim)),
  about: v.optional(v.array(id)),
});

const relation = v.looseObject({
  id,
  type: id,
  from: id,
  to: id,
  label: v.optional(text),
  valid: v.optional(edtf),
  properties: v.optional(properties),
  claims: v.array(claim),
});

const wording = v.looseObject({ full: text, short: text });

const relationType = v.looseObject({
  id,
  forward: wording,
  reverse: wording,
  symmetric: v.boolean(),
  moment: v.boolean(),
  group: v.picklist(GROUPS),
  schema: v.optional(text),
});

const merged = v.looseObject({
  into: id,
  at: v.optional(edtf),
  before: v.looseObject({
    index: v.pipe(v.number(), v.integer(), v.minValue(0)),
    gone: entity,
    kept: entity,
    entities: v.array(entity),
    relations: v.array(relation),
    stories: v.array(v.looseObject({ index: v.number(), story: v.optional(v.unknown()) })),
    positions: v.optional(v.record(text, v.unknown())),
  }),
});

/** The shape of a Sayso file, version 1; `data/sayso.schema.json` is generated from it and the stories' own shape. */
export const datasetSchema = v.looseObject({
  sayso: v.literal(1),
  id,
  title: text,
  description: v.optional(text),
  version: v.optional(text),
  updated: v.optional(edtf),
  authors: v.optional(v.array(text)),
  contact: v.optional(text),
  licence: v.optional(text),
  language: v.optional(text),
  sources: v.array(source),
  entities: v.array(entity),
  relations: v.array(relation),
  relationTypes: v.array(relationType),
  stories: v.optional(v.array(v.unknown())),
  notes: v.optional(text),
  merged: v.optional(
    v.pipe(v.array(merged), v.description('Entities merged into others, with the records as they were')),
  ),
  distinct: v.optional(v.pipe(v.array(v.array(id)), v.description('Pairs that look alike and are not the same'))),
});
