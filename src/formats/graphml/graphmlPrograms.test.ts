import { describe, expect, it } from 'vitest';
import type { PropertyGraph } from '../propertyGraph.ts';
import { readFiles } from '../readFiles.ts';
import { parseGraphml } from './parseGraphml.ts';
import { printGraphml } from './printGraphml.ts';
import { plainGraph, readContext } from './propertyGraphFixture.ts';

/** The graph, and the codes of what was said of it. */
function read(text: string): PropertyGraph & { readonly codes: readonly string[] } {
  const context = readContext();
  const graph = parseGraphml(text, context);
  return { ...graph, codes: context.log.issues().map(({ code }) => code) };
}

const inGraph = (keys: string, inside: string): string =>
  `<graphml>${keys}<graph edgedefault="directed">${inside}</graph></graphml>`;
const data = (key: string, text: string): string => `<data key="${key}">${text}</data>`;

describe('names and kinds', () => {
  const entitiesOf = async (text: string) => {
    const { file } = await readFiles([{ name: 'a.graphml', content: new Blob([text]) }], null, () => undefined);
    return file.entities.map(({ name, kind }) => [name, kind]);
  };

  it('takes the labels that JGraphT writes for names', async () => {
    const keys = '<key id="v" for="node" attr.name="VertexLabel" attr.type="string"/>';
    expect(await entitiesOf(inGraph(keys, `<node id="1">${data('v', 'Acme')}</node>`))).toEqual([['Acme', 'Other']]);
  });

  it('takes any of the labels that Neo4j gives a node for its kind', async () => {
    const node = (id: string, labels: string): string =>
      `<node id="${id}" labels="${labels}">${data('labels', labels)}</node>`;
    const nodes = `${node('a', ':Company:Offshore')}${node('b', ':Actor:Person')}${node('c', ':Film')}`;
    expect(await entitiesOf(inGraph('<key id="labels" for="node"/>', nodes))).toEqual([
      ['a', 'Company'],
      ['b', 'Person'],
      ['c', 'Other'],
    ]);
  });
});

describe('drawings', () => {
  const keys = '<key id="d" for="node" yfiles.type="nodegraphics"/><key id="e" for="edge" yfiles.type="edgegraphics"/>';

  it('reads labels that yFiles writes in an attribute, and a new one goes there', () => {
    const label = '<x:List><y:Label Text="Acme &amp; Sons" Style="s"/></x:List>';
    const port = '<port name="p"><data key="q"><y:Label Text="port"/></data></port>';
    const graph = read(inGraph('', `<node id="a">${port}${data('l', label)}</node><node id="b">${port}</node>`));
    expect(graph.nodes.map((node) => node.label)).toEqual(['Acme & Sons', null]);
    const [first, ...others] = graph.nodes;
    const text = printGraphml({ ...graph, nodes: [{ ...first!, label: 'New' }, ...others] });
    expect(text).toContain('<y:Label Text="New" Style="s"/>');
  });

  it('shows every label of a drawing, and does not write the others twice', () => {
    const labels = '<y:EdgeLabel>owns</y:EdgeLabel><y:EdgeLabel>denied by Acme</y:EdgeLabel>';
    const uml =
      '<y:UMLClassNode><y:NodeLabel>N</y:NodeLabel><y:UML><y:AttributeLabel>m</y:AttributeLabel></y:UML></y:UMLClassNode>';
    const edge = `<edge source="n" target="n">${data('e', `<y:PolyLineEdge>${labels}</y:PolyLineEdge>`)}</edge>`;
    const graph = read(inGraph(keys, `<node id="n">${data('d', uml)}</node>${edge}`));
    expect(graph.edges[0]).toMatchObject({
      label: 'owns',
      attributes: new Map([['further labels', ['denied by Acme']]]),
    });
    expect(graph.nodes[0]).toMatchObject({ label: 'N', attributes: new Map([['further labels', ['m']]]) });
    expect(graph.codes).toEqual(['further-labels']);
    const text = printGraphml(graph);
    expect(text.match(/denied by Acme/g)).toHaveLength(1);
    expect(plainGraph(read(text))).toEqual(plainGraph(graph));
  });

  it('says where an arrow is drawn against the direction of its edge', () => {
    const edge = (source: string, target: string): string =>
      `<edge source="n" target="n">${data('e', `<y:PolyLineEdge><y:Arrows source="${source}" target="${target}"/></y:PolyLineEdge>`)}</edge>`;
    const graph = (source: string, target: string) => read(inGraph(keys, `<node id="n"/>${edge(source, target)}`));
    expect(graph('standard', 'none').codes).toEqual(['arrow-at-source']);
    for (const target of ['standard', 'white_delta']) expect(graph('none', target).codes).toEqual([]);
    expect(graph('none', 'none').codes).toEqual([]);
  });
});

