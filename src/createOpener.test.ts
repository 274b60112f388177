import { describe, expect, it, vi } from 'vitest';
import { createOpener, type MappingMemory } from './createOpener.ts';
import { buildDataset } from './model/buildDataset.ts';
import type { NamedContent } from './model/namedContent.ts';
import { sampleEntity, sampleFile } from './model/sampleFixture.ts';
import { mappingKey } from './model/tableMapping.ts';
import { buildInitialState } from './state/appState.ts';
import { createAppStore } from './state/createAppStore.ts';
import { createInlineJobs } from './workers/createInlineJobs.ts';

const NODES: NamedContent = { name: 'nodes.csv', content: 'id,name\n1,Ann\n2,Bob\n' };
const EDGES: NamedContent = { name: 'edges.csv', content: 'source,target,relationship\n1,2,knows\n' };

function start(memory: Partial<MappingMemory> = {}) {
  // Nothing is laid out here: what is placed already is drawn.
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run));
  const store = createAppStore(buildInitialState(buildDataset(sampleFile([sampleEntity('zoe')], [])), null));
  store.subscribe((state) => {
    if (state.placement === null && state.dataset.entities.size > 0) {
      const nodes = new Map(
        [...state.dataset.entities.keys()].map((id) => [id, { x: 0, y: 0, side: 'below' }] as const),
      );
      store.dispatch('place', { placement: { nodes, ties: new Map() }, version: state.datasetVersion, fresh: true });
    }
  });
  const opened: string[] = [];
  const remembered = new Map<string, unknown>();
  const opener = createOpener({
    store,
    jobs: createInlineJobs(),
    memory: {
      recall: async () => null,
      remember: async (key, mapping) => void remembered.set(key, mapping),
      ...memory,
    },
    onOpened: ({ format }) => void opened.push(format),
  });
  const names = () => [...store.getState().dataset.entities.values()].map(({ name }) => name);
  return { store, opener, opened, remembered, names };
}

describe('opening', () => {
  it('reads files that belong together as one dataset and says what it understood', async () => {
    const { opener, opened, names, store } = start();
    const report = await opener.open([NODES, EDGES]);
    expect(report).toMatchObject({
      format: 'table',
      counts: { entities: 2, relations: 1 },
      holds: { entities: 2, relations: 1 },
    });
    expect(names()).toEqual(['Ann', 'Bob']);
    expect(store.getState().report).toMatchObject({ files: [{ name: 'nodes.csv' }, { name: 'edges.csv' }] });
    expect(opened).toEqual(['table']);
    expect(opener.last()).toEqual([NODES, EDGES]);
  });

  it('adds to what is open', async () => {
    const { opener, names } = start();
    await opener.open([NODES], { add: true });
    expect(names()).toEqual(['zoe', 'Ann', 'Bob']);
  });

  it('leaves what was open, and what was opened last, where a file cannot be used', async () => {
    const { opener, names, store } = start();
    await opener.open([NODES]);
    await expect(opener.open([{ name: 'x.json', content: '{"a": ' }])).rejects.toMatchObject({ code: 'not-json' });
    expect(names()).toEqual(['Ann', 'Bob']);
    expect(opener.last()).toEqual([NODES]);
    expect(store.getState()).toMatchObject({ busy: null, failure: { code: 'not-json' } });
  });

  it('is stopped by its signal, by cancel, and by the next thing that is opened', async () => {
    const { opener, names } = start();
    const aborting = new AbortController();
    const first = opener.open([NODES], { signal: aborting.signal });
    aborting.abort();
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    const second = opener.open([NODES]);
    opener.cancel();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    const third = opener.open([NODES]);
    const fourth = opener.open([EDGES]);
    await expect(third).rejects.toMatchObject({ code: 'cancelled' });
    await fourth;
    expect(names()).toEqual(['1', '2']);
  });

  it('remembers how tables were read for the same header rows, whatever the files are called', async () => {
    const first = start();
    const guess = await first.opener.peek([EDGES], null);
    const [rule] = guess!.mapping.tables;
    const mapping = { ...guess!.mapping, tables: [{ ...rule!, shape: 'skip' as const }] };
    await first.opener.open([NODES, EDGES], {
      mapping: { ...mapping, tables: [...(await first.opener.peek([NODES], null))!.mapping.tables, ...mapping.tables] },
    });
    expect(first.remembered.size).toBe(1);
    const recall = vi.fn<MappingMemory['recall']>(async () => mapping);
    const second = start({ recall });
    const again = await second.opener.peek([{ ...EDGES, name: 'other.csv' }], null);
    expect(recall).toHaveBeenCalledWith(mappingKey([rule!]));
    expect(again?.mapping.tables).toMatchObject([{ name: 'other.csv', shape: 'skip' }]);
  });
});
