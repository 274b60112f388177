// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EntityId } from '../model/records.ts';
import { HOME } from '../model/view.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Scene } from '../scene/scene.ts';
import { draftPicture } from './draftPicture.ts';
import { disputedPair } from './pictureFixture.ts';
import { parsePage, wordsOf } from './readPictureFixture.ts';

beforeEach(() => vi.stubGlobal('fetch', async () => new Response(new Uint8Array(3))));
afterEach(() => vi.unstubAllGlobals());

describe('draftPicture', () => {
  it('composes everything on a free sheet with fonts embedded, unless told otherwise', async () => {
    const { dataset, scene } = disputedPair();
    const { pages, alternative, fileStem, least } = await draftPicture(dataset, scene, {});
    expect(pages).toHaveLength(1);
    expect(parsePage(pages[0]?.svg ?? '').querySelector('style')?.textContent).toContain('@font-face');
    expect(alternative.short).toContain('denied by Bob Ray');
    expect(alternative.long).toContain('It shows Ann Lee and Bob Ray');
    expect(fileStem).toBe('tiny-2024-05-04');
    expect(least).toBe(11);
  });

  it('names the part that it shows', async () => {
    const { dataset, scene } = disputedPair();
    const draft = await draftPicture(dataset, scene, { scope: 'neighbourhood', ids: ['ann'], hops: 2 });
    expect(draft.fileStem).toBe('tiny-neighbourhood-of-ann-lee-within-2-steps-2024-05-04');
    expect(draft.pages[0]?.svg).toContain('Ann Lee and what is within 2 steps');
    const untitled = await draftPicture(dataset, scene, { scope: 'selection', ids: ['ann'], title: false });
    expect(untitled.pages[0]?.svg).not.toContain('>Ann Lee and what');
  });

  it('has the part arranged anew only for a sheet that has a shape, and only when asked', async () => {
    const { dataset, scene } = disputedPair();
    const rooms: { width: number; height: number }[] = [];
    const reshape = async (part: Scene, room: { width: number; height: number }): Promise<Scene> => {
      rooms.push(room);
      return { ...part, nodes: part.nodes.map((node) => ({ ...node, label: `${node.label}!` })) };
    };
    await draftPicture(dataset, scene, { reshape: true }, reshape);
    await draftPicture(dataset, scene, { paper: 'wide' }, reshape);
    expect(rooms).toEqual([]);
    const { alternative } = await draftPicture(dataset, scene, { paper: 'wide', reshape: true }, reshape);
    expect(rooms).toHaveLength(1);
    expect(rooms[0]?.width).toBeGreaterThan(rooms[0]?.height ?? Infinity);
    expect(alternative.long).toContain('Ann Lee!');
  });

  it('leaves callouts out when told to', async () => {
    const { dataset } = disputedPair();
    const callouts = [{ id: 'n', at: { entity: 'ann' as EntityId }, text: 'Since May' }];
    const nodes = new Map([['ann', { x: 0, y: 0, side: 'below' as const }]]);
    const scene = buildScene(dataset, { ...HOME, callouts, keepUnrelated: true }, { nodes, ties: new Map() });
    const wordsWith = async (shown: boolean): Promise<string> => {
      const { pages } = await draftPicture(dataset, scene, { callouts: shown });
      return wordsOf(parsePage(pages[0]?.svg ?? '').documentElement);
    };
    expect(await wordsWith(true)).toContain('Since May');
    expect(await wordsWith(false)).not.toContain('Since May');
  });

  it('rejects where nothing is in scope, and where it could not be read', async () => {
    const { dataset, scene } = disputedPair();
    await expect(draftPicture(dataset, scene, { scope: 'selection' })).rejects.toMatchObject({ code: 'no-scope' });
    const far = { ...scene, bounds: { x: 0, y: 0, width: 9000, height: 9000 } };
    await expect(draftPicture(dataset, far, { paper: 'a4' })).rejects.toMatchObject({
      code: 'page-too-small',
      params: { paper: 'a4', least: 9.3, offer: 'free' },
    });
  });
});