describe('keys of one name', () => {
  const key = (id: string, name: string, type: string, inside = ''): string =>
    `<key id="${id}" for="node" attr.name="${name}" attr.type="${type}">${inside}</key>`;
  const valuesOf = ({ nodes }: PropertyGraph) => nodes.map(({ attributes }) => [...attributes]);

  it('are one attribute where no element has both, as when each is for a type', () => {
    const keys = `${key('d0', 'born', 'long')}${key('d1', 'born', 'string')}${key('d2', 'label', 'long')}${key('d3', 'label', 'string')}`;
    const nodes = `<node id="a">${data('d0', '1970')}${data('d2', '7')}</node><node id="b">${data('d1', 'unknown')}${data('d3', 'Bo')}</node>`;
    const graph = read(inGraph(keys, nodes));
    expect(valuesOf(graph)).toEqual([[['born', 1970]], [['born', 'unknown']]]);
    expect(graph.nodes.map(({ label }) => label)).toEqual(['7', 'Bo']);
    expect(graph.codes).toEqual([]);
    expect(valuesOf(read(printGraphml(graph)))).toEqual([[['born', '1970']], [['born', 'unknown']]]);
  });

  it('go back with what the file says of them', () => {
    const text = inGraph(
      key('d', 'role', 'string', '<desc>what he &lt;does&gt;</desc>'),
      `<node id="a">${data('d', 'x')}</node>`,
    );
    const written = printGraphml(read(text));
    expect(written).toContain('<desc>what he &lt;does&gt;</desc></key>');
    expect(printGraphml(read(written))).toBe(written);
  });

  it('are two where an element has both, or one has a default', () => {
    const two = [
      ['born', 1],
      ['born (d1)', 'x'],
    ];
    const keys = `${key('d0', 'born', 'long')}${key('d1', 'born', 'string')}`;
    expect(valuesOf(read(inGraph(keys, `<node id="a">${data('d0', '1')}${data('d1', 'x')}</node>`)))).toEqual([two]);
    const withDefault = `${key('d0', 'born', 'long')}${key('d1', 'born', 'string', '<default>x</default>')}`;
    expect(valuesOf(read(inGraph(withDefault, `<node id="a">${data('d0', '1')}</node>`)))).toEqual([two]);
  });
});

describe('several graphs', () => {
  const keys =
    '<key id="s" for="graph" attr.name="secrecy"/><key id="n" for="all" attr.name="note"><default>none</default></key>';

  it('keeps what each graph and the file say of themselves', () => {
    const nested = `<graph id="a:"><desc>inside</desc>${data('s', 'secret')}<node id="b"/></graph>`;
    const graph = read(
      `<graphml><desc>file</desc>${keys}${data('n', 'of the file')}<graph id="G"><desc>first</desc>${data('s', 'open')}
      <node id="a">${nested}</node></graph><graph id="H"><desc>second</desc>${data('s', 'closed')}</graph></graphml>`,
    );
    expect(graph.description).toBe('first');
    expect(Object.fromEntries(graph.attributes)).toEqual({
      secrecy: 'open',
      note: 'none',
      'note (file)': 'of the file',
      desc: 'file',
      'secrecy (H)': 'closed',
      'desc (H)': 'second',
    });
    expect(graph.nodes[0]?.attributes).toEqual(
      new Map([
        ['note', 'none'],
        ['secrecy', 'secret'],
        ['desc', 'inside'],
        ['graph', 'G'],
      ]),
    );
  });

  it('takes a node that several graphs have for one, and says of each edge in which it is', () => {
    const node = (id: string, text: string): string => `<node id="${id}">${data('l', text)}</node>`;
    const layer = (id: string, edge: string, text: string): string =>
      `<graph id="${id}" edgedefault="directed">${node('1', 'Ann')}${node('2', text)}<edge ${edge}/></graph>`;
    const file = (text: string): string =>
      `<graphml><key id="l" for="node" attr.name="label"/>${layer('friends', 'source="1" target="2"', 'Bo')}${layer('rivals', 'source="2" target="1"', text)}</graphml>`;
    const graph = read(file('Bo'));
    expect(graph.nodes.map(({ id, attributes }) => [id, attributes.get('graph')])).toEqual([
      ['1', ['friends', 'rivals']],
      ['2', ['friends', 'rivals']],
    ]);
    expect(graph.edges.map(({ attributes }) => attributes.get('graph'))).toEqual(['friends', 'rivals']);
    expect(graph).toMatchObject({ joined: 2, codes: ['graphs-joined'] });
    // Another name under the id is another node.
    expect(read(file('Bob')).nodes.map(({ id, label }) => [id, label])).toEqual([
      ['1', 'Ann'],
      ['2', 'Bo'],
      ['2', 'Bob'],
    ]);
  });
});
