import fc from 'fast-check';
import {
  type DatasetFile,
  GROUPS,
  KINDS,
  MODALITIES,
  RESPONSES,
  type Ref,
  SOURCE_KINDS,
  STANCES,
} from '../model/records.ts';

/** Ids that clash with names of JavaScript's own, with numbers, with ids that readers make up, or need quoting. */
const ODD_IDS: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  '1',
  '01',
  '2',
  '-1',
  '1.0',
  '9007199254740993',
  'e1',
  'r1',
  'n0',
  'n0~2',
  'claim-1',
  'claim-1~2',
  'source-1',
  'type:owns',
  'a|b;c,d',
  '=1+1',
  "'",
  '"',
  '習近平',
  '<id>&',
  'null',
  'sayso',
  ` ${'x'.repeat(450)}`,
];

const point = fc.constantFrom('1999', '2004-02', '2004-02-29', '2016-11-08', '2022');
const marked = fc.tuple(point, fc.constantFrom('', '', '?', '~', '%')).map(([date, mark]) => date + mark);
const later = fc.constantFrom('2023', '2023-05~', '2024-10-25', '2024%', '..', '');
/** Every form of the dates that we have (DESIGN 2.2), and a text that is none. */
const date = fc.oneof(
  marked,
  fc.tuple(marked, later).map(([start, end]) => `${start}/${end}`),
  marked.map((end) => `../${end}`),
  fc.constant('some day in spring'),
);

const index = fc.nat(60);

type Optional = Readonly<Record<string, fc.Arbitrary<unknown>>>;
const optional = (fields: Optional): fc.Arbitrary<object> => fc.record(fields, { requiredKeys: [] });

