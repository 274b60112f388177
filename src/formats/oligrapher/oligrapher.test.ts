import { describe, expect, it } from 'vitest';
import { findAllProblems } from '../../model/parseDataset.ts';
import { checkHostile, corpusTexts, inputOf, readWith } from '../readFixture.ts';
import { oligrapher } from './oligrapher.ts';
import { plainText } from './plainText.ts';

const node = (id: string, name: string, more: object = {}): object => ({
  id,
  name,
  x: 10,
  y: -20,
  scale: 1,
  color: '#ccc',
  ...more,
});
const nodes = {
  1: node('1', 'Ann\nPerson', {
    url: '//littlesis.org/person/1/Ann',
    image: 'https://x.example/a.png',
    description: 'A person',
  }),
  2: node('2', 'B Corp', { url: 'https://littlesis.org/org/2-B_Corp', x: 5e9 }),
  3: node('3', 'C'),
};
const edges = {
  e1: {
    id: 'e1',
    node1_id: 1,
    node2_id: '2',
    label: 'CEO',
    arrow: '2->1',
    dash: true,
    url: 'https://littlesis.org/relationships/77',
  },
  e2: { id: 'e2', node1_id: '1', node2_id: '3', label: '$2,600', arrow: false },
  e3: { id: 'e3', node1_id: '3', node2_id: '9', label: 'ally', arrow: 'both', points: [1] },
  e4: {
    id: 'e4',
    node1_id: '1',
    node2_id: '2',
    label: 'donor',
    arrow: true,
    is_current: false,
    url: 'https://news.example/x',
  },
};
const captions = {
  c1: { id: 'c1', text: 'Look <b>here</b>', x: 1, y: 2 },
  c2: { id: 'c2', text: 'long '.repeat(100), x: 0, y: 0 },
};
const slide = {
  id: 's1',
  header: 'First',
  text: '<p>One <a href="https://a.example/?a=1&amp;b=2">link</a></p><ul><li>x</li><li>y &amp; z</li></ul><script>no()</script>',
  nodeIds: ['1', 'gone'],
  edgeIds: ['e1'],
  captionIds: ['c1'],
};

/** Every field of a group of things under `display`, as version 2 has it. */
const displayed = (things: Readonly<Record<string, object>>): object =>
  Object.fromEntries(
    Object.entries(things).map(([key, thing]) => {
      const { id, node1_id, node2_id, ...display } = thing as Record<string, unknown>;
      return [key, { id, ...(node1_id === undefined ? {} : { node1_id, node2_id }), display }];
    }),
  );

const MAPS: Readonly<Record<string, object>> = {
  'version 2': {
    title: 'A map',
    graph: { nodes: displayed(nodes), edges: displayed(edges), captions: displayed(captions) },
    annotations: [slide],
  },
  'version 3': {
    attributes: { title: 'A map', user: { name: 'maker' } },
    graph: { nodes, edges, captions },
    annotations: { list: [slide], currentIndex: 0, sources: null },
  },
  'a map of LittleSis': {
    title: 'A map',
    graph_data: JSON.stringify({ nodes, edges, captions }),
    annotations_data: JSON.stringify([slide]),
  },
};

