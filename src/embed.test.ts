// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { type EmbedWindow, findHost, startEmbed } from './embed.ts';
import { buildDataset } from './model/buildDataset.ts';
import { sampleClaim, sampleEntity, sampleFile, sampleRelation } from './model/sampleFixture.ts';
import { buildInitialState } from './state/appState.ts';
import { createAppStore } from './state/createAppStore.ts';

const file = sampleFile([sampleEntity('a'), sampleEntity('b')], [sampleRelation('r', 'a', 'b', [sampleClaim('c')])]);
const HOST = 'https://paper.example';

async function embed(search: string) {
  const store = createAppStore(buildInitialState(buildDataset(file), null));
  const told: [message: { type: string } & Record<string, unknown>, target: string][] = [];
  const parent = { postMessage: (message: never, target: never) => void told.push([message, target]) };
  const listeners = new Map<string, (event: never) => void>();
  const page = {
    innerWidth: 640,
    location: { search },
    parent,
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
    removeEventListener: (type: string) => void listeners.delete(type),
  };
  const stop = startEmbed(store, page as unknown as EmbedWindow, Promise.resolve());
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(1));
  const say = (data: unknown, { origin = HOST, source = parent }: { origin?: string; source?: object } = {}): void =>
    listeners.get('message')?.({ data, origin, source } as never);
  return { store, told, say, stop, listeners };
}

it.each([
  [`?embed&host=${encodeURIComponent(HOST)}`, HOST],
  ['?embed&host=http://localhost:81', 'http://localhost:81'],
  ['?embed', null],
  ['?embed&host=*', null],
  ['?embed&host=null', null],
  ['?embed&host=http://paper.example', null],
  ['?embed&host=https://paper.example/', null],
])('finds the origin that may talk to it in %s', (search, host) => {
  expect(findHost(search)).toBe(host);
});

it('tells the host that it named, and nobody else, what was selected', async () => {
  const { store, told } = await embed(`?embed&host=${encodeURIComponent(HOST)}`);
  expect(told.map(([{ type }, target]) => [type, target])).toEqual([
    ['ready', HOST],
    ['height', HOST],
  ]);
  store.dispatch('select', { ids: ['a'] });
  expect(told.at(-1)).toEqual([{ sayso: 1, type: 'selected', ids: ['a'] }, HOST]);
});

it('tells an unnamed host only that it is there and how high it would be, and does nothing it asks for', async () => {
  const { store, told, say } = await embed('?embed');
  store.dispatch('select', { ids: ['a'] });
  say({ sayso: 1, type: 'select', ids: ['b'] });
  expect(store.getState().selection).toEqual(['a']);
  expect(told.map(([{ type }]) => type)).toEqual(['ready', 'height']);
});

it('does what its host asks for, and ignores everything else', async () => {
  const { store, told, say } = await embed(`?embed&host=${encodeURIComponent(HOST)}`);
  say({ sayso: 1, type: 'select', ids: ['a'] });
  expect(store.getState().selection).toEqual(['a']);
  say({ sayso: 1, type: 'select', ids: ['b'] }, { origin: 'https://other.example' });
  say({ sayso: 1, type: 'select', ids: ['b'] }, { source: {} });
  say({ sayso: 2, type: 'select', ids: ['b'] });
  say({ sayso: 1, type: 'select', ids: [1] });
  say({ sayso: 1, type: 'destroy' });
  say('select b');
  expect(store.getState().selection).toEqual(['a']);
  say({ sayso: 1, type: 'select', ids: null });
  expect(store.getState().selection).toEqual([]);
  say({ sayso: 1, type: 'view', view: { hidden: ['b'] } });
  expect(store.getState().view.hidden).toEqual(['b']);
  say({ sayso: 1, type: 'view', view: { hidden: ['x'] } });
  expect(store.getState().view.hidden).toEqual(['b']);
  expect(told.at(-1)?.[0]).toMatchObject({ type: 'error', code: 'bad-view', where: 'hidden[0]' });
  say({ sayso: 1, type: 'step', step: 3 });
  expect(told.at(-1)?.[0]).toMatchObject({ type: 'error', code: 'no-step' });
});

it('stops listening when it is stopped', async () => {
  const { store, told, stop, listeners } = await embed(`?embed&host=${encodeURIComponent(HOST)}`);
  stop();
  expect(listeners.size).toBe(0);
  const before = told.length;
  store.dispatch('select', { ids: ['a'] });
  expect(told).toHaveLength(before);
});
