import fc from 'fast-check';

/** One change of a text: what is cut out of where, and what is put there. */
interface Mutation {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

const TOKENS = [
  '',
  '"',
  "'",
  '<',
  '>',
  '&',
  '{',
  '}',
  '[',
  ']',
  ',',
  ';',
  '\n',
  '\r',
  '\t',
  ':',
  'null',
  '-1',
  '1e999',
  '__proto__',
  'id',
  '<node id="n0"/>',
  '"id":',
  '\u0000',
  '\ufeff',
  '\u202e',
  '🙂',
  '9007199254740993',
  '2020-13-45',
  'javascript:alert(1)',
];

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(200)),
  put: fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 5 })),
});

/** Ways of spoiling a text: up to five changes anywhere in it. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(mutation, { minLength: 1, maxLength: 5 });

/** The text with the changes made one after the other. */
export function mutate(text: string, changes: readonly Mutation[]): string {
  return changes.reduce((now, { at, cut, put }) => {
    const place = Math.floor(at * now.length);
    return now.slice(0, place) + put + now.slice(place + cut);
  }, text);
}