describe.each(Object.entries(MAPS))('%s', (_, map) => {
  const { file, read, log } = readWith(oligrapher, map);
  const type = (id: string) => file.relationTypes.find((each) => each.id === id);

  it('is recognised, counted and titled', () => {
    expect(oligrapher.sniff(inputOf(JSON.stringify(map)))).toBeGreaterThan(0.9);
    expect(read).toEqual({ nodes: 3, edges: 4 });
    expect(file.title).toBe('A map');
  });

  it('knows people and organizations by their pages, which are no evidence', () => {
    expect(file.entities.map(({ kind, name }) => [kind, name])).toEqual([
      ['Person', 'Ann Person'],
      ['Organization', 'B Corp'],
      ['Other', 'C'],
      ['Other', '9'],
    ]);
    expect(file.entities[0]).toMatchObject({
      summary: 'A person',
      identifiers: [{ scheme: 'LittleSis', value: '1', url: 'https://littlesis.org/person/1/Ann' }],
      kept: { oligrapher: { image: 'https://x.example/a.png' } },
    });
    expect(file.sources.map(({ url, publisher, kind }) => [url, publisher, kind])).toEqual([
      ['https://littlesis.org/relationships/77', 'LittleSis', 'dataset'],
      ['https://news.example/x', null, 'other'],
    ]);
  });

  it('directs relations by their arrows and takes no dash for a doubt', () => {
    expect(file.relations.map(({ from, to }) => [from, to])).toEqual([
      ['2', '1'],
      ['1', '3'],
      ['3', '9'],
      ['1', '2'],
    ]);
    expect(file.relations.map((each) => type(each.type)?.symmetric)).toEqual([false, true, true, false]);
    expect(file.relations[0]).toMatchObject({ claims: [{ modality: 'stated' }], kept: { oligrapher: { dash: true } } });
    expect(file.relations[1]).toMatchObject({ label: '$2,600', type: 'type:is linked to', claims: [] });
    expect(file.relations[3]).toMatchObject({ properties: { isCurrent: ['false'] } });
  });

  it('puts nodes where they stood', () => {
    expect(file).toMatchObject({ positions: { 1: [10, -20], 3: [10, -20] } });
    expect(file).not.toHaveProperty('positions.2');
  });

  it('tells slides as a story with the captions in it', () => {
    expect(file.stories).toMatchObject([
      {
        title: 'A map',
        description: expect.stringContaining('long long'),
        steps: [
          {
            title: 'First',
            caption: 'One link (https://a.example/?a=1&b=2)\n• x\n• y & z',
            show: ['1', 'e1'],
            selection: ['1', 'e1'],
            view: { callouts: [{ id: 'c1', text: 'Look here', at: { x: 1, y: 2 } }] },
          },
        ],
      },
    ]);
    expect(findAllProblems(file).filter(({ code }) => code !== 'relation-without-claims')).toEqual([]);
    expect(log.issues().map(({ code }) => code)).toEqual(
      expect.arrayContaining(['slide-shows-unknown', 'dangling-end', 'caption-not-placed']),
    );
  });

  it('is refused or valid whatever is done to it', () => {
    expect(checkHostile(oligrapher, map, 150)).toBeGreaterThan(20);
  });
});

describe('plain text', () => {
  it.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['AT&T &lt;b&gt; &#233;&#x110000;', 'AT&T <b> é&#x110000;'],
    ['<div>a<br>b</div><style>x', 'a\nb'],
    ['<p>&nbsp;</p><p>x</p>', 'x'],
  ])('of %s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('costs no more than its length', () => {
    const start = performance.now();
    plainText('<a'.repeat(300_000));
    plainText('&#'.repeat(300_000));
    plainText('<a href='.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe.skipIf(!process.env['SAYSO_SHARED'])('the corpus', () => {
  it('has three maps, which are read as they count', () => {
    const found = [...corpusTexts()].filter(([name, text]) => oligrapher.sniff(inputOf(text, name)) > 0);
    const results = found.map(([name, text]) => {
      const { file, read } = readWith(oligrapher, text);
      expect(
        findAllProblems(file).filter(({ severity, code }) => severity === 'error' || code === 'bad-story'),
      ).toEqual([]);
      const [story] = (file.stories ?? []) as { steps: unknown[] }[];
      return [name, read.nodes, read.edges, story?.steps.length ?? 0];
    });
    expect(results).toEqual([
      ['09-oligrapher/dev-v2.json', 36, 97, 1],
      ['09-oligrapher/exxon-v3.json', 3, 1, 0],
      ['09-oligrapher/puerto-rico.json', 26, 37, 7],
    ]);
  });
});