function someTexts(text: fc.Arbitrary<string>) {
  const values = fc.oneof(
    fc.array(text, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(['1'], ['2.5', '-3'], ['true'], ['1e400'], ['007'], [''], ['a|b', 'a\\|b', '[x]']),
  );
  const name = fc.oneof(
    text,
    fc.constantFrom(
      '__proto__',
      'constructor',
      'label',
      'name',
      'id',
      'x',
      'y',
      'kind',
      'url',
      'startDate',
      'parent',
      'source',
      'target',
      'weight',
      'title',
      'interaction',
      'start',
      'proof',
      'alias',
      'indexText',
      'viz',
      'sayso_file_id',
    ),
  );
  const properties = fc
    .uniqueArray(fc.tuple(name, values), { selector: ([key]) => key, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries));
  return { text, values, properties };
}

type Texts = ReturnType<typeof someTexts>;

function someClaim({ text, properties }: Texts) {
  const ref = fc.oneof(fc.record({ at: index }), fc.record({ label: text }));
  const step = fc.tuple(ref, fc.constantFrom('named', 'unnamed', 'unstated'), optional({ on: date }));
  const locator = optional({
    paragraph: fc.integer({ min: 1, max: 9 }),
    sentence: fc.integer({ min: 1, max: 9 }),
    page: fc.integer({ min: 1, max: 900 }),
    timestamp: text,
    quote: text,
  });
  return fc.record({
    of: index,
    isOfEntity: fc.constantFrom(true, false, false),
    source: index,
    steps: fc.array(step, { maxLength: 3 }),
    audience: fc.option(ref),
    medium: fc.option(ref),
    against: fc.array(index, { maxLength: 2 }),
    plain: fc.record(
      {
        stance: fc.constantFrom(...STANCES),
        modality: fc.constantFrom(...MODALITIES),
        text,
        locators: fc.array(locator, { maxLength: 2 }),
        statement: fc.constantFrom('one', 'two'),
        said: date,
        public: date,
        valid: date,
        properties,
        scope: text,
        condition: text,
        inPassing: fc.constant(true),
        response: fc.constantFrom(...RESPONSES),
        retracted: fc
          .tuple(fc.record({ date: marked }), optional({ by: text, note: text }))
          .map(([when, more]) => ({ ...when, ...more })),
        note: text,
      },
      { requiredKeys: ['stance', 'modality', 'text', 'locators'] },
    ),
  });
}

function someRecords(texts: Texts) {
  const { text, values, properties } = texts;
  const name = fc
    .oneof(text, fc.constantFrom(' spaced ', '1', '=SUM(A1)'))
    .map((each) => (each.trim() === '' ? 'N' : each));
  const wording = fc.record({
    full: name,
    short: fc.oneof(name, fc.constant('is the ultimate beneficial owner, so they say, of')),
  });
  const entity = fc
    .tuple(
      fc.record({ kind: fc.constantFrom(...KINDS), name }),
      optional({
        names: fc.dictionary(fc.constantFrom('ru', 'zh-Hant', 'en'), values, { minKeys: 1 }),
        aliases: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
        summary: name,
        properties,
        identifiers: fc.array(
          fc.tuple(fc.record({ scheme: text, value: text }), optional({ url: text })).map(([a, b]) => ({ ...a, ...b })),
          { minLength: 1, maxLength: 2 },
        ),
      }),
      fc.array(index, { maxLength: 2 }),
    )
    .map(([must, may, about]) => ({ plain: { ...must, ...may }, about }));
  const source = fc
    .tuple(
      fc.record({
        label: name,
        kind: fc.constantFrom(...SOURCE_KINDS),
        title: fc.option(name),
        publisher: fc.option(name),
        authors: fc.array(name, { maxLength: 2 }),
        published: fc.option(date),
        url: fc.option(fc.constantFrom('https://a.example/x?y=1&z', 'javascript:alert(1)', 'no address')),
      }),
      optional({ archivedUrl: name, accessed: date, language: fc.constant('ru'), licence: name }),
    )
    .map(([must, may]) => ({ ...must, ...may }));
  const type = fc
    .tuple(
      fc.record({
        forward: wording,
        reverse: wording,
        symmetric: fc.boolean(),
        moment: fc.boolean(),
        group: fc.constantFrom(...GROUPS, 'event-role' as const),
      }),
      optional({ schema: fc.constantFrom('Ownership', 'Family', 'UnknownLink', 'Invented') }),
    )
    .map(([must, may]) => ({ ...must, ...may }));
  const relation = fc.record({
    type: index,
    from: index,
    to: index,
    plain: optional({ label: name, valid: date, properties }),
  });
  return { entity, source, type, relation };
}

type Made<A> = A extends fc.Arbitrary<infer T> ? T : never;
interface Parts {
  readonly ids: readonly string[];
  readonly head: object;
  readonly sources: readonly object[];
  readonly types: readonly object[];
  readonly entities: readonly { plain: object; about: readonly number[] }[];
  readonly relations: readonly { type: number; from: number; to: number; plain: object }[];
  readonly claims: readonly Made<ReturnType<typeof someClaim>>[];
}

const at = (ids: readonly string[], i: number): string => ids[i % ids.length] ?? '';

function assemble({ ids, head, sources, types, entities, relations, claims }: Parts): DatasetFile {
  let given = 0;
  const give = (rows: readonly unknown[]): string[] => rows.map(() => ids[given++] ?? `id ${given}`);
  const [entityIds, relationIds, claimIds] = [give(entities), give(relations), give(claims)];
  const [sourceIds, typeIds] = [give(sources), give(types)];
  const refOf = (ref: { at: number } | { label: string }): Ref =>
    ('at' in ref ? { entity: at(entityIds, ref.at) } : ref) as Ref;
  const made = claims.map(({ of, isOfEntity, source, steps, audience, medium, against, plain }, i) => ({
    isOfEntity: isOfEntity || relations.length === 0,
    of,
    claim: {
      id: claimIds[i],
      source: at(sourceIds, source),
      attribution: steps.map(([ref, kind, more]) => ({ ...(kind === 'unstated' ? {} : refOf(ref)), kind, ...more })),
      ...plain,
      ...(audience ? { audience: refOf(audience) } : {}),
      ...(medium ? { medium: refOf(medium) } : {}),
      ...(against.length > 0
        ? { against: [...new Set(against.map((each) => at([...relationIds, ...claimIds], each)))] }
        : {}),
    },
  }));
  const claimsOf = (i: number, isEntity: boolean): object[] =>
    made
      .filter(({ of, isOfEntity }) => isOfEntity === isEntity && of % (isEntity ? entities : relations).length === i)
      .map(({ claim }) => claim);
  return {
    sayso: 1,
    id: 'dataset',
    ...head,
    sources: sources.map((source, i) => ({ id: sourceIds[i], ...source })),
    entities: entities.map(({ plain, about }, i) => ({
      id: entityIds[i],
      ...plain,
      ...(claimsOf(i, true).length > 0 ? { claims: claimsOf(i, true) } : {}),
      ...(about.length > 0 && relations.length > 0
        ? { about: [...new Set(about.map((each) => at(relationIds, each)))] }
        : {}),
    })),
    relations: relations.map(({ type, from, to, plain }, i) => ({
      id: relationIds[i],
      type: at(typeIds, type),
      from: at(entityIds, from),
      to: at(entityIds, to),
      ...plain,
      claims: claimsOf(i, false),
    })),
    relationTypes: types.map((type, i) => ({ id: typeIds[i], ...type })),
  } as unknown as DatasetFile;
}

/** Any dataset: every kind, group, stance, modality and form of date, several relations and none, loops, clashing ids. */
export function anyDataset(text: fc.Arbitrary<string>): fc.Arbitrary<DatasetFile> {
  const texts = someTexts(text);
  const { entity, source, type, relation } = someRecords(texts);
  return fc
    .record({
      ids: fc.shuffledSubarray([...ODD_IDS]),
      head: fc
        .tuple(
          fc.record({ title: text.map((each) => (each.trim() === '' ? 'T' : each)) }),
          optional({
            description: text.filter((each) => each !== ''),
            version: fc.constant('1.2'),
            updated: fc.constant('2024-11'),
            authors: fc.array(
              text.map((each) => each || 'A'),
              { minLength: 1, maxLength: 2 },
            ),
            contact: fc.constant('a@b.example'),
            licence: fc.constant('CC BY 4.0'),
            language: fc.constant('en'),
          }),
        )
        .map(([must, may]) => ({ ...must, ...may })),
      sources: fc.array(source, { minLength: 1, maxLength: 3 }),
      types: fc.array(type, { minLength: 1, maxLength: 4 }),
      entities: fc.array(entity, { minLength: 1, maxLength: 6 }),
      relations: fc.array(relation, { maxLength: 8 }),
      claims: fc.array(someClaim(texts), { maxLength: 10 }),
    })
    .map(assemble);
}
