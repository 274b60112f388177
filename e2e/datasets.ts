import { named, sampleClaim, sampleEntity, sampleFile, sampleRelation } from '../src/model/sampleFixture.ts';

const MARKUP = '<img src=x onerror="window.__pwned=1"><script>window.__pwned=2</script></text></svg>';
const ADDRESS = 'javascript:window.__pwned=3';
const LONG = 'Abcdefghi '.repeat(1000).trim();
const UNBROKEN = 'W'.repeat(10_000);

/** Names that would break out of their place in a page, a picture or an object if they could. */
export const HOSTILE_NAMES: ReadonlyMap<string, string> = new Map([
  ['markup', MARKUP],
  ['__proto__', '__proto__'],
  ['constructor', '{{constructor.constructor("window.__pwned=4")()}}'],
  ['long', LONG],
  ['unbroken', UNBROKEN],
  ['rtl', '\u202Eevil\u202C شركة الاختبار \u2067גוף ציבורי\u2069'],
  ['combining', `Z${'\u0335\u0321\u0327'.repeat(60)}algo`],
  ['emoji', '👩‍👩‍👧‍👦 🏴‍☠️ 🇹🇼 family office'],
  ['blank', '\u200B\u200B'],
  ['controls', 'bell\u0007null\u0000line\u2028end'],
]);

/** Markup, script addresses, prototype keys, endless names, other directions and signs, all connected and disputed. */
export function buildHostile(): string {
  const ids = [...HOSTILE_NAMES.keys()];
  const entities = [...HOSTILE_NAMES].map(([id, name]) =>
    sampleEntity(id, {
      name,
      aliases: [MARKUP, LONG],
      summary: MARKUP,
      names: { en: [MARKUP], '"><script>': ['x'] },
      identifiers: [
        { scheme: MARKUP, value: ADDRESS, url: ADDRESS },
        { scheme: 'data', value: 'data:text/html,<script>parent.__pwned=5</script>' },
      ],
      properties: { website: [ADDRESS], address: [MARKUP] },
    }),
  );
  const relations = ids
    .slice(1)
    .map((id, i) =>
      sampleRelation(
        `r-${id}`,
        ids[0]!,
        id,
        [
          sampleClaim(`c-${i}`, { text: MARKUP, note: MARKUP, condition: LONG, locators: [{ quote: MARKUP }] }),
          sampleClaim(`d-${i}`, { stance: 'denies', modality: 'reported', attribution: [named(id)], text: MARKUP }),
        ],
        { label: i % 2 === 0 ? MARKUP : UNBROKEN },
      ),
    );
  const file = sampleFile(entities, relations, { id: '../../etc/passwd', title: MARKUP, description: LONG });
  const sources = file.sources.map((source) => ({
    ...source,
    label: MARKUP,
    title: MARKUP,
    url: ADDRESS,
    archivedUrl: 'vbscript:x',
  }));
  // As a file would bring it: an own key, not a prototype.
  return JSON.stringify({ ...file, sources }).replace(
    '{',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
  );
}
